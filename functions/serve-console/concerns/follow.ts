import * as z from 'zod'
import { isPast } from '../../../shared/calendar/is-past.ts'
import { concernIdSchema } from '../../../shared/kernel/ids.ts'
import type { Answers, AskedInRole } from '../asked.ts'
import { begun, readOwn, saveOwn } from '../concern/own-draft.ts'
import { nothingHere } from '../errors.ts'
import { type Answer, go, show } from '../http/answer.ts'
import { given } from '../hub/ask-as.ts'
import { readSent } from './sent.ts'

const followedSchema = z.object({
  concernId: z.string(),
  status: z.string(),
  ownReference: z.string().optional(),
  silenceFrom: z.string().optional(),
  feedback: z.array(
    z.looseObject({
      feedbackNumber: z.int(),
      at: z.string(),
      outcomeLabel: z.string(),
      lines: z.array(z.object({ kind: z.string(), text: z.string() })).default([]),
      nextStep: z.string().optional(),
      challenge: z.unknown().optional(),
      caseStatus: z.looseObject({ status: z.string().optional() }).optional(),
    }),
  ),
})
export type Followed = z.infer<typeof followedSchema>

/** Whether it may be said that no answer has come: the API takes it from that moment on, whatever has happened inside. */
export const maySaySilent = (
  { silenceFrom, status }: Pick<Followed, 'silenceFrom' | 'status'>,
  now: Date,
): boolean => status !== 'withdrawn' && silenceFrom !== undefined && isPast(silenceFrom, now)

const isConcernId = (id: string): boolean => concernIdSchema.safeParse(id).success

/** A concern of one's own agency. Its page is the same for any family until somebody has answered, as the API's answer is. */
export const followed = async ({
  ask,
  params: { id = '' },
}: AskedInRole): Promise<Followed | undefined> => {
  if (!isConcernId(id)) return undefined
  return given(followedSchema, await ask({ method: 'GET', path: `/concerns/${id}` }))
}

const list = async (asked: AskedInRole): Promise<Answer> => {
  const page = await readSent(asked, { limit: 25, cursor: asked.visit.query['cursor'] })
  return show('concerns/list', { ...page, back: '/' })
}

/** Goes on writing of a concern that was sent: what is sent then completes it. */
const complete = async (asked: AskedInRole): Promise<Answer> => {
  const concern = await followed(asked)
  if (concern === undefined) return nothingHere()
  const standing = await readOwn(asked)
  if (standing?.corrects !== concern.concernId)
    await saveOwn(asked, begun(asked, concern.concernId))
  return go('/concern')
}

const levels: ReadonlySet<string | undefined> = new Set(['H1', 'H2', 'H3', 'H4'])

export const followAnswers: Answers['inRole'] = {
  concerns: { get: list },
  followed: {
    get: async (asked) => {
      const concern = await followed(asked)
      if (concern === undefined) return nothingHere()
      const said = asked.visit.query['said']
      return show('concerns/one', {
        concern,
        maySaySilent: maySaySilent(concern, asked.now),
        said: said === 'yes',
        back: '/concerns',
      })
    },
    post: complete,
  },
  'concern-sent': {
    get: async (asked) => {
      if ((await followed(asked)) === undefined) return nothingHere()
      const { id = '' } = asked.params
      const { sent } = asked.session
      const level = sent?.concernId === id ? sent.level : undefined
      return show('concerns/sent', { id, level: levels.has(level) ? level : undefined })
    },
  },
}
