import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adultIdSchema } from '../../../shared/kernel/ids.ts'
import type { MatchRecord } from '../../../shared/matching/match-record.ts'
import { settleIdentity, unsettled } from '../../../shared/matching/settle-identity.ts'

const westmarch = 'E06000991'
const northmoor = 'E08000992'
const adult = (id: string) => adultIdSchema.parse(id)
const candidate = (id: string): MatchRecord['candidates'][number] => ({
  id,
  weight: 4,
  posterior: 0.9,
  guards: [],
  explanation: [],
})
const open = (...ids: string[]): MatchRecord => ({
  band: ids.length > 1 ? 'MANY' : 'POSSIBLE',
  incomplete: false,
  modelVersion: 'm',
  confirmed: [],
  candidates: ids.map((id) => candidate(id)),
})
const a = adult(`${westmarch}.A`)
const b = adult(`${westmarch}.B`)
const n = adult(`${northmoor}.N`)

describe('an identity', () => {
  it.each([
    ['one of two of one register', open(a, b), westmarch, [a], 'CONFIRMED', [a]],
    ['both, for they are one human', open(a, b), westmarch, [a, b], 'CONFIRMED', [a, b]],
    ['nobody of the only register', open(a, b), westmarch, [], 'NONE', []],
    ['one, with another register to ask', open(a, n), westmarch, [a], 'POSSIBLE', [a]],
    ['nobody, with another register to ask', open(a, n), northmoor, [], 'POSSIBLE', []],
    ['somebody the search had not found', open(a), westmarch, [b], 'CONFIRMED', [b]],
  ] as const)('settled as %s', (...[, match, authority, adultIds, band, confirmed]) => {
    const settled = settleIdentity(match, { authority, personIds: adultIds })
    expect([settled.band, settled.confirmed]).toEqual([band, confirmed])
  })

  it('is marked on each candidate of the register that answered, and on no other', () => {
    expect(settleIdentity(open(a, b, n), { authority: westmarch, personIds: [b] })).toStrictEqual({
      ...open(a, b, n),
      band: 'POSSIBLE',
      confirmed: [b],
      candidates: [
        { ...candidate(a), settled: 'other' },
        { ...candidate(b), settled: 'same' },
        candidate(n),
      ],
    })
  })

  it('stays open to many where another register has several to answer for', () => {
    const match = open(a, n, adult(`${northmoor}.M`))
    expect(settleIdentity(match, { authority: westmarch, personIds: [a] }).band).toBe('MANY')
  })

  it('confirmed twice is confirmed once', () => {
    const match = { ...open(a), confirmed: [a] }
    expect(settleIdentity(match, { authority: westmarch, personIds: [a] }).confirmed).toEqual([a])
  })

  it('is of a child as of an adult', () => {
    const child = `${westmarch}.C1`
    const settled = settleIdentity(open(child), { authority: westmarch, personIds: [child] })
    expect(settled).toMatchObject({ band: 'CONFIRMED', confirmed: [child] })
  })

  it('given again takes the place of what the same register said before', () => {
    const first = settleIdentity(open(a, n), { authority: westmarch, personIds: [a] })
    const again = settleIdentity(first, { authority: westmarch, personIds: [b] })
    expect(again).toMatchObject({ band: 'POSSIBLE', confirmed: [b] })
    expect(unsettled(again).map(({ id }) => id)).toEqual([n])
  })

  it('is settled by asking each register once, in whichever order, with one end', () => {
    fc.assert(
      fc.property(fc.subarray([a, b, n, adult(`${northmoor}.M`)]), fc.boolean(), (same, turned) => {
        const all = open(a, b, n, adult(`${northmoor}.M`))
        const order = turned ? ([northmoor, westmarch] as const) : ([westmarch, northmoor] as const)
        let match = all
        for (const authority of order) {
          const adultIds = same.filter((id) => id.startsWith(authority))
          match = settleIdentity(match, { authority, personIds: adultIds })
        }
        expect(unsettled(match)).toEqual([])
        expect(new Set(match.confirmed)).toEqual(new Set(same))
        expect(match.band).toBe(same.length > 0 ? 'CONFIRMED' : 'NONE')
      }),
    )
  })
})
