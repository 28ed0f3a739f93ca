import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contest, posteriorOf } from '../../../shared/matching/scoring/contest.ts'

/** Bits that pairs of people reach with the default model, and some to spare. */
const bits = fc.double({ min: -120, max: 120, noNaN: true })
const humans = fc.array(fc.record({ weight: bits, householdWeight: bits }), { maxLength: 8 })
type Humans = readonly { readonly weight: number; readonly householdWeight: number }[]

const chancesOf = (each: Humans): readonly number[] =>
  contest(each).map(({ household, rivals }, at) =>
    posteriorOf((each[at]?.weight ?? 0) + household + rivals),
  )
/** The subject is none of them: somebody of a household, or a stranger. */
const restOf = (each: Humans): number => {
  const rest = each.reduce((sum, { householdWeight }) => sum + 2 ** householdWeight, 1)
  return rest / each.reduce((sum, { weight }) => sum + 2 ** weight, rest)
}

describe('a contest', () => {
  it('shares one chance out among all humans, their households and strangers', () => {
    fc.assert(
      fc.property(humans, (each) => {
        const sum = chancesOf(each).reduce((total, chance) => total + chance, restOf(each))
        expect(sum).toBeCloseTo(1, 4)
      }),
      { numRuns: 1000 },
    )
  })

  it('does not depend on the order of humans', () => {
    const shuffled = humans.chain((each) =>
      fc.tuple(
        fc.constant(each),
        fc.shuffledSubarray([...each.keys()], { minLength: each.length }),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([each, order]) => {
        const chances = chancesOf(each)
        const others = chancesOf(order.flatMap((at) => each[at] ?? []))
        for (const [place, at] of order.entries())
          expect(others[place]).toBeCloseTo(chances[at] ?? -1, 4)
      }),
    )
  })

  it('takes and never gives', () => {
    fc.assert(
      fc.property(humans, (each) => {
        for (const { household, rivals } of contest(each)) {
          expect(household).toBeLessThanOrEqual(0)
          expect(rivals).toBeLessThanOrEqual(0)
        }
      }),
    )
  })

  it('leaves the heavier of two the likelier', () => {
    fc.assert(
      fc.property(humans, (each) => {
        const chances = chancesOf(each)
        const heaviest = Math.max(...each.map(({ weight }) => weight))
        const at = each.findIndex(({ weight }) => weight === heaviest)
        for (const chance of chances) expect(chance).toBeLessThanOrEqual((chances[at] ?? 0) + 1e-4)
      }),
    )
  })
})
