import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { anAgreement } from '../../../local/seed/agreements.ts'
import { assess, type Household, type Step } from '../../../shared/assessing/assess.ts'
import { assessmentSchema } from '../../../shared/assessing/assessment.ts'
import type { PersonMatch } from '../../../shared/assessing/person-match.ts'
import type { Notification } from '../../../shared/chronology/notification.ts'
import type { StoredConcern } from '../../../shared/concerns/stored-concern.ts'
import { alertIdSchema, reviewIdSchema } from '../../../shared/kernel/ids.ts'
import { aFamily } from '../../builders/a-family.ts'
import { aNotification } from '../../builders/a-notification.ts'
import { aConcernId, anId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { aMatch } from '../../builders/an-assessment.ts'
import { nobodyAround, noSendersPast } from '../../builders/no-past.ts'
import { now } from '../../builders/ports.ts'

const mother = `${westmarch}.A1001`
const known: readonly PersonMatch[] = [
  { person: 'subject', kind: 'adult', match: aMatch('CONFIRMED', { confirmed: [mother] }) },
]
const unknown: readonly PersonMatch[] = [
  { person: 'subject', kind: 'adult', match: aMatch('NONE') },
]
const assessed = (
  {
    holder = westmarch,
    matches = known,
    around = nobodyAround,
    sender = noSendersPast,
  }: Partial<Household>,
  {
    stored = aStoredConcern(),
    at = now,
    ...step
  }: { stored?: StoredConcern; at?: Date } & Partial<Step> = {},
) => assess(stored, { holder, matches, around, sender }, { now: at, cause: 'received', ...step })

/** The family with what is remembered of its child. */
const remembering = async (
  notifications: readonly Notification[],
  change: Parameters<typeof aFamily>[0] = {},
) => {
  const family = await aFamily(change)
  const chronologies = family.chronologies.map((head) => ({
    ...head,
    notifications: [...notifications],
  }))
  return { ...family, chronologies }
}

describe('the day of a decision', () => {
  it.each([
    ['2026-09-29T22:59:59Z', false],
    ['2026-09-29T23:00:00Z', true],
    ['2026-09-30T10:00:00Z', true],
  ])('is London’s: at %s the duty of 30 September binds: %s', (at, binds) => {
    expect(assessed({}, { at: new Date(at) }).assessment.facts.dutyInForce).toBe(binds)
  })
})

describe('an assessment', () => {
  it('is the same each time it is made from the same things', async () => {
    const around = await aFamily()
    expect(assessed({ around })).toEqual(assessed({ around }))
  })

  it('joins the children of whoever is confirmed, and tells their authority and the stated one', async () => {
    const around = await aFamily({ authority: westmarch })
    const { assessment, recipients } = assessed({ around })
    expect(assessment.joined).toMatchObject([{ childId: `${westmarch}.C1`, why: 'RELATED' }])
    expect(assessment.facts).toMatchObject({ match: 'CONFIRMED', openStatus: 'PROTECTION_PLAN' })
    expect(recipients).toEqual([
      { authority: westmarch, why: ['WHERE_THE_CHILD_IS', 'HOLDS_THE_CHILD'] },
    ])
  })

  it('is of the same decision whether or not anybody is known, where nothing is known of them', async () => {
    const around = await aFamily({ status: { code: 'CLOSED', from: '2020-01-01' } })
    const { decision: whole } = assessed({ around }).assessment
    expect(assessed({ matches: unknown }).assessment.decision).toEqual(whole)
  })

  it('tells the stated authority where nobody is known', () => {
    const { assessment, recipients } = assessed({ matches: unknown })
    expect(assessment).toMatchObject({ joined: [], facts: { match: 'NONE' } })
    expect(recipients).toEqual([{ authority: westmarch, why: ['WHERE_THE_CHILD_IS'] }])
  })

  it('counts the assessments of its concern, and names the review that was answered', () => {
    const answered = reviewIdSchema.parse(anId(4))
    const stored = aStoredConcern({ assessments: 2 })
    expect(assessed({}, { stored, cause: 'reviewed', answered }).assessment).toMatchObject({
      number: 3,
      cause: 'reviewed',
      answered,
      assessedAt: now.toISOString(),
    })
  })

  it('says how the agreement stood with each authority that is told, and waits for none', () => {
    const { assessment } = assessed({ sender: { agreements: [], corrects: undefined } })
    expect(assessment.agreements).toEqual([{ authority: westmarch, standing: 'none' }])
    expect(assessment.decision.decision).toBe('SHARE')
    expect(assessed({}).assessment.agreements).toEqual([
      { authority: westmarch, standing: 'in-force', version: 1 },
    ])
  })

  it('binds by the duty whoever works under contract of a body bound by it', () => {
    const { submittedBy } = aStoredConcern()
    const stored = aStoredConcern({ submittedBy: { ...submittedBy, agencyType: 'domestic-abuse' } })
    const agreement = { ...anAgreement('turning-tide', westmarch, now), isCommissioned: true }
    const sender = { agreements: [agreement], corrects: undefined }
    expect(assessed({ sender }, { stored }).assessment.facts.body).toBe('DUTY')
    expect(assessed({}, { stored }).assessment.facts.body).toBe('OTHER')
  })

  it('is kept as its schema has it, once its recipients have their alerts', async () => {
    const { assessment, recipients } = assessed({ around: await aFamily() })
    const alertId = alertIdSchema.parse(anId(2))
    const whole = { ...assessment, recipients: recipients.map((one) => ({ ...one, alertId })) }
    expect(assessmentSchema.parse(whole)).toEqual(whole)
  })
})

describe('what is remembered of the household', () => {
  const told = aNotification({ concernId: aConcernId(4), factors: ['4B'], agency: 'health' })

  it('counts with the concern, and names what contributed', async () => {
    const { assessment } = assessed({ around: await remembering([told]) })
    expect(assessment.facts.combination).toBe(true)
    expect(assessment.contributing).toEqual([aConcernId(4)])
  })

  it('does not count where its child is not joined', async () => {
    const { assessment, chronologies } = assessed({
      matches: unknown,
      around: await remembering([told]),
    })
    expect(assessment.facts.combination).toBe(false)
    expect(chronologies).toEqual([])
  })

  it('does not count of an adopted child, whose past is not the birth family’s', async () => {
    const around = await remembering([told], { status: { code: 'ADOPTED' } })
    const match = aMatch('CONFIRMED', { confirmed: [`${westmarch}.C1`] })
    const named: PersonMatch = { person: 'children/0', kind: 'child', match }
    const { assessment } = assessed({ matches: [named], around })
    expect(assessment.joined).toMatchObject([{ why: 'NAMED', isAdopted: true }])
    expect(assessment.facts.combination).toBe(false)
  })

  it('never counts the concern itself beside itself', async () => {
    const itself = aNotification({ concernId: aConcernId(), factors: ['4B'], agency: 'health' })
    expect(assessed({ around: await remembering([itself]) }).assessment.facts.combination).toBe(
      false,
    )
  })
})

describe('the concern as its household will remember it', () => {
  it.each([
    ['GIVEN', true],
    ['REFUSED', false],
  ] as const)('takes a concern out of the count only once it is shared: %s', (status, counts) => {
    const { submittedBy } = aStoredConcern()
    const stored = aStoredConcern(
      { submittedBy: { ...submittedBy, agencyType: 'domestic-abuse' } },
      { corrects: aConcernId(5), consent: { status } },
    )
    const sender = { agreements: [], corrects: aConcernId(5) }
    const { notification, assessment } = assessed({ sender }, { stored })
    expect(notification).toMatchObject({ corrects: aConcernId(5), counts })
    expect(assessment.corrects).toBe(aConcernId(5))
  })

  it('takes it out still when consent is withdrawn after somebody was told', () => {
    const told = [{ authority: westmarch, alertId: alertIdSchema.parse(anId(7)) }] as const
    const stored = aStoredConcern(
      { told: [...told], state: 'ALERTED' },
      { corrects: aConcernId(5), harm: 'H1', consent: { status: 'WITHDRAWN' } },
    )
    const sender = { agreements: [], corrects: aConcernId(5) }
    expect(assessed({ sender }, { stored }).notification.counts).toBe(true)
  })

  it.each([
    ['H0', ['SUICIDE_PLAN_INVOLVES_CHILD'], 'H3'],
    ['H0', ['UNBORN', 'DA'], 'H1'],
    ['H0', [], 'H0'],
  ] as const)('counts by its level after the raises: %s with %j is %s', (sent, flags, harm) => {
    const stored = aStoredConcern({}, { harm: sent, flags: [...flags] })
    expect(assessed({}, { stored }).notification.harm).toBe(harm)
  })

  it('corrects nothing where the claim was not one of its own agency', () => {
    const stored = aStoredConcern({}, { corrects: aConcernId(5) })
    const { notification, assessment } = assessed({}, { stored })
    expect(notification).not.toHaveProperty('corrects')
    expect(assessment).not.toHaveProperty('corrects')
  })
})
