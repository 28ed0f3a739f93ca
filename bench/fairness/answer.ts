import type { MatchResult } from '../../shared/matching/match.ts'
import type { Query } from './queries.ts'

/** How one query came out. A missed subject is registered and not among those shown. */
export type Fate = 'right' | 'wrong' | 'to a person' | 'missed' | 'rightly nobody'

export type Answer = { readonly query: Query; readonly match: MatchResult; readonly fate: Fate }

export const fateOf = ({ about }: Query, { band, confirmed, candidates }: MatchResult): Fate => {
  if (confirmed.some((id) => id !== about)) return 'wrong'
  if (band === 'CONFIRMED') return 'right'
  if (about !== undefined)
    return candidates.some(({ id }) => id === about) ? 'to a person' : 'missed'
  return band === 'NONE' ? 'rightly nobody' : 'to a person'
}
