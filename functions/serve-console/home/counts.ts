import { setTimeout } from 'node:timers/promises'
import * as z from 'zod'
import type { AskedInRole } from '../asked.ts'
import { given } from '../hub/ask-as.ts'
import type { ConsoleRole } from '../roles.ts'
import type { TextKey } from '../texts/texts.ts'

/** A number on the front page, in words. */
export type Tile = {
  readonly text: TextKey
  readonly count: number
  /** There may be more than were counted. */
  readonly isAtLeast: boolean
  readonly isUrgent: boolean
}

/** The most that the API gives at once: what lies beyond is told as such. */
const mostListed = 100

const listSchema = z.object({
  items: z.array(
    z.object({
      status: z.string().optional(),
      state: z.string().optional(),
      isOverdue: z.boolean().optional(),
      dueAt: z.string().optional(),
    }),
  ),
  links: z.object({ next: z.string().optional() }),
})
type Item = z.infer<typeof listSchema>['items'][number]

type Counted = {
  readonly text: TextKey
  readonly isUrgent?: true
  readonly counts: (item: Item, now: Date) => boolean
}
type List = { readonly path: string; readonly tiles: readonly Counted[] }

const concerns: List = {
  path: '/concerns',
  tiles: [
    { text: 'home.tile.asked', isUrgent: true, counts: ({ status }) => status === 'reason-asked' },
    { text: 'home.tile.answered', counts: ({ status }) => status === 'answered' },
    {
      text: 'home.tile.waiting',
      counts: ({ status }) => ['received', 'acknowledged', 'challenged'].includes(status ?? ''),
    },
  ],
}
const alerts: List = {
  path: '/alerts',
  tiles: [
    { text: 'home.tile.overdue', isUrgent: true, counts: ({ isOverdue }) => isOverdue === true },
    { text: 'home.tile.unread', counts: ({ state }) => state === 'RAISED' },
    { text: 'home.tile.open', counts: () => true },
  ],
}
const reviews: List = {
  path: '/reviews',
  tiles: [
    {
      text: 'home.tile.reviewsOverdue',
      isUrgent: true,
      counts: ({ dueAt }, now) => dueAt !== undefined && new Date(dueAt) <= now,
    },
    { text: 'home.tile.reviews', counts: () => true },
  ],
}

/** What each role’s front page counts, of the lists that the role may read. */
const countedFor: Readonly<Partial<Record<ConsoleRole, readonly List[]>>> = {
  referrer: [concerns],
  'service-lead': [reviews, concerns],
  'social-worker': [alerts, reviews],
  manager: [alerts, reviews],
  'partnership-lead': [alerts, reviews],
}

const tilesOf = async (
  { path, tiles }: List,
  { ask, now }: AskedInRole,
): Promise<readonly Tile[]> => {
  const answer = await ask({ method: 'GET', path: `${path}?limit=${mostListed}` })
  const { items, links } = given(listSchema, answer)
  return tiles.map(({ text, isUrgent = false, counts }) => ({
    text,
    isUrgent,
    count: items.filter((item) => counts(item, now)).length,
    isAtLeast: links.next !== undefined,
  }))
}

/** Numbers are worth no longer wait. */
const mostMilliseconds = 4_000

const inTime = async <T>(work: Promise<T>): Promise<T | undefined> => {
  const waited = new AbortController()
  const late = setTimeout(mostMilliseconds, undefined, { signal: waited.signal })
  late.catch(() => undefined)
  try {
    return await Promise.race([work, late])
  } finally {
    waited.abort()
  }
}

/** The numbers of a front page; undefined where the API gives none just now, for the page stands without them. */
export const countsFor = async (asked: AskedInRole): Promise<readonly Tile[] | undefined> => {
  const lists = countedFor[asked.acting.position.role] ?? []
  try {
    const counted = await inTime(Promise.all(lists.map((list) => tilesOf(list, asked))))
    return counted?.flat()
  } catch (error) {
    asked.deps.log('warn', 'COUNT_FAILED', {
      errorName: error instanceof Error ? error.name : 'unknown',
    })
    return undefined
  }
}
