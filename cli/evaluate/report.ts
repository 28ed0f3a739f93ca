import type { Cost, Link, Linked } from './links.ts'

/** Which pairs are one person's. `trueOf` gives the true candidates of a query. */
export type Truth = {
  readonly pairs: readonly (readonly [query: number, candidate: number])[]
  readonly trueOf: ReadonlyMap<number, ReadonlySet<number>>
}

type Quality = { readonly precision: number; readonly recall: number; readonly f1: number }

const rounded = (value: number): number => Number(value.toFixed(6))

const qualityOf = (
  right: number,
  wrong: number,
  all: number,
): Quality & { right: number; wrong: number } => ({
  precision: rounded(right + wrong === 0 ? 1 : right / (right + wrong)),
  recall: rounded(all === 0 ? 0 : right / all),
  f1: rounded(right === 0 ? 0 : (2 * right) / (right + wrong + all)),
  right,
  wrong,
})

const percentile = (values: ArrayLike<number>, share: number): number => {
  const sorted = Array.from(values).sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
const average = (values: ArrayLike<number>): number =>
  values.length === 0 ? 0 : Array.from(values).reduce((sum, each) => sum + each, 0) / values.length

/** What it cost: look-ups and candidates a query, and milliseconds, which depend on the machine. */
export const costReport = ({ candidates, lookups, milliseconds, incomplete, compared }: Cost) => ({
  candidates: { average: rounded(average(candidates)), p99: percentile(candidates, 0.99) },
  lookups: { average: rounded(average(lookups)), p99: percentile(lookups, 0.99) },
  incompleteQueries: incomplete,
  pairsCompared: compared,
  millisecondsPerQuery: {
    average: rounded(average(milliseconds)),
    p50: rounded(percentile(milliseconds, 0.5)),
    p99: rounded(percentile(milliseconds, 0.99)),
  },
})

const isTrue = ({ trueOf }: Truth, { query, candidate }: Link): boolean =>
  trueOf.get(query)?.has(candidate) ?? false

/** Quality at the label-free thresholds, at the best one, and the recall reached before the first wrong pair. */
const pairQuality = (links: readonly Link[], truth: Truth) => {
  const sorted = [...links].sort((a, b) => b.weight - a.weight)
  const all = truth.pairs.length
  const at = (least: number) => {
    const taken = sorted.filter(({ posterior }) => posterior >= least)
    const right = taken.filter((link) => isTrue(truth, link)).length
    return qualityOf(right, taken.length - right, all)
  }
  let right = 0
  let best = { ...qualityOf(0, 0, all), weight: 0 }
  let withoutFalse = 0
  for (const [position, link] of sorted.entries()) {
    if (isTrue(truth, link)) right += 1
    const wrong = position + 1 - right
    // Links of one weight stand or fall together.
    if (sorted[position + 1]?.weight === link.weight) continue
    if (wrong === 0) withoutFalse = right
    const quality = qualityOf(right, wrong, all)
    if (quality.f1 > best.f1) best = { ...quality, weight: link.weight }
  }
  return {
    atPosterior99: at(0.99),
    atPosterior999: at(0.999),
    best,
    recallWithoutFalse: rounded(withoutFalse / all),
  }
}

const fateOf = (own: readonly Link[], query: number, truth: Truth) => {
  const confirmed = own.filter(({ band }) => band === 'confirmed')
  const isRegistered = truth.trueOf.has(query)
  return {
    registered: isRegistered,
    automatic: confirmed.length > 0,
    wrongAutomatic: confirmed.some((link) => !isTrue(truth, link)),
    review: confirmed.length === 0 && own.length > 0,
    many: own.some(({ band }) => band === 'many'),
    missed: isRegistered && !own.some((link) => isTrue(truth, link)),
  }
}

/** How the queries fared, one by one: what was automatic, wrongly so, left to a person, or missed. */
export const bandReport = (links: readonly Link[], queries: readonly number[], truth: Truth) => {
  const byQuery = Map.groupBy(links, ({ query }) => query)
  const fates = queries.map((query) => fateOf(byQuery.get(query) ?? [], query, truth))
  const count = (fate: keyof ReturnType<typeof fateOf>): number =>
    fates.filter((each) => each[fate]).length
  const registered = count('registered')
  const automatic = count('automatic')
  const wrongAutomatic = count('wrongAutomatic')
  const review = count('review')
  const missed = count('missed')
  const share = (some: number, all: number): number => rounded(some / Math.max(1, all))
  return {
    queries: queries.length,
    registered,
    automatic,
    wrongAutomatic,
    review,
    many: count('many'),
    missed,
    automaticRecall: share(automatic - wrongAutomatic, registered),
    wrongAutomaticRate: share(wrongAutomatic, queries.length),
    reviewRate: share(review, queries.length),
    missedRate: share(missed, registered),
  }
}

/** All that can be said of links when the truth is known. */
export const qualityReport = ({ links, isCompared }: Linked, truth: Truth) => ({
  truePairs: truth.pairs.length,
  pairsCompleteness: rounded(
    truth.pairs.filter(([query, candidate]) => isCompared(query, candidate)).length /
      Math.max(1, truth.pairs.length),
  ),
  pairs: pairQuality(links, truth),
})
