import type { NameFeatures } from '../normalise/name-features.ts'
import { jaroWinkler } from '../text/jaro-winkler.ts'
import { isClose } from './given-name.ts'

export const familyNameLevels = ['exact', 'barrel', 'close', 'similar', 'different'] as const
export type FamilyNameLevel = (typeof familyNameLevels)[number]

const similarAt = 0.85
// Endings that follow the bearer's sex in Polish and East Slavic names.
const feminine = /(?:(sk|ck|dzk)a|(ov|ev|in)a)$/

const oneGender = (family: string): string =>
  family.length < 5
    ? family
    : family.replace(feminine, (_, adjective?: string, possessive?: string) =>
        adjective === undefined ? (possessive ?? '') : `${adjective}i`,
      )

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
  const likeness = jaroWinkler(a.family, b.family)
  if (oneGender(a.family) === oneGender(b.family)) return 'close'
  if (shareAPart(a, b)) return 'barrel'
  if (isClose(a.family, b.family)) return 'close'
  return likeness >= similarAt ? 'similar' : 'different'
}
