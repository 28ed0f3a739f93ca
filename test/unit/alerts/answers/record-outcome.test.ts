import { describe, expect, it } from 'vitest'
import { eastvale, northmoor, westmarch } from '../../../../infra/stages/local.ts'
import type { Person } from '../../../../shared/agencies/same-person.ts'
import type { Alert } from '../../../../shared/alerts/alert.ts'
import { type Answer, answerAlert } from '../../../../shared/alerts/answers/answer-alert.ts'
import { owedOn } from '../../../../shared/alerts/answers/owed.ts'
import type { PriorAlerts } from '../../../../shared/alerts/answers/prior-alerts.ts'
import {
  isGraverThan,
  type OutcomeCode,
  outcomeCodes,
  turnsAway,
} from '../../../../shared/codes/outcomes.ts'
import { alertIdSchema } from '../../../../shared/kernel/ids.ts'
import { anId } from '../../../builders/a-stored-concern.ts'
import { anAlert } from '../../../builders/an-alert.ts'
import { told } from '../../../builders/told.ts'

const now = new Date('2026-11-24T10:00:00Z')
const idOf = (number: number) => alertIdSchema.parse(anId(number))
const acknowledged = anAlert({ state: 'ACKNOWLEDGED', chases: 1 })
const reason = 'Seen in October, and nothing of concern was found then.'
const nothingPrior: PriorAlerts = { priorAlertIds: [], openedIds: [], secondPerson: undefined }
const twoNeeded: PriorAlerts = { ...nothingPrior, secondPerson: 'grave-and-recent' }
const anna: Person = { by: 'westmarch', practitioner: 'sw1' }
const bert: Person = { by: 'westmarch-lead', practitioner: 'sw2' }

type OutcomeAnswer = Extract<Answer, { step: 'outcome' }>

/** What each outcome needs said with it. */
const complete = (code: OutcomeCode): Partial<OutcomeAnswer> => ({
  ...(turnsAway(code) && { reason }),
  ...(code === 'CONFERENCE' && { conference: 'INITIAL' }),
  ...(code === 'PASSED_TO_ALLOCATED_WORKER' && { whatFollows: 'VISIT' }),
  ...(code === 'OTHER_AUTHORITY' && { otherAuthority: northmoor }),
  ...(code === 'NO_FURTHER_ACTION' && { noFurtherActionReason: 'DISPROVED' }),
})
type Context = { readonly prior?: PriorAlerts; readonly person?: Person }
const give = (
  alert: Alert,
  given: Partial<OutcomeAnswer> & { readonly code: OutcomeCode },
  { prior = nothingPrior, person = anna }: Context = {},
) =>
  answerAlert(
    alert,
    { step: 'outcome', priorItemsRead: [], ...complete(given.code), ...given },
    { person, expectedVersion: alert.version, now, prior },
  )
const given = (...args: Parameters<typeof give>): Alert => {
  const outcome = give(...args)
  if (outcome.kind !== 'answered') throw new Error(JSON.stringify(outcome))
  return outcome.alert
}
const pointersOf = (...args: Parameters<typeof give>): string[] => {
  const outcome = give(...args)
  return outcome.kind === 'incomplete' ? outcome.faults.map(({ pointer }) => pointer) : []
}
const feedback = (alert: Alert, prior = nothingPrior) =>
  answerAlert(
    alert,
    { step: 'feedback', lines: told('No further action.') },
    { person: anna, expectedVersion: alert.version, now, prior },
  )
const toldOf = (alert: Alert): Alert => {
  const result = feedback(alert)
  if (result.kind !== 'answered') throw new Error(result.kind)
  return result.alert
}
const away = outcomeCodes.filter(turnsAway)
const taking = outcomeCodes.filter((code) => !turnsAway(code))

describe('an outcome', () => {
  it.each(outcomeCodes)('%s is taken with what belongs to it', (code) => {
    expect(given(acknowledged, { code })).toMatchObject({ state: 'DECIDED', outcome: { code } })
  })

  it.each([
    ['CONFERENCE', 'conference'],
    ['PASSED_TO_ALLOCATED_WORKER', 'whatFollows'],
    ['OTHER_AUTHORITY', 'otherAuthority'],
    ['NO_FURTHER_ACTION', 'noFurtherActionReason'],
  ] as const)('%s is not taken without its %s, and no other with it', (code, detail) => {
    expect(pointersOf(acknowledged, { code, [detail]: undefined })).toEqual([`/${detail}`])
    const value = complete(code)[detail]
    for (const other of outcomeCodes.filter((each) => each !== code))
      expect(pointersOf(acknowledged, { code: other, [detail]: value })).toEqual([`/${detail}`])
  })

  it.each(away)('%s needs a reason of forty characters', (code) => {
    expect(pointersOf(acknowledged, { code, reason: undefined })).toEqual(['/reason'])
    expect(pointersOf(acknowledged, { code, reason: 'x'.repeat(39) })).toEqual(['/reason'])
    expect(pointersOf(acknowledged, { code, reason: 'x'.repeat(40) })).toEqual([])
  })

  it('passes on to another authority than one’s own', () => {
    const code = 'OTHER_AUTHORITY'
    expect(pointersOf(acknowledged, { code, otherAuthority: westmarch })).toEqual([
      '/otherAuthority',
    ])
  })
})

