import { authorityOf } from '../kernel/ids.ts'
import type { MatchResult, ScoredCandidate } from './match.ts'
import type { Guard } from './scoring/guard.ts'

/** An entry as this looks at it: whose number it holds, if any. */
type Entry = { readonly id: string; readonly nhsNumbers: readonly string[] }

const hasOtherNumber = (one: Entry, others: readonly Entry[]): boolean =>
  one.nhsNumbers.length > 0 &&
  others.some(
    ({ nhsNumbers }) =>
      nhsNumbers.length > 0 && !nhsNumbers.some((number) => one.nhsNumbers.includes(number)),
  )

/** Levels at which a name and a date are those of one person, as far as name and date can say. */
const alike: Readonly<Record<string, readonly string[]>> = {
  'given-name': ['exact', 'left-out', 'nickname', 'close'],
  'family-name': ['exact', 'barrel', 'close'],
  'date-of-birth': ['exact'],
}

const isCalledAlike = ({ explanation }: ScoredCandidate): boolean =>
  Object.entries(alike).every(([name, levels]) =>
    explanation.some(({ comparison, level }) => comparison === name && levels.includes(level)),
  )

/** Candidates of a further register while nobody is confirmed: each council is asked about its own. */
const withOpen = (
  found: MatchResult,
  candidates: readonly ScoredCandidate[],
  band: MatchResult['band'],
): MatchResult => {
  if (candidates.length === 0) return found
  const open = candidates.map(
    (candidate): ScoredCandidate => ({
      ...candidate,
      guards: [...new Set<Guard>([...candidate.guards, 'too-close-to-next'])],
    }),
  )
  return { ...found, band, candidates: [...found.candidates, ...open] }
}

/**
 * One human may stand on several registers, with an old address on one and the new one on another. Whoever would be
 * confirmed on a register by itself is so, however much better another register knows the person, and whoever is at least
 * called alike and born on the day is asked about; only a number that differs says that they are two. Where nobody is
 * confirmed, each register's own candidates stay candidates. `matchAmong` compares with these entries alone.
 */
export const withOtherRegisters = (
  found: MatchResult,
  entries: readonly Entry[],
  matchAmong: (ids: ReadonlySet<string>) => MatchResult,
): MatchResult => {
  if (found.candidates.length === 0) return found
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
  const candidatesOf = (some: readonly MatchResult[]): ScoredCandidate[] =>
    some.flatMap(({ candidates }) => candidates)
  if (confirmed.length === 0) return withOpen(found, candidatesOf(further), 'MANY')
  const sure = further.filter(({ confirmed: also }) => also.length > 0)
  const unsure = further.filter((one) => !sure.includes(one))
  const whole = {
    ...found,
    confirmed: [...found.confirmed, ...sure.flatMap((one) => one.confirmed)],
    candidates: [...found.candidates, ...candidatesOf(sure)],
  }
  return withOpen(whole, candidatesOf(unsure).filter(isCalledAlike), 'POSSIBLE')
}
