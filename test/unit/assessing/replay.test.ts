import { describe, expect, it } from 'vitest'
import { type Decided, replay } from '../../../shared/assessing/replay.ts'
import { decideUnder } from '../../../shared/sharing/decide.ts'
import type { Decision } from '../../../shared/sharing/decision.ts'
import type { Facts } from '../../../shared/sharing/facts.ts'
import { policyOn } from '../../../shared/sharing/policies.ts'
import { afterTimeout, conclude } from '../../../shared/sharing/timeout.ts'
import { aConcernId } from '../../builders/a-stored-concern.ts'
import { someFacts } from '../sharing/facts.ts'

const concernId = aConcernId()
const day = '2026-11-23'
const decide = (facts: Facts): Decision => decideUnder(policyOn(day), facts)

const anAssessment = (
  number: number,
  differing: Partial<Facts>,
  decisionOf: (facts: Facts) => Decision = decide,
): Decided => {
  const facts = someFacts({ ...differing, id: concernId })
  return {
    concernId,
    number,
    cause: number === 1 ? 'received' : 'lapsed',
    assessedAt: `${day}T10:00:00.000Z`,
    match: { band: facts.match },
    facts,
    decision: decisionOf(facts),
  }
}

const lapsed = (facts: Facts, decision: Decision): Decision =>
  afterTimeout(decision, facts)?.decision ?? decision

const refused = { consent: 'REFUSED' } as const
const first = anAssessment(1, refused)
const timedOut = anAssessment(2, refused, (facts) => lapsed(facts, decide(facts)))
const byPerson: Decided = {
  ...anAssessment(2, refused, (facts) => conclude(decide(facts), facts, 'HOLD')),
  cause: 'reviewed',
}

const withDecision = (assessment: Decided, change: Partial<Decision>): Decided => ({
  ...assessment,
  decision: { ...assessment.decision, ...change },
})
const withFacts = (assessment: Decided, change: Partial<Facts>): Decided => ({
  ...assessment,
  facts: { ...assessment.facts, ...change },
})
const { basis } = first.decision

describe('a replay', () => {
  it.each([
    ['decided by a rule', [first]],
    ['a review whose day passed', [first, timedOut]],
    ['stored in another order', [timedOut, first]],
    ['a review that a person concluded', [first, byPerson]],
    ['nothing at all', []],
  ])('finds no difference in %s', (_what, assessments) => {
    expect(replay(assessments)).toEqual([])
  })

  it.each([
    ['a decision', [withDecision(first, { decision: 'HOLD' })], ['decision']],
    ['who is told', [withDecision(first, { tellParent: 'yes' })], ['tellParent']],
    ['a due day', [withDecision(first, { dueInWorkingDays: 5 })], ['dueInWorkingDays']],
    [
      'a basis',
      [withDecision(first, { basis: { ...basis, schedule1: 'para-2' } })],
      ['basis.schedule1'],
    ],
    [
      'a fact that decides',
      [withFacts(first, { harm: 'H3' })],
      ['rule', 'decision', 'harmAfter', 'tellParent', 'dueInWorkingDays', 'onTimeout'],
    ],
    ['the match', [{ ...first, match: { band: 'NONE' as const } }], ['facts.match']],
    ['the concern', [{ ...first, concernId: aConcernId(2) }], ['facts.id']],
    ['the version', [withDecision(first, { policyVersion: '1999-01-01.1' })], ['policyVersion']],
    ['what a passed day led to', [withDecision(timedOut, { decision: 'SHARE' })], ['decision']],
    ['the facts after a day passed', [withFacts(timedOut, { factors: ['3B'] })], ['facts.factors']],
    [
      'what a person’s choice led to',
      [withDecision(byPerson, { tellParent: 'yes' })],
      ['tellParent'],
    ],
    ['the facts that a person saw', [withFacts(byPerson, { harm: 'H1' })], ['facts.harm']],
    ['which comes when', [{ ...timedOut, number: 3 }], ['number']],
    ['what follows a decision that ends', [anAssessment(1, {}), anAssessment(2, {})], ['number']],
  ])('names the fields where somebody has changed %s', (_what, changed, fields) => {
    const untouched = changed.some(({ number }) => number === 1) ? [] : [first]
    const [difference, ...others] = replay([...untouched, ...changed])
    expect(others).toEqual([])
    expect(difference).toMatchObject({ number: changed.at(-1)?.number, fields })
  })

  it('decides anew once a person has settled who was meant', () => {
    const review = anAssessment(1, { match: 'POSSIBLE' })
    const settled: Decided = { ...anAssessment(2, { match: 'CONFIRMED' }), cause: 'reviewed' }
    expect(replay([review, settled])).toEqual([])
    const changed = withDecision(settled, { rule: 'R9' })
    expect(replay([review, changed])).toMatchObject([{ fields: ['rule'] }])
  })

  it('decides anew once the clock has left a confirmed match standing', () => {
    const review = anAssessment(1, { match: 'POSSIBLE' })
    const settled = anAssessment(2, { match: 'CONFIRMED' })
    expect(settled.cause).toBe('lapsed')
    expect(replay([review, settled])).toEqual([])
  })

  it('goes concern by concern', () => {
    const id = aConcernId(2)
    const other = { ...withDecision(withFacts(first, { id }), { id }), concernId: id }
    expect(replay([first, other, timedOut])).toEqual([])
  })

  it('makes nothing again that follows a version which is not known', () => {
    const unknown = withDecision(first, { policyVersion: '1999-01-01.1' })
    const fields = ['policyVersion']
    expect(replay([unknown, timedOut])).toEqual([
      { concernId, number: 1, fields },
      { concernId, number: 2, fields },
    ])
  })

  it('decides anew on a consent that has changed', () => {
    const changed: Decided = { ...anAssessment(2, { consent: 'GIVEN' }), cause: 'consent-changed' }
    expect(replay([first, changed])).toEqual([])
    expect(replay([first, withDecision(changed, { decision: 'HOLD' })])).toHaveLength(1)
  })

  it('decides anew on a household that has changed, by what was recorded of it', () => {
    const joined: Decided = {
      ...anAssessment(2, { accumulationFires: true }),
      cause: 'household-changed',
    }
    expect(replay([first, joined])).toEqual([])
    expect(replay([first, withFacts(joined, { accumulationFires: false })])).toHaveLength(1)
  })

  it('finds an assessment whose predecessor is gone', () => {
    expect(replay([timedOut])).toEqual([{ concernId, number: 2, fields: ['number'] }])
  })

  it('finds two of one number', () => {
    expect(replay([first, first])).toEqual([{ concernId, number: 1, fields: ['number'] }])
  })
})
