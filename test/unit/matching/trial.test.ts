import { describe, expect, it } from 'vitest'
import { northmoor, westmarch } from '../../../infra/stages/local.ts'
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
  confirmed: [`${westmarch}.A`, `${westmarch}.B`],
  candidates: [
    candidate(`${westmarch}.A`),
    candidate(`${westmarch}.B`, 'g'),
    candidate(`${westmarch}.C`),
  ],
}

/** The register on which the model is on trial. */
const here = { authorities: [westmarch] }

describe('a match of a model on trial', () => {
  it('confirms nobody and marks whom the model would have confirmed', () => {
    expect(heldBack(match, here)).toStrictEqual({
      ...match,
      band: 'POSSIBLE',
      confirmed: [],
      candidates: [
        candidate(`${westmarch}.A`, 'model-on-trial'),
        candidate(`${westmarch}.B`, 'g', 'model-on-trial'),
        candidate(`${westmarch}.C`),
      ],
    })
    expect(onTrialGuard).toBe('model-on-trial')
  })

  it('stands on every other register, and waits for a person on this one', () => {
    const both = { ...match, confirmed: [`${westmarch}.A`, `${northmoor}.N`] }
    expect(heldBack(both, here)).toMatchObject({ band: 'POSSIBLE', confirmed: [`${northmoor}.N`] })
    expect(heldBack(match, { authorities: [northmoor] })).toBe(match)
  })

  it.each([
    ['an adult', matchPerson(aRequest({ candidates: [aCandidate(`${westmarch}.A1`)] }))],
    ['a child', matched(aChild(), { [`${westmarch}.C1`]: aChild() })],
  ])('is only possible, of %s', (_, { guards: _guards, ...found }) => {
    const record = matchRecordSchema.parse(found)
    expect(record.band).toBe('CONFIRMED')
    const held = heldBack(record, here)
    expect([held.band, held.confirmed]).toEqual(['POSSIBLE', []])
    expect(held.candidates.map(({ guards }) => guards)).toEqual([[onTrialGuard]])
  })
})
