import { describe, expect, it } from 'vitest'
import { matchPerson } from '../../../shared/matching/match.ts'
import { type MatchRecord, matchRecordSchema } from '../../../shared/matching/match-record.ts'
import { heldBack, onTrialGuard } from '../../../shared/matching/trial.ts'
import { aChild, matched } from './a-child.ts'
import { aCandidate, aRequest } from './a-person.ts'

const candidate = (id: string, ...guards: string[]): MatchRecord['candidates'][number] => ({
  id,
  weight: 12,
  posterior: 0.9999,
  guards,
  explanation: [],
})
const match: MatchRecord = {
  band: 'CONFIRMED',
  incomplete: false,
  modelVersion: 'm',
  confirmed: ['E06000991.A', 'E06000991.B'],
  candidates: [candidate('E06000991.A'), candidate('E06000991.B', 'g'), candidate('E06000991.C')],
}

/** The register on which the model is on trial. */
const here = { authorities: ['E06000991'] }

describe('a match of a model on trial', () => {
  it('confirms nobody and marks whom the model would have confirmed', () => {
    expect(heldBack(match, here)).toStrictEqual({
      ...match,
      band: 'POSSIBLE',
      confirmed: [],
      candidates: [
        candidate('E06000991.A', 'model-on-trial'),
        candidate('E06000991.B', 'g', 'model-on-trial'),
        candidate('E06000991.C'),
      ],
    })
    expect(onTrialGuard).toBe('model-on-trial')
  })

  it('stands on every other register, and waits for a person on this one', () => {
    const both = { ...match, confirmed: ['E06000991.A', 'E08000992.N'] }
    expect(heldBack(both, here)).toMatchObject({ band: 'POSSIBLE', confirmed: ['E08000992.N'] })
    expect(heldBack(match, { authorities: ['E08000992'] })).toBe(match)
  })

  it.each([
    ['an adult', matchPerson(aRequest({ candidates: [aCandidate('E06000991.A1')] }))],
    ['a child', matched(aChild(), { 'E06000991.C1': aChild() })],
  ])('is only possible, of %s', (_, { guards: _guards, ...found }) => {
    const record = matchRecordSchema.parse(found)
    expect(record.band).toBe('CONFIRMED')
    const held = heldBack(record, here)
    expect([held.band, held.confirmed]).toEqual(['POSSIBLE', []])
    expect(held.candidates.map(({ guards }) => guards)).toEqual([[onTrialGuard]])
  })
})
