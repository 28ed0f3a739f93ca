import type { Link } from '../../cli/evaluate/links.ts'
import { bandReport, costReport } from '../../cli/evaluate/report.ts'
import type { Answer } from './measure-queries.ts'
import { placeOf } from './register-ids.ts'

const bandNames = { CONFIRMED: 'confirmed', POSSIBLE: 'possible', MANY: 'many', NONE: '' } as const

const linksOf = ({ match }: Answer, query: number): readonly Link[] =>
  match.candidates.map(({ id, weight, posterior }) => ({
    query,
    candidate: placeOf(id),
    weight,
    posterior,
    band: bandNames[match.band],
  }))

const nowhere = -1

const bandsOf = (answers: readonly Answer[]) => {
  const pairs = answers.flatMap(({ subject, foundAt = nowhere }, query) =>
    subject.registeredId === undefined ? [] : [[query, foundAt] as const],
  )
  const trueOf = new Map(pairs.map(([query, place]) => [query, new Set([place])]))
  return bandReport(answers.flatMap(linksOf), [...answers.keys()], { pairs, trueOf })
}

/** What the answers cost, and how they fared. */
export const reportOn = (answers: readonly Answer[]) => {
  const candidates = Int32Array.from(answers, ({ reading }) => reading.ids.length)
  const compared = candidates.reduce((sum, each) => sum + each, 0)
  const scoring = answers.reduce((sum, each) => sum + each.scoring, 0)
  const bands = bandsOf(answers)
  const found = answers.filter(({ foundAt }) => foundAt !== undefined).length
  return {
    ...costReport({
      candidates,
      compared,
      lookups: Int32Array.from(answers, ({ reading }) => reading.blocks.length),
      milliseconds: Float64Array.from(answers, ({ milliseconds }) => milliseconds),
      incomplete: answers.filter(({ reading }) => reading.incomplete).length,
    }),
    pairsCompleteness: found / Math.max(1, bands.registered),
    microsecondsPerComparison: (1000 * scoring) / Math.max(1, compared),
    bands,
  }
}
