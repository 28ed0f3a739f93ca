import { InputError } from './input-error.ts'
import type { PersonRecord } from './read-people.ts'
import type { Truth } from './report.ts'

const positionsOf = (people: readonly PersonRecord[]): ReadonlyMap<string, number> =>
  new Map(people.map(({ id }, position) => [id, position]))

const orderedOnce = (
  pairs: readonly (readonly [number, number])[],
): readonly (readonly [number, number])[] => [
  ...new Map(
    pairs
      .filter(([a, b]) => a !== b)
      .map(([a, b]): [string, readonly [number, number]] => {
        const [first, second] = a < b ? [a, b] : [b, a]
        return [`${first}|${second}`, [first, second]]
      }),
  ).values(),
]

/**
 * True pairs by position. The left id is the register's and the right id the query's; where a file meets itself either
 * may come first, and the record that stands first in the file is the query.
 * @throws InputError when an id is in neither file
 */
export const truthOf = (
  ids: readonly (readonly [string, string])[],
  files: { readonly register: readonly PersonRecord[]; readonly queries: readonly PersonRecord[] },
): Truth => {
  const register = positionsOf(files.register)
  const queries = files.register === files.queries ? register : positionsOf(files.queries)
  const found = ids.map(([left, right], row): readonly [number, number] => {
    const candidate = register.get(left)
    const query = queries.get(right)
    if (candidate === undefined || query === undefined)
      throw new InputError(`the truth's row ${row + 1} names a record that is in neither file`)
    return [query, candidate]
  })
  const pairs = files.register === files.queries ? orderedOnce(found) : found
  const trueOf = new Map<number, Set<number>>()
  for (const [query, candidate] of pairs)
    trueOf.set(query, (trueOf.get(query) ?? new Set()).add(candidate))
  return { pairs, trueOf }
}
