import type { NameFeatures } from '../normalise/name-features.ts'
import { likenessOf } from './given-name.ts'

export const familyNameLevels = [
  'exact',
  'barrel',
  'close',
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

const shareAPart = (a: NameFeatures, b: NameFeatures): boolean =>
  (a.families.length > 1 || b.families.length > 1) &&
  a.families.some((part) => part.length > 1 && b.families.includes(part))

/** Compares family names. `barrel` is one part in common where at least one side has several (Smith and Smith-Jones). */
export const compareFamilyNames = (
  a: NameFeatures,
  b: NameFeatures,
): FamilyNameLevel | undefined => {
  if (a.family === undefined || b.family === undefined) return undefined
  if (a.family === b.family) return 'exact'
  if (sameButForForm(a, b)) return 'close'
  if (areBothHonorific(a, b)) return undefined
  return shareAPart(a, b) ? 'barrel' : likenessOf(a.family, b.family)
}
