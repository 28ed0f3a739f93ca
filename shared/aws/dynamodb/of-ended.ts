import * as z from 'zod'
import type { DirectoryDeps } from '../../agencies/directory.ts'
import { endedOn } from '../../agencies/successor.ts'
import { londonDay } from '../../calendar/london-day.ts'
import type { ListedKind, Waiting } from '../../casework/waiting.ts'
import type { Cursor, WaitingPage } from '../../casework/waiting-listing.ts'
import type { Clock } from '../../kernel/clock.ts'
import { alertIdSchema, reviewIdSchema } from '../../kernel/ids.ts'
import { inboxOf } from './alert-rows.ts'
import { reviewsInboxOf } from './reviews.ts'
import type { Store } from './store.ts'

/** How many of each list of an ended authority one sweep moves; the next goes on with what is left. */
const mostPerSweep = 100

const alertSchema = z.object({ alertId: alertIdSchema })
const reviewSchema = z.object({ reviewId: reviewIdSchema })

type Sources = DirectoryDeps & {
  readonly store: Store
  readonly casework: string
  readonly now: Clock
}

const idsIn = async <Read>(
  { store, casework }: Sources,
  inbox: string,
  schema: z.ZodType<Read>,
): Promise<readonly Read[]> => {
  const { rows } = await store.query({
    table: casework,
    index: 'inbox',
    partition: { field: 'inbox', value: inbox },
    limit: mostPerSweep,
  })
  return rows.flatMap((row) => {
    const read = schema.safeParse(row)
    return read.success ? [read.data] : []
  })
}

const lists = [false, true].map((ofLead) => ({ isOpen: true, ofLead }))

/** What the authorities that have ended still have open, from the lists by which they would find it: none, where none has ended. */
export const listOfEndedIn =
  (sources: Sources) =>
  async (kind: ListedKind, { after }: { readonly after?: Cursor }): Promise<WaitingPage> => {
    if (after !== undefined || kind === 'checkpoint') return { waiting: [] }
    const ended = endedOn(await sources.readDirectory(), londonDay(sources.now()))
    const found = ended.flatMap((code) =>
      lists.map(async (standing): Promise<readonly Waiting[]> => {
        if (kind === 'moving') {
          const alerts = await idsIn(sources, inboxOf(code, standing), alertSchema)
          return alerts.map(({ alertId }) => ({ kind, alertId }))
        }
        const inbox = reviewsInboxOf({ authority: code }, standing)
        const reviews = await idsIn(sources, inbox, reviewSchema)
        return reviews.map(({ reviewId }) => ({ kind, reviewId }))
      }),
    )
    const waiting = (await Promise.all(found)).flat()
    return waiting.length === 0 ? { waiting } : { waiting, last: { isListed: true } }
  }
