import { indexOf } from '../../cli/evaluate/memory-index.ts'
import { factsOf } from '../../cli/evaluate/read-people.ts'
import { defaultModel } from '../../shared/matching/default-model.ts'
import { matchPerson } from '../../shared/matching/match.ts'
import { featuresOf } from '../../shared/matching/normalise/person-features.ts'
import { type Answer, fateOf } from './answer.ts'
import { mixedRegister, type Size } from './mixed-register.ts'
import type { Query } from './queries.ts'

/** Adults of all cultures in one register, found by the hub's own keys, bounds, ranking and bands. */
export const adultsAsked = (size: Size) => {
  const { rows, people } = mixedRegister(size)
  const index = indexOf(rows.map((row) => featuresOf(factsOf(row))))
  const answerTo = (query: Query): Answer => {
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
  return { people, answerTo }
}
