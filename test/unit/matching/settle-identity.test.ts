import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  northmoor as northmoorCode,
  westmarch as westmarchCode,
} from '../../../infra/stages/local.ts'
import { adultIdSchema } from '../../../shared/kernel/ids.ts'
import type { MatchRecord } from '../../../shared/matching/match-record.ts'
import { settleIdentity, unsettled } from '../../../shared/matching/settle-identity.ts'

const westmarch = westmarchCode
const northmoor = northmoorCode
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

/** Once a register has answered for everybody whom it was asked about. */
const settled = (match: MatchRecord, authority: string, personIds: readonly string[]) =>
  settleIdentity(match, { authority, personIds, asked: match.candidates.map(({ id }) => id) })

describe('an identity', () => {
  it.each([
    ['one of two of one register', open(a, b), westmarch, [a], 'CONFIRMED', [a]],
    ['both, for they are one human', open(a, b), westmarch, [a, b], 'CONFIRMED', [a, b]],
    ['nobody of the only register', open(a, b), westmarch, [], 'NONE', []],
    ['one, with another register to ask', open(a, n), westmarch, [a], 'POSSIBLE', [a]],
    ['nobody, with another register to ask', open(a, n), northmoor, [], 'POSSIBLE', []],
    ['somebody the search had not found', open(a), westmarch, [b], 'CONFIRMED', [b]],
  ] as const)('settled as %s', (...[, match, authority, adultIds, band, confirmed]) => {
    const answered = settled(match, authority, adultIds)
    expect([answered.band, answered.confirmed]).toEqual([band, confirmed])
  })

  it('is marked on each candidate of the register that answered, and on no other', () => {
    expect(settled(open(a, b, n), westmarch, [b])).toStrictEqual({
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
    expect(settled(match, westmarch, [a]).band).toBe('MANY')
  })

  it('confirmed twice is confirmed once', () => {
    const match = { ...open(a), confirmed: [a] }
    expect(settled(match, westmarch, [a]).confirmed).toEqual([a])
  })

  it('is of a child as of an adult', () => {
    const child = `${westmarch}.C1`
    const answered = settled(open(child), westmarch, [child])
    expect(answered).toMatchObject({ band: 'CONFIRMED', confirmed: [child] })
  })

  it('given again takes the place of what the same register said before', () => {
    const first = settled(open(a, n), westmarch, [a])
    const again = settled(first, westmarch, [b])
    expect(again).toMatchObject({ band: 'POSSIBLE', confirmed: [b] })
    expect(unsettled(again).map(({ id }) => id)).toEqual([n])
  })

  it('is asked about anew of whoever was recorded since it was answered', () => {
    const match = settleIdentity(open(a, b), { authority: westmarch, personIds: [], asked: [a] })
    expect(match).toMatchObject({ band: 'POSSIBLE', confirmed: [] })
    expect(unsettled(match).map(({ id }) => id)).toEqual([b])
  })

  it('is settled by asking each register once, in whichever order, with one end', () => {
    fc.assert(
      fc.property(fc.subarray([a, b, n, adult(`${northmoor}.M`)]), fc.boolean(), (same, turned) => {
        const all = open(a, b, n, adult(`${northmoor}.M`))
        const order = turned ? ([northmoor, westmarch] as const) : ([westmarch, northmoor] as const)
        let match = all
        for (const authority of order) {
          const adultIds = same.filter((id) => id.startsWith(authority))
          match = settled(match, authority, adultIds)
        }
        expect(unsettled(match)).toEqual([])
        expect(new Set(match.confirmed)).toEqual(new Set(same))
        expect(match.band).toBe(same.length > 0 ? 'CONFIRMED' : 'NONE')
      }),
    )
  })
})
