import type { MatchRecord } from './match-record.ts'

/**
 * These candidates, whom the model would confirm, go to a person instead, marked why; what else it confirms stands. The
 * match is open as long as somebody has to answer for them, or nobody would be asked.
 */
export const holdBack = (
  match: MatchRecord,
  ids: readonly string[],
  guard: string,
): MatchRecord => {
  const held = match.confirmed.filter((id) => ids.includes(id))
  if (held.length === 0) return match
  return {
    ...match,
    band: 'POSSIBLE',
    confirmed: match.confirmed.filter((id) => !held.includes(id)),
    candidates: match.candidates.map((candidate) =>
      held.includes(candidate.id)
        ? { ...candidate, guards: [...candidate.guards, guard] }
        : candidate,
    ),
  }
}
