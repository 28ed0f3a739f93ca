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
  if (sameButForGender(a.family, b.family)) return 'close'
  return byParts(a, b) ?? likenessOf(a.family, b.family)
}
