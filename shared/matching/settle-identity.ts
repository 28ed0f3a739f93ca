import { isOf } from '../kernel/ids.ts'
import type { MatchRecord } from './match-record.ts'

/** Candidates about whom nobody has answered yet, best first. */
export const unsettled = ({ candidates, confirmed }: MatchRecord): MatchRecord['candidates'] =>
  candidates.filter(({ id, settled }) => settled === undefined && !confirmed.includes(id))

const bandOf = (left: number, confirmed: number): MatchRecord['band'] => {
  if (left > 0) return left > 1 ? 'MANY' : 'POSSIBLE'
  return confirmed > 0 ? 'CONFIRMED' : 'NONE'
}

/** `asked`: about whom the authority was asked; who was recorded since is not answered for. None of `personIds`: nobody there. */
type Answered = {
  readonly authority: string
  readonly personIds: readonly string[]
  readonly asked: readonly string[]
}

/**
 * The match once an authority has said which of its adults or children this person of the concern is. Whom the search had
 * not found may be named. The match stays open while anybody has candidates to answer for.
 */
export const settleIdentity = (
  match: MatchRecord,
  { authority, personIds: same, asked }: Answered,
): MatchRecord => {
  const isAnswered = (id: string): boolean =>
    isOf(authority, id) && (asked.includes(id) || same.includes(id))
  const candidates = match.candidates.map((candidate) =>
    isAnswered(candidate.id)
      ? {
          ...candidate,
          settled: same.includes(candidate.id) ? ('same' as const) : ('other' as const),
        }
      : candidate,
  )
  const elsewhere = match.confirmed.filter((id) => !isAnswered(id))
  const confirmed = [...new Set([...elsewhere, ...same])]
  const settled = { ...match, candidates, confirmed }
  return { ...settled, band: bandOf(unsettled(settled).length, confirmed.length) }
}
