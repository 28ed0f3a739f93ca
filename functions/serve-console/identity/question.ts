import * as z from 'zod'
import { contentSchema } from '../alerts/alert-content.ts'
import { consideredSchema } from '../alerts/match.ts'
import type { AskedInRole } from '../asked.ts'
import { isHubId } from '../http/hub-id.ts'
import { cursorIn } from '../http/paging.ts'
import { given } from '../hub/ask-as.ts'

const listedSchema = z.object({
  reviewId: z.string(),
  kind: z.string(),
  harm: z.string(),
  state: z.string(),
  needsTwo: z.boolean(),
  raisedAt: z.string(),
  dueAt: z.string(),
})
const listSchema = z.object({
  items: z.array(listedSchema),
  links: z.object({ next: z.string().optional() }),
})

/** Questions who somebody is, those due first. Any other is not for a council to answer. */
export const readQuestions = async (
  { ask }: Pick<AskedInRole, 'ask'>,
  { state, cursor }: { readonly state: 'open' | 'closed'; readonly cursor?: string | undefined },
) => {
  const query = new URLSearchParams({ state, limit: '100' })
  if (cursor !== undefined) query.set('cursor', cursor)
  const answer = await ask({ method: 'GET', path: `/reviews?${query}` })
  const { items, links } = given(listSchema, answer)
  return { items: items.filter(({ kind }) => kind === 'identity'), next: cursorIn(links.next) }
}

const verdictSchema = z.object({
  verdict: z.string(),
  ids: z.array(z.string()).default([]),
  at: z.string(),
  person: z.object({ practitioner: z.string().optional() }),
  reason: z.string().optional(),
})

const { adults, banners, children, whereabouts, protected: withheld } = contentSchema.shape
const questionSchema = z.object({
  reviewId: z.string(),
  person: z.string().optional(),
  harm: z.string(),
  state: z.string(),
  version: z.int(),
  needsTwo: z.boolean(),
  dueAt: z.string(),
  proposed: verdictSchema.optional(),
  decided: verdictSchema.optional(),
  content: z
    .object({
      banners,
      adults: adults.default([]),
      children: children.default([]),
      whereabouts,
      protected: withheld,
    })
    .optional(),
  people: consideredSchema,
})
export type Question = z.infer<typeof questionSchema>

/** A question who somebody is, by the reading that is logged. @throws Error with the API's problem */
export const readQuestion = async ({
  ask,
  params: { id },
}: Pick<AskedInRole, 'ask' | 'params'>): Promise<Question | undefined> => {
  if (!isHubId(id)) return undefined
  return given(questionSchema, await ask({ method: 'GET', path: `/reviews/${id}` }))
}
