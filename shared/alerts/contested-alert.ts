import * as z from 'zod'
import { present } from '../kernel/present.ts'
import type { Alert } from './alert.ts'
import { alertSchema } from './alert.ts'
import { owesReferrer } from './answers/owed.ts'

/** An alert whose answer, or whose silence, is contested as high as the partnership, and which nobody has answered since. */
export const contestedAlertSchema = alertSchema
  .pick({ alertId: true, authority: true, harm: true, dueAt: true })
  .extend({
    contestedAt: z.iso.datetime(),
    isSilence: z.literal(true).optional().meta({
      description:
        'What is contested is that no answer has come; absent: the answer that was given',
    }),
  })
export type ContestedAlert = z.infer<typeof contestedAlertSchema>

/** Since when the answer to it is contested before the partnership, or that there is none. */
const contestOf = (alert: Alert): Pick<ContestedAlert, 'contestedAt' | 'isSilence'> | undefined => {
  const answer = alert.challenges?.at(-1)
  if (alert.state === 'CHALLENGED')
    return answer?.level === 'partnership' ? { contestedAt: answer.at } : undefined
  const silence = alert.silences?.at(-1)
  return silence?.level === 'partnership' && owesReferrer(alert)
    ? { contestedAt: silence.at, isSilence: true }
    : undefined
}

/** What the partnership lead is told of it: none where nothing is contested, it was answered since, or a manager or head has it still. */
export const contestedAlertOf = (alert: Alert): ContestedAlert | undefined => {
  const contest = contestOf(alert)
  const { alertId, authority, harm, dueAt } = alert
  return contest && { alertId, authority, harm, dueAt, ...present(contest) }
}
