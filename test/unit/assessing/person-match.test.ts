import { describe, expect, it } from 'vitest'
import { northmoor, westmarch } from '../../../infra/stages/local.ts'
import {
  bandOf,
  confirmedIn,
  everybodyIn,
  isUnsettled,
  type PersonMatch,
} from '../../../shared/assessing/person-match.ts'
import { aCandidate, aMatch } from '../../builders/an-assessment.ts'

type Band = PersonMatch['match']['band']
const adult = (
  person: PersonMatch['person'],
  band: Band,
  change: Parameters<typeof aMatch>[1] = {},
): PersonMatch => ({ person, kind: 'adult', match: aMatch(band, change) })
const child = (band: Band, id: string): PersonMatch => ({
  person: 'children/0',
  kind: 'child',
  match: aMatch(band, {
    confirmed: band === 'CONFIRMED' ? [id] : [],
    candidates: [aCandidate(id)],
  }),
})

describe('the band of a concern', () => {
  it.each([
    [['NONE', 'POSSIBLE', 'MANY', 'CONFIRMED'], 'CONFIRMED'],
    [['NONE', 'POSSIBLE', 'MANY'], 'MANY'],
    [['NONE', 'POSSIBLE'], 'POSSIBLE'],
    [['NONE', 'NONE'], 'NONE'],
    [[], 'NONE'],
  ] as const)('is the best of its people: of %j, %s', (bands, expected) => {
    expect(bandOf(bands.map((band) => adult('subject', band)))).toBe(expected)
  })

  it('is CONFIRMED where a child is, whoever the adults are', () => {
    const matches = [adult('subject', 'NONE'), child('CONFIRMED', `${westmarch}.C1`)]
    expect(bandOf(matches)).toBe('CONFIRMED')
  })

  it('is CONFIRMED by one register, though another has still to answer', () => {
    expect(bandOf([adult('subject', 'POSSIBLE', { confirmed: [`${westmarch}.A1`] })])).toBe(
      'CONFIRMED',
    )
  })
})

describe('who is who', () => {
  const elsewhere = aCandidate(`${northmoor}.A9`)
  const matches = [
    adult('subject', 'CONFIRMED', { confirmed: [`${westmarch}.A1`, `${northmoor}.A2`] }),
    adult('otherAdults/0', 'POSSIBLE', { confirmed: [`${westmarch}.A3`], candidates: [elsewhere] }),
    child('CONFIRMED', `${westmarch}.C1`),
  ]

  it('is said of each person, on every register on which they stand', () => {
    expect(confirmedIn(matches)).toEqual({
      adults: [
        { ref: 'subject', adultId: `${westmarch}.A1` },
        { ref: 'subject', adultId: `${northmoor}.A2` },
        { ref: 'otherAdults/0', adultId: `${westmarch}.A3` },
      ],
      children: [`${westmarch}.C1`],
    })
  })

  it('is open while candidates are left to be settled, who are read around too', () => {
    expect(matches.map(isUnsettled)).toEqual([false, true, false])
    expect(everybodyIn(matches)).toEqual({
      adultIds: [`${westmarch}.A1`, `${northmoor}.A2`, `${westmarch}.A3`, `${northmoor}.A9`],
      childIds: [`${westmarch}.C1`],
    })
  })

  it('leaves out candidates of whom nobody is asked any more', () => {
    const nobody = child('NONE', `${westmarch}.C1`)
    expect(everybodyIn([nobody])).toEqual({ adultIds: [], childIds: [] })
  })
})
