import type { MatchModel } from '../../shared/matching/model.ts'
import { posteriorOf } from '../../shared/matching/scoring/contest.ts'
import { weightsOf } from '../../shared/matching/scoring/weights.ts'
import { weightAtOf } from './answered-weight.ts'
import type { ReviewAnswer } from './review-answer.ts'

const edges = [0, 0.1, 0.5, 0.9, 0.99, 0.999] as const

/** Answers whose posterior lies from here up to the next band: how many should be the same person, and how many were. */
export type ReliabilityBand = {
  readonly from: number
  readonly answers: number
  readonly expected: number
  readonly same: number
}

/** What a model expects of the candidates that reviewers answered, and what they said. */
export const reliabilityOf = (
  model: MatchModel,
  answers: readonly ReviewAnswer[],
): readonly ReliabilityBand[] => {
  const weights = weightsOf(model)
  const scored = answers.map((answer) => ({
    posterior: posteriorOf(weightAtOf(answer, weights)(0)),
    isSame: answer.settled === 'same',
  }))
  return edges.map((from, at) => {
    const next = edges[at + 1] ?? Number.POSITIVE_INFINITY
    const band = scored.filter(({ posterior }) => posterior >= from && posterior < next)
    const expected = band.reduce((sum, { posterior }) => sum + posterior, 0)
    return {
      from,
      answers: band.length,
      expected: Number(expected.toFixed(1)),
      same: band.filter(({ isSame }) => isSame).length,
    }
  })
}