describe('an outcome about children told of before', () => {
  const [one, two, other] = [idOf(5), idOf(6), idOf(7)]
  const prior = { priorAlertIds: [two, one], openedIds: [one, two], secondPerson: undefined }

  it.each(
    away.flatMap((code) => [
      [code, 'nothing', [], 1] as const,
      [code, 'some of it', [one], 1] as const,
      [code, 'what is not among it', [one, two, other], 1] as const,
      [code, 'neither', [other], 2] as const,
    ]),
  )('%s is refused having read %s', (...[code, , read, faults]) => {
    expect(pointersOf(acknowledged, { code, priorItemsRead: [...read] }, { prior })).toEqual(
      Array(faults).fill('/priorItemsRead'),
    )
  })

  it.each(away)('%s is refused where nobody of the authority opened what it names', (code) => {
    const ticked = { code, priorItemsRead: [one, two] }
    const opened = (openedIds: readonly Alert['alertId'][]) =>
      pointersOf(acknowledged, ticked, { prior: { ...prior, openedIds } })
    expect(opened([one])).toEqual(['/priorItemsRead'])
    expect(opened([])).toEqual(['/priorItemsRead'])
    expect(opened([two, one])).toEqual([])
  })

  it.each(taking)('%s needs none of it read', (code) => {
    expect(given(acknowledged, { code }, { prior }).state).toBe('DECIDED')
  })
})

describe('turning away that needs two people', () => {
  it.each(taking)('is not what %s is', (code) => {
    expect(given(acknowledged, { code }, { prior: twoNeeded }).state).toBe('DECIDED')
  })

  it.each(away)('by %s is proposed by the first, which stops no clock', (code) => {
    const alert = given(acknowledged, { code }, { prior: twoNeeded })
    expect(alert).toMatchObject({
      state: 'ACKNOWLEDGED',
      version: 2,
      chases: 1,
      dueAt: acknowledged.dueAt,
      outcomeProposed: { code, practitioner: 'sw1', reason },
    })
    expect(alert).not.toHaveProperty('outcome')
  })

  it.each(away)('by %s is decided by the second, and names both', (code) => {
    const proposed = given(acknowledged, { code }, { prior: twoNeeded })
    const alert = given(proposed, { code }, { prior: twoNeeded, person: bert })
    expect(alert).toMatchObject({
      state: 'DECIDED',
      chases: 0,
      outcome: { practitioner: 'sw1', confirmation: { practitioner: 'sw2', reason } },
    })
    expect(alert).not.toHaveProperty('outcomeProposed')
    expect(feedback(alert, twoNeeded).kind).toBe('answered')
  })

  it.each<[string, Person]>([
    ['the same person through another system', { by: 'westmarch-lead', practitioner: 'SW1' }],
    ['one system that types another id', { by: 'westmarch', practitioner: 'sw2' }],
    ['somebody who is not named', { by: 'westmarch-lead' }],
  ])('is not decided by %s', (_, person) => {
    const code = 'NO_FURTHER_ACTION'
    const proposed = given(acknowledged, { code }, { prior: twoNeeded })
    expect(given(proposed, { code }, { prior: twoNeeded, person }).state).toBe('ACKNOWLEDGED')
  })

  it('is proposed anew when the second decides otherwise, and is over when that takes them on', () => {
    const proposed = given(acknowledged, { code: 'NO_FURTHER_ACTION' }, { prior: twoNeeded })
    const second = { prior: twoNeeded, person: bert }
    expect(given(proposed, { code: 'ADVICE_GIVEN' }, second)).toMatchObject({
      state: 'ACKNOWLEDGED',
      outcomeProposed: { code: 'ADVICE_GIVEN', practitioner: 'sw2' },
    })
    const assessed = given(proposed, { code: 'ASSESSMENT_S17' }, second)
    expect(assessed).toMatchObject({ state: 'DECIDED', outcome: { code: 'ASSESSMENT_S17' } })
    expect(assessed).not.toHaveProperty('outcomeProposed')
  })

  it('agrees on the same other authority', () => {
    const code = 'OTHER_AUTHORITY'
    const proposed = given(acknowledged, { code }, { prior: twoNeeded })
    const second = { prior: twoNeeded, person: bert }
    expect(given(proposed, { code, otherAuthority: eastvale }, second).state).toBe('ACKNOWLEDGED')
    expect(given(proposed, { code }, second).state).toBe('DECIDED')
  })
})

