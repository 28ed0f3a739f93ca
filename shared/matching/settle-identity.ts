import { isOf } from '../kernel/ids.ts'
import type { MatchRecord } from './match-record.ts'

/** Candidates about whom nobody has answered yet, best first. */
export const unsettled = ({ candidates, confirmed }: MatchRecord): MatchRecord['candidates'] =>
  candidates.filter(({ id, settled }) => settled === undefined && !confirmed.includes(id))

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
    personIds: same,
  }: { readonly authority: string; readonly personIds: readonly string[] },
): MatchRecord => {
  const candidates = match.candidates.map((candidate) =>
    isOf(authority, candidate.id)
      ? {
          ...candidate,
          settled: same.includes(candidate.id) ? ('same' as const) : ('other' as const),
        }
      : candidate,
  )
  const elsewhere = match.confirmed.filter((id) => !isOf(authority, id))
  const confirmed = [...new Set([...elsewhere, ...same])]
  const settled = { ...match, candidates, confirmed }
  return { ...settled, band: bandOf(unsettled(settled).length, confirmed.length) }
}
