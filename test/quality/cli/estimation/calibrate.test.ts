import { describe, expect, it } from 'vitest'
import { calibrate } from '../../../../cli/estimation/calibrate.ts'
import { reliabilityOf } from '../../../../cli/estimation/reliability.ts'
import type { ReviewAnswer } from '../../../../cli/estimation/review-answer.ts'
import { defaultModel } from '../../../../shared/matching/default-model.ts'
import { plantedAnswers } from './planted-answers.ts'

const shiftOf = (answers: readonly ReviewAnswer[]): number => {
  const calibration = calibrate(defaultModel, answers)
  if (calibration.kind === 'refused') throw new Error(calibration.reason)
  return calibration.shift
}

const between = (least: number, most: number) => (posterior: number) =>
  posterior >= least && posterior < most

describe('calibration by answers', () => {
  it.each([-3, 0, 2.5])('recovers a prior that is wrong by %d bits', (planted) => {
    expect(Math.abs(shiftOf(plantedAnswers(planted)) - planted)).toBeLessThan(0.2)
  })

  it.each([
    ['only what was sent to review was seen', between(0.09, 0.999)],
    ['only what a trial held back was seen', between(0.9, 1)],
    ['only the doubtful were seen', between(0.09, 0.5)],
  ])('recovers it as well where %s', (_, isSeen) => {
    expect(Math.abs(shiftOf(plantedAnswers(-2, isSeen)) + 2)).toBeLessThan(0.35)
  })

  it.each([300, 12_000])('knows how sure %d answers make it', (count) => {
    const misses = [-3, -2, -1, 0, 1, 2].map((planted) => {
      const calibration = calibrate(defaultModel, plantedAnswers(planted).slice(0, count))
      if (calibration.kind === 'refused') throw new Error(calibration.reason)
      return (calibration.shift - planted) / calibration.error
    })
    expect(Math.max(...misses.map(Math.abs))).toBeLessThan(3)
    expect(Math.max(...misses.map(Math.abs))).toBeGreaterThan(0.2)
  })

  it('changes the prior and nothing else', () => {
    const calibration = calibrate(defaultModel, plantedAnswers(1))
    if (calibration.kind === 'refused') throw new Error(calibration.reason)
    const { model, shift } = calibration
    expect(Math.log2(model.prior.same / defaultModel.prior.same)).toBeCloseTo(shift, 4)
    expect({ ...model, prior: defaultModel.prior }).toEqual(defaultModel)
    expect(model.prior.household).toBe(defaultModel.prior.household)
    expect(Math.abs(shiftOfModel(model, plantedAnswers(1)))).toBeLessThanOrEqual(1 / 64)
  })

  it('makes what is expected of each band what was answered', () => {
    const answers = plantedAnswers(-2)
    const calibration = calibrate(defaultModel, answers)
    if (calibration.kind === 'refused') throw new Error(calibration.reason)
    const missed = (model: typeof defaultModel): number =>
      reliabilityOf(model, answers).reduce(
        (sum, { expected, same }) => sum + Math.abs(expected - same),
        0,
      )
    expect(missed(calibration.model)).toBeLessThan(missed(defaultModel) / 4)
    const counted = reliabilityOf(defaultModel, answers)
    expect(counted.reduce((sum, band) => sum + band.answers, 0)).toBe(answers.length)
  })

  const some = plantedAnswers(0, between(0.05, 0.95))
  const kind = (settled: 'same' | 'other', count: number) =>
    some.filter((answer) => answer.settled === settled).slice(0, count)
  it.each([
    ['too few answers', [...kind('same', 49), ...kind('other', 50)], '99 answers are too few: 100'],
    ['answers of one kind', [...kind('same', 100), ...kind('other', 9)], 'of 109 answers 100 say'],
    [
      'answers about candidates never in doubt',
      [
        ...plantedAnswers(0, between(0.99, 1))
          .filter(({ settled }) => settled === 'same')
          .slice(0, 200),
        ...plantedAnswers(0, between(0, 0.005))
          .filter(({ settled }) => settled === 'other')
          .slice(0, 20),
      ],
      'bits only',
    ],
    ['a shift beyond what a prior can mend', plantedAnswers(-9), '6 bits or more'],
  ])('refuses %s, with the number', (_, answers, reason) => {
    expect(calibrate(defaultModel, answers)).toEqual({
      kind: 'refused',
      reason: expect.stringContaining(reason) as string,
    })
  })
})

const shiftOfModel = (model: typeof defaultModel, answers: readonly ReviewAnswer[]): number => {
  const calibration = calibrate(model, answers)
  return calibration.kind === 'refused' ? Number.NaN : calibration.shift
}
