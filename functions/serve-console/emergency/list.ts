import * as z from 'zod'
import { isPast } from '../../../shared/calendar/is-past.ts'
import type { Answers, AskedInRole } from '../asked.ts'
import { type Answer, show } from '../http/answer.ts'
import { cursorIn, linkTo } from '../http/paging.ts'
import { given } from '../hub/ask-as.ts'

const listSchema = z.object({
  items: z.array(
    z.object({
      accessId: z.string(),
      kind: z.string(),
      state: z.string(),
      raisedAt: z.string(),
      dueAt: z.string(),
    }),
  ),
  unreadable: z.int().optional(),
  links: z.object({ next: z.string().optional() }),
})

/** What a lead has to approve for their own workers, or to review as whoever was read. */
const list = async ({ ask, visit, now }: AskedInRole): Promise<Answer> => {
  const isClosed = visit.query['state'] === 'closed'
  const query = new URLSearchParams({ limit: '25', state: isClosed ? 'closed' : 'open' })
  const { cursor } = visit.query
  if (cursor !== undefined) query.set('cursor', cursor)
  const answer = await ask({ method: 'GET', path: `/emergency-access?${query}` })
  const { items, unreadable, links } = given(listSchema, answer)
  return show('emergency/list', {
    isClosed,
    items: items.map((one) => ({ ...one, isLate: isPast(one.dueAt, now) })),
    unreadable,
    next: linkTo('/emergency', { state: isClosed ? 'closed' : undefined }, cursorIn(links.next)),
    back: '/',
  })
}

export const listEmergencyAnswers: Answers['inRole'] = { emergencies: { get: list } }
