import { beforeAll, describe, expect, it } from 'vitest'
import { type Sent, sendConcerns } from '../../local/send-concerns.ts'
import { ruleIds } from '../../shared/sharing/decision.ts'
import { isNightly } from '../builders/runs.ts'
import { place } from './place.ts'

// By day the same concerns are decided in memory (test/quality/local), and others on the deployed hub.
describe.runIf(isNightly)('the seed’s concerns on the deployed hub', () => {
  let sent: readonly Sent[]
  beforeAll(async () => {
    sent = await sendConcerns(place)
  }, 300_000)

  it('are each decided by the row and the match that they were written for', () => {
    const seen = sent.map(({ demo, assessment: { decision, facts } }) => ({
      key: demo.key,
      rule: decision.rule,
      decision: decision.decision,
      match: facts.match,
    }))
    const expected = sent.map(({ demo: { key, expects } }) => ({
      key,
      rule: expects.rule,
      decision: expects.decision,
      match: expects.match,
    }))
    expect(seen).toEqual(expected)
  })

  it.each(ruleIds.filter((id) => id !== 'R0'))('include an example of %s', (row) => {
    const used = sent.some(
      ({ assessment: { decision } }) =>
        decision.rule === row || decision.raisedBy.some((raise) => raise === row),
    )
    expect(used).toBe(true)
  })
})
