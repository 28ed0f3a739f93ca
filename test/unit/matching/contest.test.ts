import { describe, expect, it } from 'vitest'
import { contest, posteriorOf } from '../../../shared/matching/scoring/contest.ts'

const chances = (humans: readonly { weight: number; householdWeight: number }[]) =>
  contest(humans).map(({ household, rivals }, at) =>
    posteriorOf((humans[at]?.weight ?? 0) + household + rivals),
  )
const never = Number.NEGATIVE_INFINITY

describe('a contest', () => {
  it('takes nothing from one human without a household', () => {
    const [alone] = contest([{ weight: 3, householdWeight: never }])
    expect(alone?.household).toBeCloseTo(0, 10)
    expect(alone?.rivals).toBeCloseTo(0, 10)
  })

  it('halves the chance between two equals', () => {
    const equal = { weight: 20, householdWeight: never }
    for (const chance of chances([equal, equal])) expect(chance).toBeCloseTo(0.5, 4)
  })

  it('sets a household against the person', () => {
    expect(chances([{ weight: 10, householdWeight: 10 }])[0]).toBeCloseTo(0.5, 3)
    expect(chances([{ weight: 10, householdWeight: 20 }])[0]).toBeLessThan(0.001)
  })

  it('sets every household against every human, for the subject may live with another', () => {
    const [first] = chances([
      { weight: 10, householdWeight: never },
      { weight: -5, householdWeight: 10 },
    ])
    expect(first).toBeCloseTo(0.5, 2)
  })

  it('leaves no chance to one far outweighed, however strong alone', () => {
    const [best, other] = chances([
      { weight: 104, householdWeight: never },
      { weight: 76, householdWeight: never },
    ])
    expect(best).toBeGreaterThan(0.999)
    expect(other).toBeLessThan(1e-6)
  })

  it('bears any weight', () => {
    const all = chances([
      { weight: 1e4, householdWeight: 1e4 },
      { weight: -1e4, householdWeight: never },
      { weight: 0, householdWeight: 0 },
    ])
    expect(all.filter((chance) => !(chance >= 0 && chance <= 1))).toEqual([])
    expect(chances([])).toEqual([])
  })
})
