import { beforeAll, describe, expect, it } from 'vitest'
import { type Sent, sendConcerns } from '../../local/send-concerns.ts'
import { place } from './place.ts'

const rows = [
  'R1',
  'R2',
  'R3',
  'R4',
  'R5',
  'R5b',
  'R6',
  'R7',
  'R8',
  'R8b',
  'R9',
  'R10',
  'R11',
  'R12',
  'R13',
  'R14',
  'R14b',
  'R15',
  'R16',
  'R17',
]

describe('the seed’s concerns on the deployed hub', () => {
  let sent: readonly Sent[]
  beforeAll(async () => {
    sent = await sendConcerns(place)
  }, 240_000)

  it('are sixty, each decided by the row and the match that it was written for', () => {
    expect(sent).toHaveLength(60)
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

  it.each(rows)('include an example of %s', (row) => {
    const used = sent.some(
      ({ assessment: { decision } }) =>
        decision.rule === row || decision.raisedBy.some((raise) => raise === row),
    )
    expect(used).toBe(true)
  })
})
