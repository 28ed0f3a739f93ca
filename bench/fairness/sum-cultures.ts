import type { Count } from './fairness-result.ts'
import { isFarAbove, type Rate } from './far-above.ts'
import { registeredKind } from './queries.ts'

/** What is published of some queries, all of one culture's or of all. */
export type Sum = {
  readonly name: string
  /** Of all queries. */
  readonly wrong: Rate
  /** Of those about registered people. */
  readonly missed: Rate
  readonly automatic: Rate
  readonly toPerson: Rate
  /** Of those about nobody registered: what comes before a person. */
  readonly asked: Rate
}

const total = (counts: readonly Count[], field: Exclude<keyof Count, 'culture' | 'kind'>): number =>
  counts.reduce((sum, count) => sum + count[field], 0)

export const sumOf = (name: string, counts: readonly Count[]): Sum => {
  const known = counts.filter(({ kind }) => kind === registeredKind)
  const unknown = counts.filter(({ kind }) => kind !== registeredKind)
  const registered = total(known, 'queries')
  return {
    name,
    wrong: { found: total(counts, 'wrong'), of: total(counts, 'queries') },
    missed: { found: total(known, 'missed'), of: registered },
    automatic: { found: total(known, 'right'), of: registered },
    toPerson: { found: total(known, 'toPerson'), of: registered },
    asked: { found: total(unknown, 'toPerson'), of: total(unknown, 'queries') },
  }
}

export const sumsBy = (counts: readonly Count[], field: 'culture' | 'kind'): readonly Sum[] =>
  [...Map.groupBy(counts, (count) => count[field])].map(([name, own]) => sumOf(name, own))

/** Whose rate of wrong automatic matches, or of missed people, is significantly above 1.5 × that of all. */
export const hurtCultures = (counts: readonly Count[]): readonly string[] => {
  const all = sumOf('all', counts)
  const cultures = sumsBy(counts, 'culture')
  return cultures.flatMap(({ name, wrong, missed }) => [
    ...(isFarAbove(wrong, all.wrong, cultures.length) ? [`${name}: wrong automatic`] : []),
    ...(isFarAbove(missed, all.missed, cultures.length) ? [`${name}: missed`] : []),
  ])
}
