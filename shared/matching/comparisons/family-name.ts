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

// Endings that follow the bearer's sex in Polish and East Slavic names.
const feminine = /(?:(sk|ck|dzk)a|(ov|ev|in)a)$/

const oneGender = (family: string): string =>
  family.length < 5
    ? family
    : family.replace(feminine, (_, adjective?: string, possessive?: string) =>
        adjective === undefined ? (possessive ?? '') : `${adjective}i`,
      )

/** Only the ending follows the sex, so names that begin otherwise need not be rewritten to be told apart. */
const sameButForGender = (a: string, b: string): boolean =>
  a.charAt(0) === b.charAt(0) &&
  (a.endsWith('a') || b.endsWith('a')) &&
  oneGender(a) === oneGender(b)

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
  if (sameButForGender(a.family, b.family)) return 'close'
  return shareAPart(a, b) ? 'barrel' : likenessOf(a.family, b.family)
}
