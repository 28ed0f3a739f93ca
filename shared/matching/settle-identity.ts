import { type AdultId, type ChildId, isOf } from '../kernel/ids.ts'
import type { MatchRecord } from './match-record.ts'

/** Candidates about whom nobody has answered yet, best first. */
export const unsettled = ({ candidates }: MatchRecord): MatchRecord['candidates'] =>
  candidates.filter(({ settled }) => settled === undefined)

const bandOf = (left: number, confirmed: number): MatchRecord['band'] => {
  if (left > 0) return left > 1 ? 'MANY' : 'POSSIBLE'
  return confirmed > 0 ? 'CONFIRMED' : 'NONE'
}

/**
 * The match once an authority has said which of its adults or children this person of the concern is; none: it is nobody there.
 * Whom the search had not found may be named. The match stays open while another authority has candidates to answer for.
 */
export const settleIdentity = (
  match: MatchRecord,
  {
    authority,
    personIds,
  }: { readonly authority: string; readonly personIds: readonly (AdultId | ChildId)[] },
): MatchRecord => {
  const same: readonly string[] = personIds
  const candidates = match.candidates.map((candidate) =>
    isOf(authority, candidate.id)
      ? {
          ...candidate,
          settled: same.includes(candidate.id) ? ('same' as const) : ('other' as const),
        }
      : candidate,
  )
  const confirmed = [...new Set([...match.confirmed, ...same])]
  const settled = { ...match, candidates, confirmed }
  return { ...settled, band: bandOf(unsettled(settled).length, confirmed.length) }
}

/** The match when nobody else will answer: what has been confirmed stands, and the rest is not this person. */
export const settledAsItStands = (match: MatchRecord): MatchRecord => ({
  ...match,
  band: bandOf(0, match.confirmed.length),
})
