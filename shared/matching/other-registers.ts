import { authorityOf } from '../kernel/ids.ts'
import type { MatchResult } from './match.ts'

/** An entry as this looks at it: whose number it holds, if any. */
type Entry = { readonly id: string; readonly nhsNumbers: readonly string[] }

const hasOtherNumber = (one: Entry, others: readonly Entry[]): boolean =>
  one.nhsNumbers.length > 0 &&
  others.some(
    ({ nhsNumbers }) =>
      nhsNumbers.length > 0 && !nhsNumbers.some((number) => one.nhsNumbers.includes(number)),
  )

/**
 * One human may stand on several registers, with an old address on one and the new one on another. Whoever would be
 * confirmed on a register by itself is so, however much better another register knows the person; only a number that
 * differs says that they are two. `matchAmong` compares with these entries alone.
 */
export const withOtherRegisters = (
  found: MatchResult,
  entries: readonly Entry[],
  matchAmong: (ids: ReadonlySet<string>) => MatchResult,
): MatchResult => {
  if (found.confirmed.length === 0) return found
  const known = new Set(
    [...found.confirmed, ...found.candidates.map(({ id }) => id)].map(authorityOf),
  )
  const confirmed = entries.filter(({ id }) => found.confirmed.includes(id))
  const others = entries.filter(
    (one) => !known.has(authorityOf(one.id)) && !hasOtherNumber(one, confirmed),
  )
  const further = [...new Set(others.map(({ id }) => authorityOf(id)))]
    .toSorted()
    .map((authority) =>
      matchAmong(
        new Set(others.filter(({ id }) => authorityOf(id) === authority).map(({ id }) => id)),
      ),
    )
    .filter(({ confirmed: also }) => also.length > 0)
  return {
    ...found,
    confirmed: [...found.confirmed, ...further.flatMap((one) => one.confirmed)],
    candidates: [...found.candidates, ...further.flatMap((one) => one.candidates)],
  }
}
