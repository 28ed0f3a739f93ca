import { describe, expect, it } from 'vitest'
import { type Decided, replay } from '../../../shared/assessing/replay.ts'
import { afterTimeout, conclude } from '../../../shared/sharing/conclude.ts'
import { decideUnder } from '../../../shared/sharing/decide.ts'
import type { Decision } from '../../../shared/sharing/decision.ts'
import type { Facts } from '../../../shared/sharing/facts.ts'
import { policyOn } from '../../../shared/sharing/policies.ts'
import { aConcernId } from '../../builders/a-stored-concern.ts'
import { anAssessment } from '../../builders/an-assessment.ts'
import { someFacts } from '../sharing/facts.ts'

const concernId = aConcernId()
const day = '2026-11-26'
const decide = (facts: Facts): Decision => decideUnder(policyOn(day), facts)

const anExample = (number: number, differing: Partial<Facts>): Decided => {
  const facts = someFacts({ ...differing, id: concernId })
  return anAssessment(facts, { number, decision: decide(facts) })
}
/** The same, once a person or the clock has concluded it. */
const concluded = (stored: Decided, answer: NonNullable<Decided['concluded']>): Decided => ({
  ...stored,
  concluded: answer,
  decision: conclude(decide(stored.facts), stored.facts, answer),
})

const refused = { consent: 'REFUSED' } as const
const first = anExample(1, refused)
const lapse = afterTimeout(first.decision, first.facts)?.decision.decision
if (lapse !== 'SHARE_MINIMAL') throw new Error('the least is shared where nobody answers (R12)')
const timedOut = concluded(anExample(2, refused), lapse)
const byPerson = concluded(anExample(2, refused), 'HOLD')

const withDecision = (stored: Decided, change: Partial<Decision>): Decided => ({
  ...stored,
  decision: { ...stored.decision, ...change },
})
const withFacts = (stored: Decided, change: Partial<Facts>): Decided => ({
  ...stored,
  facts: { ...stored.facts, ...change },
})
const { basis } = first.decision

describe('a replay', () => {
  it.each([
    ['decided by a rule', [first]],
    ['a review whose day passed', [first, timedOut]],
    ['stored in another order', [timedOut, first]],
    ['a review that a person concluded', [first, byPerson]],
    ['an identity that was settled', [anExample(1, { match: 'POSSIBLE' }), anExample(2, {})]],
    ['a consent that has changed', [first, anExample(2, { consent: 'GIVEN' })]],
    ['a household that has changed', [first, anExample(2, { combination: true })]],
    ['nothing at all', []],
  ])('finds no difference in %s', (_what, assessments) => {
    expect(replay(assessments)).toEqual([])
  })

  it.each([
    ['a decision', withDecision(first, { decision: 'HOLD' }), ['decision']],
    ['what a parent may be told', withDecision(first, { tellParent: 'yes' }), ['tellParent']],
    ['a due day', withDecision(first, { dueInWorkingDays: 5 }), ['dueInWorkingDays']],
    ['who is asked', withDecision(first, { asked: 'partnership-lead' }), ['asked']],
    [
      'a basis',
      withDecision(first, { basis: { ...basis, schedule1: 'para-6' } }),
      ['basis.schedule1'],
    ],
    ['the match', { ...first, matches: [] }, ['facts.match']],
    ['the concern', { ...first, concernId: aConcernId(2) }, ['facts.id']],
    ['the version', withDecision(first, { policyVersion: '1999-01-01.1' }), ['policyVersion']],
    ['what a passed day led to', withDecision(timedOut, { decision: 'SHARE' }), ['decision']],
    [
      'what a person’s choice led to',
      withDecision(byPerson, { tellParent: 'yes' }),
      ['tellParent'],
    ],
    [
      'what a person concluded',
      { ...byPerson, concluded: 'SHARE' as const },
      ['decision', 'tellParent'],
    ],
    ['which comes when', { ...timedOut, number: 3 }, ['number']],
  ])('names the fields where somebody has changed %s', (_what, changed, fields) => {
    const before = changed.number === 1 ? [] : [first]
    const { number } = changed
    expect(replay([...before, changed])).toEqual([{ concernId: changed.concernId, number, fields }])
  })

  it('decides anew on a fact that was changed, and names all that then differs', () => {
    const [difference] = replay([withFacts(first, { harm: 'H3' })])
    expect(difference?.fields).toEqual(
      expect.arrayContaining(['rule', 'decision', 'harmAfter', 'onTimeout']),
    )
  })

  it('never repeats a value', () => {
    const canary = withDecision(first, { policyVersion: 'Canary' })
    expect(JSON.stringify(replay([canary]))).not.toContain('Canary')
  })

  it('goes concern by concern', () => {
    const id = aConcernId(2)
    const other = { ...withDecision(withFacts(first, { id }), { id }), concernId: id }
    expect(replay([first, other, timedOut])).toEqual([])
  })

  it('finds an assessment whose predecessor is gone', () => {
    expect(replay([timedOut])).toEqual([{ concernId, number: 2, fields: ['number'] }])
  })

  it('finds two of one number', () => {
    expect(replay([first, first])).toEqual([{ concernId, number: 1, fields: ['number'] }])
  })
})