describe('turning away that has come to need a second person since it was decided', () => {
  const since = { ...nothingPrior, secondPerson: 'another-unread' } as const

  it('cannot be told to the referrer before somebody else has given the same outcome', () => {
    const decided = given(acknowledged, { code: 'ADVICE_GIVEN' })
    expect(feedback(decided, since).kind).toBe('needs-second-person')
    const confirmed = given(decided, { code: 'ADVICE_GIVEN' }, { prior: since, person: bert })
    expect(confirmed.outcome).toMatchObject({ confirmation: { practitioner: 'sw2' } })
    expect(feedback(confirmed, since).kind).toBe('answered')
  })
})

describe('an outcome given again', () => {
  const decidedBy = (code: OutcomeCode): Alert => given(acknowledged, { code })
  const pairs = outcomeCodes.flatMap((one) => outcomeCodes.map((other) => [one, other] as const))

  it.each(pairs.filter(([one, other]) => isGraverThan(other, one)))(
    'goes up from %s to %s at any time, by one person, and keeps what stood',
    (from, to) => {
      for (const before of [decidedBy(from), toldOf(decidedBy(from))]) {
        const alert = given(before, { code: to })
        expect(alert).toMatchObject({ state: 'DECIDED', outcome: { code: to } })
        expect(alert.revised).toEqual([
          { outcome: before.outcome, ...(before.feedback && { feedback: before.feedback }) },
        ])
        expect(alert).not.toHaveProperty('feedback')
        expect(feedback(alert).kind).toBe('answered')
      }
    },
  )

  it.each(pairs.filter(([one, other]) => one !== other && !isGraverThan(other, one)))(
    'goes down or aside from %s to %s only with a reason',
    (from, to) => {
      const before = toldOf(decidedBy(from))
      expect(pointersOf(before, { code: to, reason: undefined })).toEqual(['/reason'])
      expect(given(before, { code: to, reason })).toMatchObject({
        state: 'DECIDED',
        outcome: { code: to },
      })
    },
  )

  it.each(away)('down to %s takes two people where that does, and till then stands', (code) => {
    const before = toldOf(decidedBy('SECTION_47'))
    const proposed = given(before, { code }, { prior: twoNeeded })
    expect(proposed).toMatchObject({ state: 'FED_BACK', outcome: { code: 'SECTION_47' } })
    const alert = given(proposed, { code }, { prior: twoNeeded, person: bert })
    expect(alert).toMatchObject({ state: 'DECIDED', outcome: { code } })
  })

  it('the same is no answer', () => {
    expect(give(decidedBy('EARLY_HELP'), { code: 'EARLY_HELP' }).kind).toBe('out-of-order')
    expect(give(toldOf(decidedBy('ADVICE_GIVEN')), { code: 'ADVICE_GIVEN' }).kind).toBe(
      'out-of-order',
    )
  })
})

describe('the strategy discussion of an enquiry under section 47', () => {
  const grave = anAlert({
    state: 'ACKNOWLEDGED',
    harm: 'H3',
    raisedAt: '2026-11-24T09:00:00.000Z',
    dueAt: '2026-11-24T13:00:00.000Z',
  })
  const strategyDiscussionAt = '2026-11-24T09:30:00.000Z'
  const enquiry = toldOf(given(grave, { code: 'SECTION_47' }))

  it('is owed after the referrer has been told, by the end of the next working day', () => {
    expect(enquiry).toMatchObject({ state: 'FED_BACK', dueAt: '2026-11-25T23:59:59.999Z' })
    expect(owedOn(enquiry)).toBe('strategy-discussion')
  })

  it('is recorded by the same outcome with its moment, and the conference follows in 15 days', () => {
    const recorded = given(enquiry, { code: 'SECTION_47', strategyDiscussionAt })
    expect(recorded).toMatchObject({
      state: 'FED_BACK',
      outcome: { strategyDiscussionAt },
      reminders: [
        { kind: 'ASSESSMENT_ENDS', at: '2027-01-29T23:59:59.999Z' },
        { kind: 'CONFERENCE', at: '2026-12-15T23:59:59.999Z' },
      ],
    })
    expect(recorded).not.toHaveProperty('revised')
    expect(owedOn(recorded)).toBeUndefined()
  })

  it('is owed by nobody at H1 and H2, nor for another outcome', () => {
    const need = toldOf(given({ ...grave, harm: 'H2' }, { code: 'SECTION_47' }))
    expect(owedOn(need)).toBeUndefined()
    expect(owedOn(toldOf(given(grave, { code: 'ASSESSMENT_S17' })))).toBeUndefined()
  })

  it('has been held, and belongs to no outcome that it cannot lead to', () => {
    const future = { code: 'SECTION_47', strategyDiscussionAt: '2026-11-25T00:00:00.000Z' } as const
    expect(pointersOf(grave, future)).toEqual(['/strategyDiscussionAt'])
    expect(pointersOf(grave, { code: 'EARLY_HELP', strategyDiscussionAt })).toEqual([
      '/strategyDiscussionAt',
    ])
  })
})
