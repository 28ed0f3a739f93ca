import { type Comparison, comparePeople } from '../../shared/matching/comparisons/compare-people.ts'
import {
  comparisonLevels,
  comparisonNames,
  type Findings,
} from '../../shared/matching/comparisons/comparisons.ts'
import type { PersonFeatures } from '../../shared/matching/normalise/person-features.ts'

/** Pairs that found the same levels in every comparison are one pattern. `codes` holds a level's number, or -1. */
export type Pattern = { readonly findings: Findings; readonly codes: readonly number[] }

const base = 16
const codeOfLevel: readonly ReadonlyMap<string, number>[] = comparisonNames.map(
  (name) => new Map(comparisonLevels[name].map((level, at) => [level, at])),
)

const codesOf = (findings: Findings): readonly number[] =>
  comparisonNames.map((name, at) => {
    const level = findings[name]
    return level === undefined ? -1 : (codeOfLevel[at]?.get(level) ?? -1)
  })

/** The distinct patterns met so far, numbered from 0. */
export class PatternTable {
  readonly patterns: Pattern[] = []
  readonly #numbers = new Map<number, number>()

  /** The number of the pattern that a comparison found. */
  numberOf({ findings }: Comparison): number {
    const codes = codesOf(findings)
    const key = codes.reduce((sum, code) => sum * base + code + 1, 0)
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    const number = this.patterns.push({ findings, codes }) - 1
    this.#numbers.set(key, number)
    return number
  }

  /** Compares two people and counts them under their pattern. */
  count(counts: Map<number, number>, a: PersonFeatures, b: PersonFeatures): void {
    const number = this.numberOf(comparePeople(a, b))
    counts.set(number, (counts.get(number) ?? 0) + 1)
  }
}

/** One number for every level of every comparison. */
export type LevelValues = readonly Float64Array[]

/** Nought for every level. */
export const levelValues = (): LevelValues =>
  comparisonNames.map((name) => new Float64Array(comparisonLevels[name].length))

/** Adds a weighted pattern to the levels it holds. */
export const addPattern = (sums: LevelValues, { codes }: Pattern, weight: number): void => {
  for (const [at, code] of codes.entries()) {
    const levels = sums[at]
    if (code >= 0 && levels !== undefined) levels[code] = (levels[code] ?? 0) + weight
  }
}

/** How often each level was found, by comparison, for patterns and how often they were met. */
export const sumPatterns = (
  table: PatternTable,
  counts: ReadonlyMap<number, number>,
): LevelValues => {
  const sums = levelValues()
  for (const [number, count] of counts) {
    const pattern = table.patterns[number]
    if (pattern !== undefined) addPattern(sums, pattern, count)
  }
  return sums
}

/**
 * Shares of levels within each comparison, drawn towards a prior as if `strength` pairs had already been seen: a
 * Dirichlet prior's mean.
 */
export const sharesOf = (sums: LevelValues, prior: LevelValues, strength: number): LevelValues =>
  sums.map((counts, at) => {
    const before = prior[at] ?? counts
    const total = counts.reduce((sum, each) => sum + each, 0)
    const beforeTotal = before.reduce((sum, each) => sum + each, 0)
    return counts.map(
      (count, level) =>
        (count + (strength * (before[level] ?? 0)) / beforeTotal) / (total + strength),
    )
  })
