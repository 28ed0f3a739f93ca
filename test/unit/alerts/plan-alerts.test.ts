import { describe, expect, it } from 'vitest'
import { type MatchedChild, planAlerts } from '../../../shared/alerts/plan-alerts.ts'
import { childIdSchema } from '../../../shared/kernel/ids.ts'
import { decide } from '../../../shared/sharing/decide.ts'
import type { Decision } from '../../../shared/sharing/decision.ts'
import type { Facts } from '../../../shared/sharing/facts.ts'
import { latestPolicy } from '../../../shared/sharing/policies.ts'
import { anId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { anAlert } from '../../builders/an-alert.ts'
import { noPastOfConcern } from '../../builders/no-past.ts'
import { someFacts } from '../sharing/facts.ts'

const now = new Date('2026-11-23T10:00:00Z')
const inWestmarch: MatchedChild = {
  childId: childIdSchema.parse('E06000991.C1'),
  relationship: 'MOTHER',
  authority: 'E06000991',
}
const sibling: MatchedChild = { ...inWestmarch, childId: childIdSchema.parse('E06000991.C2') }
const inNorthmoor: MatchedChild = {
  childId: childIdSchema.parse('E08000992.C9'),
  relationship: 'OTHER',
  authority: 'E08000992',
}

const plan = (
  facts: Partial<Facts>,
  matched: readonly MatchedChild[],
  change: Partial<Decision> = {},
) => {
  const whole = someFacts(facts)
  const decision = { ...decide(whole), ...change }
  let number = 10
  const newId = (): string => {
    number += 1
    return anId(number)
  }
  return planAlerts(
    aStoredConcern(),
    { decision, facts: whole, matched, past: noPastOfConcern },
    { now, newId },
  )
}

const told = (alerts: ReturnType<typeof plan>) =>
  alerts.map(({ authority, kind, content }) => `${authority} ${kind} ${content.children.length}`)

describe('who is told', () => {
  it.each([
    ['one child', {}, [inWestmarch], ['E06000991 matched 1']],
    ['two children of one authority', {}, [inWestmarch, sibling], ['E06000991 matched 2']],
    [
      'children of two authorities',
      {},
      [inWestmarch, inNorthmoor],
      ['E06000991 matched 1', 'E08000992 matched 1'],
    ],
    ['a child of another authority than was said', {}, [inNorthmoor], ['E08000992 matched 1']],
    ['nobody at H2', { match: 'NONE' }, [], ['E06000991 unmatched 0']],
    ['nobody at H3', { match: 'NONE', harm: 'H3' }, [], ['E06000991 unmatched 0']],
    ['nobody at H1', { match: 'NONE', harm: 'H1' }, [], []],
    ['somebody possible at H3', { match: 'POSSIBLE', harm: 'H3' }, [], ['E06000991 unmatched 0']],
    ['somebody possible at H2', { match: 'POSSIBLE' }, [], []],
    [
      'somebody possible in immediate danger',
      { match: 'POSSIBLE', harm: 'H4' },
      [],
      ['E06000991 unmatched 0'],
    ],
    ['a child at H1, agreed', { harm: 'H1' }, [inWestmarch], ['E06000991 early-help 1']],
    ['a child at H0', { harm: 'H0' }, [inWestmarch], []],
    ['a child, refused', { consent: 'REFUSED' }, [inWestmarch], []],
    ['a child, for another purpose', { purpose: 'other' }, [inWestmarch], []],
  ] as const)('of %s', (...[, facts, matched, expected]) => {
    expect(told(plan(facts as Partial<Facts>, matched))).toEqual(expected)
  })

  it('does not name a child while identity is in review, though candidates were found', () => {
    expect(told(plan({ match: 'POSSIBLE', harm: 'H3' }, [inWestmarch]))).toEqual([
      'E06000991 unmatched 0',
    ])
  })

  it('tells the stated authority beside the one that knows the child, where the decision says so', () => {
    const alerts = plan({}, [inNorthmoor], { unmatchedAlert: true })
    expect(told(alerts)).toEqual(['E08000992 matched 1', 'E06000991 unmatched 0'])
  })

  it('tells an authority once, though it both knows the child and was stated', () => {
    expect(told(plan({}, [inWestmarch], { unmatchedAlert: true }))).toEqual(['E06000991 matched 1'])
  })

  it('never leaves a decision to share without anybody told', () => {
    expect(plan({}, [])).not.toEqual([])
  })
})

describe('an alert', () => {
  it('is, whole, the decision and what may be read', () => {
    const [alert] = plan({ flags: ['RESTRICTED_ADDRESS'] }, [inWestmarch])
    const { content, ...rest } = alert ?? anAlert()
    expect(rest).toStrictEqual({
      alertId: anId(11),
      concernId: aStoredConcern().concernId,
      authority: 'E06000991',
      kind: 'matched',
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
    expect(content).not.toHaveProperty('addresses')
    expect(content.banners).toEqual(['PROTECTED_ADDRESS'])
  })

  it.each([
    [{ match: 'POSSIBLE', harm: 'H3' }, {}],
    [{}, { unmatchedAlert: true }],
  ] as const)('without identity goes out once: %j', (facts, change) => {
    const whole = someFacts(facts)
    const alerts = planAlerts(
      aStoredConcern({ alertedWithoutIdentity: true }),
      {
        decision: { ...decide(whole), ...change },
        facts: whole,
        matched: [],
        past: noPastOfConcern,
      },
      { now, newId: () => anId(11) },
    )
    expect(alerts).toEqual([])
  })

  it('is raised at version 1, due at the end of the next working day, with an id of its own', () => {
    const alerts = plan({}, [inWestmarch, inNorthmoor])
    for (const alert of alerts)
      expect(alert).toMatchObject({
        state: 'RAISED',
        version: 1,
        chases: 0,
        raisedAt: now.toISOString(),
        dueAt: '2026-11-24T23:59:59.999Z',
      })
    expect(new Set(alerts.map(({ alertId }) => alertId)).size).toBe(2)
  })

  it('names its own authority’s children only', () => {
    const [westmarch, northmoor] = plan({}, [inWestmarch, inNorthmoor])
    expect(westmarch?.content.children.map(({ childId }) => childId)).toEqual(['E06000991.C1'])
    expect(northmoor?.content.children.map(({ childId }) => childId)).toEqual(['E08000992.C9'])
  })

  it.each([
    ['SHARE says what was told', {}, true],
    ['SHARE_MINIMAL leaves it out', { consent: 'LACKS_CAPACITY' }, false],
  ] as const)('under %s', (...[, facts, hasNarrative]) => {
    const [alert] = plan(facts, [inWestmarch])
    expect(alert?.content.narrative !== undefined).toBe(hasNarrative)
  })

  it('carries the level after the raises, the rule and the policy', () => {
    const [alert] = plan({ accumulationFires: true }, [inWestmarch])
    expect(alert).toMatchObject({ harm: 'H3', rule: 'R9', content: { harm: 'H3' } })
  })
})
