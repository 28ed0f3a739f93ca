import { weightAtOf } from '../../../../cli/estimation/answered-weight.ts'
import type { ReviewAnswer } from '../../../../cli/estimation/review-answer.ts'
import { createRandom } from '../../../../local/people/random.ts'
import { defaultModel } from '../../../../shared/matching/default-model.ts'
import { posteriorOf } from '../../../../shared/matching/scoring/contest.ts'
import { weightsOf } from '../../../../shared/matching/scoring/weights.ts'

const weights = weightsOf(defaultModel)
const levels = {
  'given-name': ['exact', 'nickname'],
  'family-name': ['exact', 'close'],
  sex: ['same'],
  town: ['same', 'similar'],
  'date-of-birth': ['year', 'near', 'loose'],
} as const

/** Answers as people give them who know the truth, where the model's prior is wrong by `planted` bits. */
export const plantedAnswers = (
  planted: number,
  isSeen: (posterior: number) => boolean = () => true,
): readonly ReviewAnswer[] => {
  const random = createRandom(7)
  return Array.from({ length: 12_000 }, (): ReviewAnswer => {
    const answer: ReviewAnswer = {
      modelVersion: defaultModel.version,
      weight: 0,
      posterior: 0,
      guards: [],
      levels: Object.fromEntries(
        Object.entries(levels).map(([name, some]) => [name, random.pick(some)]),
      ),
      bits: {
        prior: weights.prior.same,
        rarity: random.between(-20, 20) / 10,
        household: -random.between(0, 30) / 10,
        rivals: -random.between(0, 15) / 10,
      },
      settled: 'other',
    }
    const weightAt = weightAtOf(answer, weights)
    const isSame = random.chance(posteriorOf(weightAt(planted)))
    const posterior = posteriorOf(weightAt(0))
    return { ...answer, posterior, settled: isSame ? 'same' : 'other' }
  }).filter(({ posterior }) => isSeen(posterior))
}
