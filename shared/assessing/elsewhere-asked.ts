import { type Holder, isAuthority } from '../agencies/holder.ts'
import type { Around } from '../household/joined-children.ts'
import { isOf } from '../kernel/ids.ts'
import { holdBack } from '../matching/hold-back.ts'
import type { MatchRecord } from '../matching/match-record.ts'
import type { PersonMatch } from './person-match.ts'

/** Why a match that name and date alone would make waits for a person of the other authority. */
export const nameAndDateGuard = 'name-and-date-elsewhere'

/** Comparisons of which any that agrees says more than name and date. */
const corroborating: readonly string[] = [
  'identifier',
  'phone',
  'email',
  'address',
  'town',
  'children',
]

const isCorroborated = ({ explanation }: MatchRecord['candidates'][number]): boolean =>
  explanation.some(({ comparison, bits }) => corroborating.includes(comparison) && bits > 0)

/** Children whom the concern may be naming, as far as their own match goes. */
const childrenInQuestion = (matches: readonly PersonMatch[]): ReadonlySet<string> =>
  new Set(
    matches
      .filter(({ kind, match }) => kind === 'child' && match.band !== 'NONE')
      .flatMap(({ match }) => match.candidates.map(({ id }) => id)),
  )

/**
 * Of an adult whom another authority than the stated one knows, name and date of birth alone are a maybe: with another
 * home and no child that could be theirs, that authority is first asked who it is (policy §9.4; case P16).
 */
export const withElsewhereAsked = (
  matches: readonly PersonMatch[],
  holder: Holder,
  { adults }: Pick<Around, 'adults'>,
): PersonMatch[] => {
  if (!isAuthority(holder)) return [...matches]
  const named = childrenInQuestion(matches)
  const isParentOfNamed = (id: string): boolean =>
    adults.some(
      ({ adultId, children }) =>
        adultId === id && children.some(({ childId }) => named.has(childId)),
    )
  return matches.map((one) => {
    if (one.kind !== 'adult') return one
    const maybe = one.match.candidates
      .filter((candidate) => !isOf(holder, candidate.id) && !isCorroborated(candidate))
      .map(({ id }) => id)
      .filter((id) => !isParentOfNamed(id))
    return { ...one, match: holdBack(one.match, maybe, nameAndDateGuard) }
  })
}
