import * as z from 'zod'
import type { AskedInRole } from '../asked.ts'
import { cursorIn } from '../http/paging.ts'
import { type FromHub, given } from '../hub/ask-as.ts'

const listedSchema = z.object({
  alertId: z.string(),
  state: z.string(),
  version: z.int(),
  kind: z.string(),
  harm: z.string(),
  priority: z.string(),
  urgency: z.string(),
  raisedAt: z.string(),
  dueAt: z.string(),
  agencyName: z.string(),
  heldBy: z.string().optional(),
  isOverdue: z.boolean(),
  /** As initials and age, where they were asked for and are there. */
  children: z
    .array(
      z.object({
        initials: z.string().optional(),
        ageMonths: z.number().optional(),
        ageYears: z.number().optional(),
        isUnborn: z.boolean().optional(),
      }),
    )
    .optional(),
})
export type Listed = z.infer<typeof listedSchema>

const listSchema = z.object({
  items: z.array(listedSchema),
  unreadable: z.int().optional(),
  links: z.object({ next: z.string().optional() }),
})

/** The most that the API gives at once: a duty desk has forty, and nobody pages through those. */
const mostListed = 100

type Page = { readonly state: 'open' | 'closed'; readonly cursor?: string | undefined }

const queryOf = ({ state, cursor }: Page): URLSearchParams => {
  const query = new URLSearchParams({ state, limit: String(mostListed) })
  if (cursor !== undefined) query.set('cursor', cursor)
  return query
}

const listIn = (answer: FromHub) => {
  const { items, unreadable, links } = given(listSchema, answer)
  return { items, unreadable, next: cursorIn(links.next) }
}

/** A page of alerts without anybody in them: for what counts or chooses. */
export const readAlerts = async ({ ask }: Pick<AskedInRole, 'ask'>, page: Page) =>
  listIn(await ask({ method: 'GET', path: `/alerts?${queryOf(page)}` }))

/** The same with the children as initials and age, which is on record; without them where they cannot be had now, for the list cannot wait. */
export const readAlertsWithInitials = async (asked: Pick<AskedInRole, 'ask'>, page: Page) => {
  const query = queryOf(page)
  query.set('with', 'initials')
  const answer = await asked.ask({ method: 'GET', path: `/alerts?${query}` })
  const isFailed = answer.kind === 'problem' && answer.problem.status >= 500
  return isFailed
    ? { ...(await readAlerts(asked, page)), hasInitials: false }
    : { ...listIn(answer), hasInitials: true }
}

/** Which alerts of a list are shown, by who has them or how they stand. */
export const filters = ['all', 'nobody', 'mine', 'others', 'late'] as const
export type Filter = (typeof filters)[number]
export const isFilter = (name: string | undefined): name is Filter =>
  filters.some((one) => one === name)

const holds: Readonly<Record<Filter, (item: Listed, workId: string) => boolean>> = {
  all: () => true,
  nobody: ({ heldBy }) => heldBy === undefined,
  mine: ({ heldBy }, workId) => heldBy === workId,
  others: ({ heldBy }, workId) => heldBy !== undefined && heldBy !== workId,
  late: ({ isOverdue }) => isOverdue,
}

/** Those that a filter leaves, in the order in which the API gives them: by urgency, then by when they are due. */
export const filtered = (
  items: readonly Listed[],
  by: { readonly filter: Filter; readonly harm: string; readonly workId: string },
): readonly Listed[] =>
  items.filter(
    (item) => holds[by.filter](item, by.workId) && (by.harm === '' || item.harm === by.harm),
  )

/** How many each filter would leave. */
export const countsOf = (items: readonly Listed[], workId: string) =>
  filters.map((filter) => ({
    filter,
    count: items.filter((item) => holds[filter](item, workId)).length,
  }))

/** The first that nobody has, but the one somebody just had open. */
export const nextUntaken = (items: readonly Listed[], except?: string): Listed | undefined =>
  items.find(({ heldBy, alertId }) => heldBy === undefined && alertId !== except)
