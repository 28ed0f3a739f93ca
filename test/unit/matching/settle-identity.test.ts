import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adultIdSchema } from '../../../shared/kernel/ids.ts'
import type { MatchRecord } from '../../../shared/matching/match-record.ts'
import {
  settledAsItStands,
  settleIdentity,
  unsettled,
} from '../../../shared/matching/settle-identity.ts'
import { onTrialGuard } from '../../../shared/matching/trial.ts'
import { trialAnswerOf } from '../../../shared/reviews/trial-answer.ts'

const westmarch = 'E06000991'
const northmoor = 'E08000992'
const adult = (id: string) => adultIdSchema.parse(id)
const candidate = (id: string, ...guards: string[]): MatchRecord['candidates'][number] => ({
  id,
  weight: 4,
  posterior: 0.9,
  guards,
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

  it('that nobody else will settle stands as far as it was confirmed', () => {
    const half = settleIdentity(open(a, n), { authority: westmarch, personIds: [a] })
    expect(settledAsItStands(half)).toMatchObject({ band: 'CONFIRMED', confirmed: [a] })
    expect(settledAsItStands(open(a)).band).toBe('NONE')
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

describe('an answer', () => {
  const held: MatchRecord = { ...open(), candidates: [candidate(a, onTrialGuard), candidate(b)] }
  const asked = { authority: westmarch, kind: 'identity' } as never

  it.each([
    ['counts for the model that would have been right', held, { adultIds: [a] }, true],
    ['counts against one that would have been wrong', held, { adultIds: [b] }, false],
    ['counts against one where it is nobody', held, {}, false],
  ])('%s', (...[, match, given, isConfirmed]) => {
    expect(trialAnswerOf(match, asked, given as never)).toEqual({ modelVersion: 'm', isConfirmed })
  })

  it('counts for nothing where the model would have asked anyway, or of another register', () => {
    expect(trialAnswerOf(open(a), asked, { adultIds: [a] } as never)).toBeUndefined()
    const elsewhere = { authority: northmoor, kind: 'identity' } as never
    expect(trialAnswerOf(held, elsewhere, {} as never)).toBeUndefined()
  })
})
