/** Weights of one candidate, and the best weight of each *other* human among the candidates. */
export type Contest = {
  readonly weight: number
  readonly householdWeight: number
  readonly rivals: readonly number[]
}

/** 2^bits is finite far beyond any weight that bounded levels can sum to. */
const odds = (bits: number): number => 2 ** Math.min(1000, bits)

/**
 * The chance that this candidate is the subject, when the subject may instead be a rival, an unregistered member of
 * this candidate's household, or a stranger to the register. The household term is what keeps a partner, sibling or
 * parent at the same address from being taken for the subject.
 * @see Fellegi and Sunter 1969, extended by a third hypothesis
 */
export const posteriorOf = ({ weight, householdWeight, rivals }: Contest): number => {
  const same = odds(weight)
  const others = rivals.reduce((sum, rival) => sum + odds(rival), 0)
  return same / (same + others + odds(householdWeight) + 1)
}
