import { roundedBits } from './weights.ts'

/** 2^bits is finite far beyond any weight that bounded levels can sum to. */
const odds = (bits: number): number => 2 ** Math.min(1000, bits)

/** Sums of all entries before each, and of all after each. */
const sumsOfOthers = (values: readonly number[]): readonly number[] => {
  const after = [...values]
  for (let at = values.length - 2; at >= 0; at -= 1)
    after[at] = (after[at] ?? 0) + (after[at + 1] ?? 0)
  let before = 0
  return values.map((value, at) => {
    const others = before + (after[at + 1] ?? 0)
    before += value
    return others
  })
}

/** What the alternatives take from one human's weight, in bits: somebody of the household, and the other candidates. */
export type Alternatives = { readonly household: number; readonly rivals: number }

/**
 * The subject is one of these humans, or an unregistered person who lives with one of them, or a stranger to the
 * register. Each human's weight is set against all of that, not against a stranger alone: this is what keeps a partner,
 * sibling or parent at the same address from being taken for the subject. `humans` gives each human's best weight and
 * household weight; the answer is in the same order.
 * @see Fellegi and Sunter 1969, extended by a third hypothesis and normalised over the set
 */
export const contest = (
  humans: readonly { readonly weight: number; readonly householdWeight: number }[],
): readonly Alternatives[] => {
  const households = humans.reduce((sum, { householdWeight }) => sum + odds(householdWeight), 1)
  const rivals = sumsOfOthers(humans.map(({ weight }) => odds(weight)))
  return rivals.map((sum) => ({
    household: roundedBits(-Math.log2(households)),
    rivals: roundedBits(Math.log2(households) - Math.log2(households + sum)),
  }))
}

/** The chance that belongs to log2 odds. */
export const posteriorOf = (weight: number): number => 1 / (1 + 2 ** -weight)
