import type { NameFeatures } from '../normalise/name-features.ts'
import { likenessOf } from './likeness.ts'

export const familyNameLevels = [
  'exact',
  'barrel',
  'close',
  'contradicts',
  'similar',
  'faint',
  'different',
] as const
export type FamilyNameLevel = (typeof familyNameLevels)[number]

/** One name in the forms of two sexes, without its particle or prefix, or spelt in two ways. */
const sameButForForm = (a: NameFeatures, b: NameFeatures): boolean =>
  a.root !== undefined && a.root === b.root

/** Begum and Khatun are both "lady": women change one for the other, so that they neither agree nor deny. */
const areBothHonorific = (a: NameFeatures, b: NameFeatures): boolean =>
  a.isHonorific === true && b.isHonorific === true

const among = (some: readonly string[], others: readonly string[]): number =>
  some.filter((part) => part.length > 1 && others.includes(part)).length

/** What is made of names of which one at least has several parts; undefined where they share none. */
const byParts = (a: NameFeatures, b: NameFeatures): FamilyNameLevel | undefined => {
  const isOnePart = a.families.length === 1 && b.families.length === 1
  if (isOnePart) return a.families[0] === b.families[0] ? 'exact' : undefined
  const shared = Math.min(among(a.families, b.families), among(b.families, a.families))
  if (shared === 0) return undefined
  if (shared < Math.min(a.families.length, b.families.length))
    return likenessOf(a.families.join(''), b.families.join('')) === 'close'
      ? 'close'
      : 'contradicts'
  return a.families.length === b.families.length ? 'exact' : 'barrel'
}

/**
 * Compares family names. `barrel`: every part of the shorter stands in the longer (Smith and Smith-Jones). `contradicts`: one
 * part in common, and others that deny each other (Garcia Lopez, Garcia Martin), as half-brothers' may. Particles left
 * out do not matter.
 */
export const compareFamilyNames = (
  a: NameFeatures,
  b: NameFeatures,
): FamilyNameLevel | undefined => {
  if (a.family === undefined || b.family === undefined) return undefined
  if (a.family === b.family) return 'exact'
  const parts = byParts(a, b)
  if (parts === 'exact') return parts
  if (sameButForForm(a, b)) return 'close'
  if (areBothHonorific(a, b)) return undefined
  return parts ?? likenessOf(a.family, b.family)
}
