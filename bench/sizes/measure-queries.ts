import { factsOf } from '../../cli/evaluate/read-people.ts'
import { defaultModel } from '../../shared/matching/default-model.ts'
import { type MatchResult, matchPerson } from '../../shared/matching/match.ts'
import { featuresOf } from '../../shared/matching/normalise/person-features.ts'
import { rank } from '../../shared/matching/scoring/rank.ts'
import { weightsOf } from '../../shared/matching/scoring/weights.ts'
import type { AskedIndex, Reading } from './asked-index.ts'
import { hashOf } from './hash-of.ts'
import { placeOf } from './register-ids.ts'
import { fastestOf, rounds } from './rounds.ts'
import { rowAt } from './stored-rows.ts'
import { type Subject, seed } from './subjects.ts'

/** One query answered, and the time it took with what the tables hold at hand. */
export type Answer = {
  readonly subject: Subject
  readonly reading: Reading
  readonly match: MatchResult
  /** The place of the subject's own record, if the look-ups led to it. */
  readonly foundAt: number | undefined
  readonly milliseconds: number
  readonly scoring: number
}

const weights = weightsOf(defaultModel)

const timed = <Result>(work: () => Result): readonly [Result, milliseconds: number] => {
  const startedAt = performance.now()
  const result = work()
  return [result, performance.now() - startedAt]
}

const answerTo = (subject: Subject, index: AskedIndex): Answer => {
  const { facts, registeredId } = subject
  const [reading, looking] = timed(() => {
    const found = index.read(featuresOf(facts))
    for (const { key } of found.blocks) hashOf(key)
    return found
  })
  const rows = reading.ids.map((id) => ({ id, row: rowAt(seed, placeOf(id)) }))
  const candidates = rows.map(({ id, row }) => ({ id, person: factsOf(row), children: [] }))
  const { incomplete } = reading
  const [match, matching] = timed(() =>
    matchPerson({ query: facts, children: [], candidates, model: defaultModel, incomplete }),
  )
  const query = featuresOf(facts)
  const entries = candidates.map(({ id, person }) => ({ id, features: featuresOf(person) }))
  const [, scoring] = timed(() => rank(query, entries, weights))
  const own = rows.find(({ row }) => row.record_id === registeredId)
  const foundAt = own && placeOf(own.id)
  return { subject, reading, match, foundAt, milliseconds: looking + matching, scoring }
}

/** Answers to all, in rounds; each with the least time that it took. */
export const answersTo = (subjects: readonly Subject[], index: AskedIndex): readonly Answer[] => {
  const all = Array.from({ length: rounds }, () =>
    subjects.map((subject) => answerTo(subject, index)),
  )
  const fastest = (field: 'milliseconds' | 'scoring'): Float64Array =>
    fastestOf(all.map((answers) => Float64Array.from(answers, (answer) => answer[field])))
  const [milliseconds, scoring] = [fastest('milliseconds'), fastest('scoring')]
  return (all[0] ?? []).map((answer, at) => ({
    ...answer,
    milliseconds: milliseconds[at] ?? answer.milliseconds,
    scoring: scoring[at] ?? answer.scoring,
  }))
}
