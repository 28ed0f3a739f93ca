import * as z from 'zod'
import type { AskedInRole } from '../asked.ts'
import { cursorIn } from '../http/paging.ts'
import { given } from '../hub/ask-as.ts'

const sentSchema = z.object({
  items: z.array(
    z.object({
      concernId: z.string(),
      status: z.string(),
      ownReference: z.string().optional(),
      sentAt: z.string(),
      changedAt: z.string(),
    }),
  ),
  unreadable: z.int().optional(),
  links: z.object({ next: z.string().optional() }),
})
export type Sent = z.infer<typeof sentSchema>['items'][number]

/** A page of what one's own agency sent, what changed last at the top; `next` is the cursor of the page that follows. */
export const readSent = async (
  { ask }: Pick<AskedInRole, 'ask'>,
  { limit, cursor }: { readonly limit: number; readonly cursor: string | undefined },
): Promise<{
  readonly items: readonly Sent[]
  readonly unreadable: number | undefined
  readonly next: string | undefined
}> => {
  const query = new URLSearchParams({
    limit: String(limit),
    ...(cursor !== undefined && { cursor }),
  })
  const answer = await ask({ method: 'GET', path: `/concerns?${query}` })
  const { items, unreadable, links } = given(sentSchema, answer)
  return { items, unreadable, next: cursorIn(links.next) }
}
