import * as z from 'zod'
import { holdingQueue } from '../../../shared/agencies/holder.ts'
import { lastWatchable } from '../../../shared/calendar/watched-day.ts'
import type { Answers, AskedInRole } from '../asked.ts'
import { readSent, type Sent } from '../concerns/sent.ts'
import { type Answer, show } from '../http/answer.ts'
import { given } from '../hub/ask-as.ts'

/** What of the partnership stands in the report of a day. */
export const ofPartnershipSchema = z.object({
  unagreed: z
    .array(z.object({ agency: z.string(), authority: z.string(), count: z.int() }))
    .optional(),
  contested: z
    .array(
      z.object({
        alertId: z.string(),
        authority: z.string(),
        harm: z.string(),
        dueAt: z.string(),
        contestedAt: z.string(),
        isSilence: z.boolean().optional(),
      }),
    )
    .optional(),
})

/** What an authority is called, and how its people are reached. */
export const authorityIn = ({ deps }: Pick<AskedInRole, 'deps'>, code: string) =>
  deps.built.settings.authorities.find((one) => one.code === code)

/** Of any council: who has it, until when, and whom to ring there. What it is about stays with the council. */
const ofPartnership = async (asked: AskedInRole): Promise<Answer> => {
  const { ask, now } = asked
  const answer = await ask({ method: 'GET', path: `/watch-reports?day=${lastWatchable(now)}` })
  const { contested = [] } = given(ofPartnershipSchema, answer)
  const items = contested.map((one) => ({
    ...one,
    isHeldHere: one.authority === holdingQueue,
    isLate: new Date(one.dueAt) <= now,
    council: authorityIn(asked, one.authority),
  }))
  return show('lead/contested', { items, back: '/' })
}

/** As many of the newest are looked through: what is older and unanswered is overdue at every step, and told by message. */
const mostPages = 5

/** Of a service's own concerns: those that it contests, or of which it says that it has heard nothing. */
const ofService = async (asked: AskedInRole): Promise<Answer> => {
  const found: Sent[] = []
  let cursor: string | undefined
  let pages = 0
  do {
    const { items, next } = await readSent(asked, { limit: 100, cursor })
    found.push(...items.filter(({ status }) => status === 'challenged'))
    cursor = next
    pages += 1
  } while (cursor !== undefined && pages < mostPages)
  return show('lead/contested', {
    concerns: found.toSorted((one, other) => (one.changedAt < other.changedAt ? -1 : 1)),
    isCut: cursor !== undefined,
    back: '/',
  })
}

/** Answers that are contested and wait to be given again. */
export const contestedAnswers: Answers['inRole'] = {
  contested: {
    get: (asked) =>
      asked.acting.position.role === 'partnership-lead' ? ofPartnership(asked) : ofService(asked),
  },
}
