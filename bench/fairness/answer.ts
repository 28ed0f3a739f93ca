import { indexOf } from '../../cli/evaluate/memory-index.ts'
import { factsOf } from '../../cli/evaluate/read-people.ts'
import { defaultModel } from '../../shared/matching/default-model.ts'
import { type MatchResult, matchPerson } from '../../shared/matching/match.ts'
import { featuresOf } from '../../shared/matching/normalise/person-features.ts'
import type { Row } from '../population/row.ts'
import type { Query } from './queries.ts'

/** How one query came out. A missed subject is registered and not among those shown. */
export type Fate = 'right' | 'wrong' | 'to a person' | 'missed' | 'rightly nobody'

export type Answer = { readonly query: Query; readonly match: MatchResult; readonly fate: Fate }

const fateOf = ({ about }: Query, { band, confirmed, candidates }: MatchResult): Fate => {
  if (confirmed.some((id) => id !== about)) return 'wrong'
  if (band === 'CONFIRMED') return 'right'
  if (about !== undefined)
    return candidates.some(({ id }) => id === about) ? 'to a person' : 'missed'
  return band === 'NONE' ? 'rightly nobody' : 'to a person'
}

/** Answers queries by the hub's own keys, bounds, ranking and bands. */
export const answererOf = (rows: readonly Row[]): ((query: Query) => Answer) => {
  const index = indexOf(rows.map((row) => featuresOf(factsOf(row))))
  return (query) => {
    const facts = factsOf(query.row)
    const { positions, incomplete } = index.find(featuresOf(facts))
    const candidates = positions.flatMap((position) => {
      const row = rows[position]
      return row === undefined ? [] : [{ id: row.record_id, person: factsOf(row), children: [] }]
    })
    const request = { query: facts, children: [], candidates, model: defaultModel, incomplete }
    const match = matchPerson(request)
    return { query, match, fate: fateOf(query, match) }
  }
}
