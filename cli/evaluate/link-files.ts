import type { MatchModel } from '../../shared/matching/model.ts'
import { thresholdsOf } from '../../shared/matching/model.ts'
import type { PersonFeatures } from '../../shared/matching/normalise/person-features.ts'
import { decideBand } from '../../shared/matching/scoring/decide-band.ts'
import { rank } from '../../shared/matching/scoring/rank.ts'
import { weightsOf } from '../../shared/matching/scoring/weights.ts'
import type { Link, Linked } from './links.ts'
import type { Found, MemoryIndex } from './memory-index.ts'

type Request = {
  readonly register: readonly PersonFeatures[]
  readonly queries: readonly PersonFeatures[]
  readonly index: MemoryIndex
  readonly model: MatchModel
  readonly onProgress: (done: number) => void
}

const bandNames = { CONFIRMED: 'confirmed', POSSIBLE: 'possible', MANY: 'many', NONE: '' } as const

/** Links each query to the register exactly as an assessment would: look up, rank, score, decide the band. */
export const linkFiles = (request: Request): Linked => {
  const { register, queries, index, model, onProgress } = request
  const weights = weightsOf(model)
  const thresholds = thresholdsOf(model)
  const links: Link[] = []
  const compared: (readonly number[])[] = []
  const milliseconds = new Float64Array(queries.length)
  const lookups = new Int32Array(queries.length)
  let incompleteQueries = 0
  const linksOf = (query: number, { positions, incomplete }: Found): readonly Link[] => {
    const person = queries[query]
    if (person === undefined) return []
    const entries = positions.flatMap((position) => {
      const features = register[position]
      return features === undefined ? [] : [{ id: String(position), features }]
    })
    const { band, kept } = decideBand(rank(person, entries, weights), thresholds, incomplete)
    return kept.map(({ entry: { id, weight, posterior } }) => ({
      query,
      candidate: Number(id),
      weight,
      posterior,
      band: bandNames[band],
    }))
  }
  for (const [query, person] of queries.entries()) {
    const startedAt = performance.now()
    const found = index.find(person)
    links.push(...linksOf(query, found))
    milliseconds[query] = performance.now() - startedAt
    lookups[query] = found.lookups
    compared.push(found.positions)
    if (found.incomplete) incompleteQueries += 1
    if (query % 500 === 0) onProgress(query)
  }
  return {
    links,
    isCompared: (query, candidate) => compared[query]?.includes(candidate) ?? false,
    cost: {
      candidates: Int32Array.from(compared, ({ length }) => length),
      lookups,
      milliseconds,
      incomplete: incompleteQueries,
      compared: compared.reduce((sum, { length }) => sum + length, 0),
    },
  }
}
