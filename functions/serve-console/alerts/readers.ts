import * as z from 'zod'
import type { Answers, AskedInRole } from '../asked.ts'
import { nothingHere } from '../errors.ts'
import { type Answer, show } from '../http/answer.ts'
import { isHubId } from '../http/hub-id.ts'
import { given } from '../hub/ask-as.ts'

const readersSchema = z.object({
  items: z.array(
    z.object({
      practitioner: z.string().optional(),
      authority: z.string().optional(),
      isOwn: z.boolean(),
      opened: z.int(),
      explained: z.int(),
      listed: z.int(),
      fetched: z.int(),
      firstAt: z.string(),
      lastAt: z.string(),
    }),
  ),
  isCut: z.boolean(),
})

/** Who has looked at an alert, by the log: asked for by itself, since that somebody asked is in the log too. */
const read = async ({ ask, params, deps, session }: AskedInRole): Promise<Answer> => {
  const { id } = params
  if (!isHubId(id)) return nothingHere()
  const answer = await ask({ method: 'GET', path: `/alerts/${id}/readers` })
  const { items, isCut } = given(readersSchema, answer)
  const names = new Map(deps.built.settings.authorities.map(({ code, name }) => [code, name]))
  return show('alerts/readers', {
    items: items.map((one) => ({ ...one, council: names.get(one.authority ?? '') ?? '' })),
    isCut,
    own: session.workId,
    back: `/alerts/${id}`,
  })
}

export const readerAnswers: Answers['inRole'] = { 'alert-readers': { get: read } }
