import type { NameFormLevel } from '../comparisons/comparisons.ts'
import { compareFamilyNames } from '../comparisons/family-name.ts'
import { compareGivenNames } from '../comparisons/given-name.ts'
import { exchanged, type NameFeatures } from '../normalise/name-features.ts'
import type { Evidence } from './evidence.ts'
import { rarityBits } from './rarity.ts'
import { bitsOf, type Weights } from './weights.ts'

type Pairing = { readonly form: NameFormLevel; readonly a: NameFeatures; readonly b: NameFeatures }

/** Every way to lay two people's names together. Both exchanges are tried, so that either side may lead. */
const pairingsOf = (a: readonly NameFeatures[], b: readonly NameFeatures[]): readonly Pairing[] =>
  a.flatMap((one, at) =>
    b.flatMap((other, otherAt): Pairing[] => {
      const current = at === 0 && otherAt === 0
      const turned = current ? 'exchanged' : 'former-exchanged'
      return [
        { form: current ? 'current' : 'former', a: one, b: other },
        { form: turned, a: exchanged(one), b: other },
        { form: turned, a: one, b: exchanged(other) },
      ]
    }),
  )

const agreesSomewhat = (level: string | undefined): boolean =>
  level !== undefined && level !== 'different'

const evidenceOf = ({ form, a, b }: Pairing, weights: Weights): readonly Evidence[] => {
  const given = compareGivenNames(a, b)
  const family = compareFamilyNames(a, b)
  const givenRarity = agreesSomewhat(given)
    ? rarityBits(
        weights.frequencies.get('given-name'),
        [a.givens[0], b.givens[0]],
        given === 'exact',
      )
    : undefined
  const familyRarity = agreesSomewhat(family)
    ? rarityBits(weights.frequencies.get('family-name'), [a.family, b.family], family === 'exact')
    : undefined
  return [
    { comparison: 'name-form', level: form, bits: bitsOf(weights, 'name-form', form) },
    {
      comparison: 'given-name',
      level: given,
      bits: bitsOf(weights, 'given-name', given),
      rarity: givenRarity,
    },
    {
      comparison: 'family-name',
      level: family,
      bits: bitsOf(weights, 'family-name', family),
      rarity: familyRarity,
    },
  ]
}

const totalOf = (evidence: readonly Evidence[], side: 'same' | 'household'): number =>
  evidence.reduce((sum, { bits, rarity }) => sum + bits[side] + (rarity?.[side] ?? 0), 0)

/** Of two pairings that weigh the same, the one that speaks more for a household is the cautious reading. */
const isBetter = (one: readonly Evidence[], other: readonly Evidence[]): boolean => {
  const difference = totalOf(one, 'same') - totalOf(other, 'same')
  return (
    difference > 0 || (difference === 0 && totalOf(one, 'household') > totalOf(other, 'household'))
  )
}

/** The best pairing of two people's names: any alias of one may be the current name of the other. */
export const nameEvidence = (
  a: readonly NameFeatures[],
  b: readonly NameFeatures[],
  weights: Weights,
): readonly Evidence[] => {
  let best: readonly Evidence[] | undefined
  for (const pairing of pairingsOf(a, b)) {
    const evidence = evidenceOf(pairing, weights)
    if (best === undefined || isBetter(evidence, best)) best = evidence
  }
  return best ?? []
}
