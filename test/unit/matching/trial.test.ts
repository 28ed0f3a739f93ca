import { describe, expect, it } from 'vitest'
import { matchPerson } from '../../../shared/matching/match.ts'
import { type MatchRecord, matchRecordSchema } from '../../../shared/matching/match-record.ts'
import { heldBack, onTrialGuard } from '../../../shared/matching/trial.ts'
import { aChild, matched } from './a-child.ts'
import { aRequest } from './a-person.ts'

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

const ofWestmarch = { authorities: ['E06000991'] }

describe('a match of a model on trial', () => {
  it('confirms nobody and marks whom the model would have confirmed', () => {
    expect(heldBack(match, ofWestmarch)).toStrictEqual({
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

  it('stands on the register of a council that is not on trial', () => {
    expect(heldBack(match, { authorities: ['E08000992'] })).toBe(match)
    expect(heldBack(match, { authorities: [] })).toBe(match)
  })

  it('is held back on the register on trial alone, where somebody stands on two', () => {
    const both = {
      ...match,
      confirmed: ['E06000991.A', 'E08000992.B'],
      candidates: [candidate('E06000991.A'), candidate('E08000992.B')],
    }
    expect(heldBack(both, ofWestmarch)).toStrictEqual({
      ...both,
      band: 'POSSIBLE',
      confirmed: ['E08000992.B'],
      candidates: [candidate('E06000991.A', 'model-on-trial'), candidate('E08000992.B')],
    })
  })

  it('that was no match stays what it was', () => {
    const unsure: MatchRecord = { ...match, band: 'POSSIBLE', confirmed: [] }
    expect(heldBack(unsure, ofWestmarch)).toBe(unsure)
  })
})
