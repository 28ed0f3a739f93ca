import type { Link } from './links.ts'
import type { PersonRecord } from './read-people.ts'
import { bandReport, type Truth } from './report.ts'

const bands = [
  [18, 'under 18'],
  [35, '18 to 34'],
  [60, '35 to 59'],
  [200, '60 and over'],
] as const

const ageBandOf = (birthYear: number | undefined, thisYear: number): string => {
  if (birthYear === undefined) return 'unknown'
  const age = thisYear - birthYear
  return bands.find(([below]) => age < below)?.[1] ?? 'unknown'
}

/** z of a 95 % interval. */
const z = 1.96

/** Wilson's interval for a share, which holds for small numbers too. @see Wilson 1927 */
export const wilson = (found: number, of: number): readonly [number, number] => {
  if (of === 0) return [0, 1]
  const share = found / of
  const scale = 1 + z ** 2 / of
  const middle = (share + z ** 2 / (2 * of)) / scale
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2))
  return [Number((middle - half).toFixed(6)), Number((middle + half).toFixed(6))]
}

type Fairness = {
  readonly register: readonly PersonRecord[]
  readonly queries: readonly PersonRecord[]
  readonly links: readonly Link[]
  readonly truth: Truth
  readonly nameOrigins: ReadonlyMap<string, string>
  readonly thisYear: number
}

/** A query with the register's own entry of the person, where there is one: a query may leave out what somebody is. */
type Sought = { readonly query: PersonRecord; readonly entry: PersonRecord | undefined }

const soughtBy = ({ register, truth }: Fairness, query: PersonRecord, position: number): Sought => {
  const [entry] = truth.trueOf.get(position) ?? []
  return { query, entry: entry === undefined ? undefined : register[entry] }
}

const sexOf = ({ query, entry }: Sought): string =>
  entry === undefined || entry.sex === 'U' ? query.sex : entry.sex

/**
 * Missed and wrong rates by name origin, sex and age: whom the matcher serves worse than others. A person's sex and age
 * are those of the register where it has them, so that nobody belongs to a group for what a referrer left out.
 */
export const strataReport = (fairness: Fairness) => {
  const { queries, links, truth, nameOrigins, thisYear } = fairness
  const rowsBy = (stratumOf: (sought: Sought) => string) => {
    const groups = Map.groupBy(queries.keys(), (position) => {
      const query = queries[position]
      return query === undefined ? 'unknown' : stratumOf(soughtBy(fairness, query, position))
    })
    return Object.fromEntries(
      [...groups]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([stratum, positions]) => {
          const { registered, missed, wrongAutomatic, review, missedRate } = bandReport(
            links,
            positions,
            truth,
          )
          const missedInterval = wilson(missed, registered)
          return [
            stratum,
            {
              queries: positions.length,
              registered,
              missed,
              missedRate,
              missedInterval,
              wrongAutomatic,
              review,
            },
          ]
        }),
    )
  }
  return {
    sex: rowsBy(sexOf),
    age: rowsBy(({ query, entry }) => ageBandOf(entry?.birthYear ?? query.birthYear, thisYear)),
    ...(nameOrigins.size > 0 && {
      nameOrigin: rowsBy(({ query }) => nameOrigins.get(query.id) ?? 'unknown'),
    }),
  }
}
