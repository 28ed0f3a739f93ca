import * as z from 'zod'
import { monthSchema } from '../alerts/volume.ts'
import { present } from '../kernel/present.ts'
import { isOpen, type Review } from './review.ts'

/** A question who somebody is, as it is counted: moments and how often its day has passed. */
export const countedQuestionSchema = z.object({
  isOpen: z.boolean(),
  dueAt: z.iso.datetime(),
  chases: z.int(),
  decidedAt: z.iso.datetime().optional(),
})
export type CountedQuestion = z.infer<typeof countedQuestionSchema>

export const countedQuestionOf = (review: Review): CountedQuestion => ({
  isOpen: isOpen(review),
  dueAt: review.dueAt,
  chases: review.chases,
  ...present({ decidedAt: review.decided?.at }),
})

/** Its day passed before anybody answered it. After that it stays open, and is due anew (policy §1.5). */
export const hasLapsed = (
  { isOpen: isStillOpen, dueAt, chases, decidedAt }: CountedQuestion,
  now: Date,
): boolean => {
  const ended = isStillOpen ? now.toISOString() : decidedAt
  return chases > 0 || (ended !== undefined && Date.parse(dueAt) <= Date.parse(ended))
}

export const askedInSchema = z
  .strictObject({ month: monthSchema, asked: z.int(), lapsed: z.int() })
  .meta({ id: 'QuestionsAsked' })
export type AskedIn = z.infer<typeof askedInSchema>

/** The questions of one month. */
export const askedIn = (
  month: string,
  { questions, now }: { readonly questions: readonly CountedQuestion[]; readonly now: Date },
): AskedIn => ({
  month,
  asked: questions.length,
  lapsed: questions.filter((question) => hasLapsed(question, now)).length,
})
