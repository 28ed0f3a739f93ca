import type { MatchModel } from '../../shared/matching/model.ts'
import { weightsOf } from '../../shared/matching/scoring/weights.ts'
import { type WeightAt, weightAtOf } from './answered-weight.ts'
import type { ReviewAnswer } from './review-answer.ts'

const leastAnswers = 100

/** Answers of one kind alone would shift the prior without end. */
const leastOfEach = 10

/** A model that is wrong by more than this is wrong in its levels, which no prior mends. */
const mostBits = 6

/** Answers about candidates who were never in doubt say little, however many they are. */
const mostUncertain = 1
const coarse = 1 / 4
const fine = 1 / 64

/** `shift` and its standard error are in bits. */
export type Calibration =
  | {
      readonly kind: 'calibrated'
      readonly shift: number
      readonly error: number
      readonly model: MatchModel
    }
  | { readonly kind: 'refused'; readonly reason: string }

type Answered = { readonly weightAt: WeightAt; readonly isSame: boolean }

const logLikelihood = (answered: readonly Answered[], shift: number): number =>
  answered.reduce((sum, { weightAt, isSame }) => {
    const weight = weightAt(shift)
    return sum - Math.log1p(2 ** (isSame ? -weight : weight))
  }, 0)

/** The likeliest of the shifts that lie around one, as far as `reach` on either side. */
const likeliestAround = (
  answered: readonly Answered[],
  around: number,
  { reach, step }: { readonly reach: number; readonly step: number },
): number => {
  const shifts = Array.from(
    { length: (2 * reach) / step + 1 },
    (_, at) => around - reach + at * step,
  )
  const found = shifts.map((shift) => ({ shift, value: logLikelihood(answered, shift) }))
  return found.reduce((best, each) => (each.value > best.value ? each : best)).shift
}

/** All of the range is tried first: where candidates are rivals the likelihood may have several peaks. */
const likeliestShift = (answered: readonly Answered[]): number => {
  const near = likeliestAround(answered, 0, { reach: mostBits, step: coarse })
  return likeliestAround(answered, near, { reach: coarse, step: fine })
}

/** The standard error of a shift, from how sharply the likelihood falls off on both sides of it. */
const errorOf = (answered: readonly Answered[], shift: number): number => {
  const [before = 0, at = 0, after = 0] = [-coarse, 0, coarse].map((step) =>
    logLikelihood(answered, shift + step),
  )
  return coarse / Math.sqrt(Math.max(0, 2 * at - before - after))
}

const shortage = (all: number, same: number): string | undefined => {
  if (all < leastAnswers) return `${all} answers are too few: ${leastAnswers} are needed`
  const rarer = Math.min(same, all - same)
  if (rarer >= leastOfEach) return undefined
  return `of ${all} answers ${same} say "same": at least ${leastOfEach} of each kind are needed`
}

/**
 * Fits the model's prior to what reviewers answered: one intercept, by maximum likelihood. That only reviewed candidates
 * are known does not bias it, for what sends a candidate to review is in the weight on which the answer is conditioned.
 */
export const calibrate = (model: MatchModel, answers: readonly ReviewAnswer[]): Calibration => {
  const same = answers.filter(({ settled }) => settled === 'same').length
  const reason = shortage(answers.length, same)
  if (reason !== undefined) return { kind: 'refused', reason }
  const weights = weightsOf(model)
  const answered = answers.map((answer) => ({
    weightAt: weightAtOf(answer, weights),
    isSame: answer.settled === 'same',
  }))
  const shift = likeliestShift(answered)
  if (Math.abs(shift) > mostBits - coarse)
    return {
      kind: 'refused',
      reason: `the answers shift the prior by some ${mostBits} bits or more`,
    }
  const error = errorOf(answered, shift)
  if (error > mostUncertain)
    return {
      kind: 'refused',
      reason: `the answers give the prior to ${error.toFixed(1)} bits only: ${mostUncertain} is the most, so more about doubtful candidates are needed`,
    }
  const prior = { ...model.prior, same: Number((model.prior.same * 2 ** shift).toPrecision(6)) }
  return { kind: 'calibrated', shift, error, model: { ...model, prior } }
}
