import { createReadStream } from 'node:fs'
import type { MatchModel } from '../../shared/matching/model.ts'
import { calibrate } from '../estimation/calibrate.ts'
import { reliabilityOf } from '../estimation/reliability.ts'
import { type ReviewAnswer, reviewAnswerSchema } from '../estimation/review-answer.ts'
import { numbered, readLine } from '../ndjson.ts'
import { InputError } from './input-error.ts'

const readAnswers = async (path: string): Promise<readonly ReviewAnswer[]> => {
  const answers: ReviewAnswer[] = []
  try {
    for await (const { number, line } of numbered(createReadStream(path, 'utf8'))) {
      const read = readLine(reviewAnswerSchema, line)
      if ('faults' in read) {
        const [fault] = read.faults
        throw new InputError(`${path}: line ${number} is no answer: ${fault?.pointer}`)
      }
      answers.push(read.value)
    }
  } catch (error) {
    if (error instanceof InputError) throw error
    throw new InputError(`${path}: cannot be read`, { cause: error })
  }
  return answers
}

/** A model with its prior fitted to a file of answers, and how far it could be relied on before and after. */
export const calibratedBy = async (path: string, model: MatchModel) => {
  const answers = await readAnswers(path)
  const calibration = calibrate(model, answers)
  if (calibration.kind === 'refused') throw new InputError(`${path}: ${calibration.reason}`)
  return {
    model: calibration.model,
    report: {
      answers: answers.length,
      shiftInBits: calibration.shift,
      standardErrorInBits: Number(calibration.error.toFixed(2)),
      before: reliabilityOf(model, answers),
      after: reliabilityOf(calibration.model, answers),
    },
  }
}
