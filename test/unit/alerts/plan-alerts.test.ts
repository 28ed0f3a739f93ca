import { describe, expect, it } from 'vitest'
import { northmoor, westmarch as westmarchCode } from '../../../infra/stages/local.ts'
import { type Decided, raiseAlert, updateAlert } from '../../../shared/alerts/plan-alerts.ts'
import type { RecipientOf } from '../../../shared/alerts/recipients-of.ts'
import type { JoinedChild } from '../../../shared/household/joined-child.ts'
import { childIdSchema } from '../../../shared/kernel/ids.ts'
import { decide } from '../../../shared/sharing/decide.ts'
import type { Facts } from '../../../shared/sharing/facts.ts'
import { latestPolicy } from '../../../shared/sharing/policies.ts'
import { nothingAgreed } from '../../builders/a-directory.ts'
import { aConcernId, anId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { aJoinedChild } from '../../builders/an-assessment.ts'
import { someFacts } from '../sharing/facts.ts'

const now = new Date('2026-11-23T10:00:00Z')
const westmarch: RecipientOf = {
  authority: westmarchCode,
  why: ['WHERE_THE_CHILD_IS', 'HOLDS_THE_CHILD'],
}
const second = aJoinedChild({ childId: childIdSchema.parse(`${westmarchCode}.C2`) })
const northmoors = aJoinedChild({
  childId: childIdSchema.parse(`${northmoor}.C9`),
  authority: northmoor,
})
const adopted = aJoinedChild({
  childId: childIdSchema.parse(`${westmarchCode}.C3`),
  isAdopted: true,
  ageMonths: 3,
})

const decided = (
  facts: Partial<Facts> = {},
  joined: readonly JoinedChild[] = [aJoinedChild()],
  number = 1,
): Decided => {
  const whole = someFacts(facts)
  return { number, decision: decide(whole), facts: whole, joined }
}
const raise = (what: Decided = decided(), recipient = westmarch) =>
  raiseAlert(aStoredConcern(), recipient, {
    decided: what,
    agreedWith: nothingAgreed,
    now,
    newId: () => anId(11),
  })

describe('a new alert', () => {
  it('is, whole, references and codes, with no word of its concern', () => {
    expect(raise()).toStrictEqual({
      alertId: anId(11),
      concernId: aConcernId(),
      assessment: 1,
      authority: westmarchCode,
      why: ['WHERE_THE_CHILD_IS', 'HOLDS_THE_CHILD'],
      kind: 'matched',
      isLeadsOnly: false,
      children: [`${westmarchCode}.C1`],
      decision: 'SHARE',
      agencyName: 'Turning Tide',
      factors: ['2B'],
      state: 'RAISED',
      version: 1,
      harm: 'H2',
      priority: 'amber',
      rule: 'R10',
      policyVersion: latestPolicy.version,
      raisedAt: '2026-11-23T10:00:00.000Z',
      dueAt: '2026-11-24T23:59:59.999Z',
      chases: 0,
    })
  })

  it('names its own authority’s children, and of these no adopted one', () => {
    expect(raise(decided({}, [aJoinedChild(), northmoors, adopted])).children).toEqual([
      `${westmarchCode}.C1`,
    ])
  })

  it('of an adopted child is the lead’s, and of that child alone', () => {
    const of = { ...westmarch, isOfAdopted: true as const }
    expect(raise(decided({}, [aJoinedChild(), adopted]), of)).toMatchObject({
      children: [`${westmarchCode}.C3`],
      isLeadsOnly: true,
      isOfAdopted: true,
    })
  })

  it.each([
    ['a known child', {}, [aJoinedChild()], 'matched'],
    ['nobody of this authority', {}, [northmoors], 'unmatched'],
    ['early help, agreed', { harm: 'H1' }, [aJoinedChild()], 'early-help'],
  ] as const)('about %s says so', (...[, facts, joined, kind]) => {
    expect(raise(decided(facts, joined)).kind).toBe(kind)
  })

  it('is the lead’s alone in a conflict of staff', () => {
    expect(raise(decided({ flags: ['STAFF_CONFLICT'] })).isLeadsOnly).toBe(true)
  })

  it.each([
    ['H4', '2026-11-23T11:00:00.000Z'],
    ['H3', '2026-11-23T14:00:00.000Z'],
    ['H2', '2026-11-24T23:59:59.999Z'],
    ['H1', '2026-11-26T23:59:59.999Z'],
  ] as const)('at %s is to be acknowledged by %s', (harm, dueAt) => {
    expect(raise(decided({ harm })).dueAt).toBe(dueAt)
  })

  it('is amber at least for a child under two, and never by the age of an adopted one (X6)', () => {
    const baby = aJoinedChild({ ageMonths: 3 })
    expect(raise(decided({ harm: 'H1' }, [baby])).priority).toBe('amber')
    expect(raise(decided({ harm: 'H1' }, [aJoinedChild(), adopted])).priority).toBe('green')
  })
})

describe('an alert of which a later assessment says more', () => {
  const update = (before: Decided, after: Decided, others = false) =>
    updateAlert(raise(before), aStoredConcern(), {
      recipient: westmarch,
      decided: after,
      now,
      others,
    })
  const least = { consent: 'LACKS_CAPACITY' as const }

  it('names a further child, a version on, and keeps its clock', () => {
    expect(update(decided(), decided({}, [aJoinedChild(), second], 2))).toStrictEqual({
      ...raise(),
      version: 2,
      assessment: 2,
      children: [`${westmarchCode}.C1`, `${westmarchCode}.C2`],
    })
  })

  it('keeps a child that is no longer joined, and stays an alert about a known one', () => {
    expect(update(decided(), decided({}, [second], 2))?.children).toEqual([
      `${westmarchCode}.C1`,
      `${westmarchCode}.C2`,
    ])
    expect(update(decided(), decided({}, [], 2), true)).toMatchObject({
      kind: 'matched',
      children: [`${westmarchCode}.C1`],
    })
  })

  it('tells all where the first told the least', () => {
    expect(update(decided(least), decided({}, undefined, 2))).toMatchObject({
      decision: 'SHARE',
      rule: 'R10',
      assessment: 2,
      version: 2,
    })
  })

  it('never tells less: what was reached stays, with the rule by which it was', () => {
    expect(update(decided(), decided(least, [aJoinedChild(), second], 2))).toMatchObject({
      decision: 'SHARE',
      rule: 'R10',
      assessment: 1,
      children: [`${westmarchCode}.C1`, `${westmarchCode}.C2`],
    })
  })

  it('says that another authority was told', () => {
    expect(update(decided(), decided({}, undefined, 2), true)).toMatchObject({ version: 2 })
  })

  it('is graver', () => {
    expect(update(decided(), decided({ harm: 'H3' }, undefined, 2))).toMatchObject({
      harm: 'H3',
      priority: 'red',
      version: 2,
    })
  })

  it('is left as it is where it says no more', () => {
    expect(update(decided(), decided({}, undefined, 2))).toBeUndefined()
    expect(update(decided(), decided(least, undefined, 2))).toBeUndefined()
  })
})
