import * as z from 'zod'
import { boundBefore, bounds, type PastBound } from '../../casework/bounds.ts'
import { mostUrgentFirst } from '../../casework/overdue.ts'
import { nameOf } from '../../casework/quarantined.ts'
import { type IndexedKind, placesOf, type WaitingPlace } from '../../casework/waiting.ts'
import { keysOf } from '../../kernel/keys-of.ts'
import { sideBySide } from '../../kernel/side-by-side.ts'
import type { Store } from './store.ts'
import { placeOf, subjectOfRow } from './waiting.ts'

type Tables = { readonly casework: string; readonly intake: string }

/** Of one place: what is more than this nobody reads, and the first of them tell since when. */
const mostOfPlace = 50
const atOnce = 24

const waitingSchema = z.object({ waitingUntil: z.string() })

const everyPlace = keysOf(bounds).flatMap((kind) =>
  placesOf(kind).map((place): WaitingPlace & { readonly kind: IndexedKind } => ({
    ...place,
    kind,
  })),
)

/**
 * All that has waited past its bound, the most urgent first and of these the longest: of each place of the index a page. What
 * stands aside, by its names, is left out: it rings by itself.
 */
export const listPastBoundIn =
  (store: Store, tables: Tables) =>
  async (now: Date, aside: ReadonlySet<string> = new Set()): Promise<readonly PastBound[]> => {
    const found: PastBound[] = []
    await sideBySide(everyPlace, atOnce, async (place) => {
      const { kind } = place
      const urgency = place.spread?.urgency ?? 'routine'
      const { table, partition } = placeOf(place)
      const { rows } = await store.query({
        table: tables[table],
        index: 'waiting',
        partition: { field: 'waitingFor', value: partition },
        range: {
          kind: 'before',
          field: 'waitingUntil',
          end: boundBefore(kind, urgency, now).toISOString(),
        },
        limit: mostOfPlace,
      })
      for (const row of rows) {
        const subject = subjectOfRow(kind, row)
        const since = waitingSchema.parse(row).waitingUntil
        if (!aside.has(nameOf(subject))) found.push({ kind, ids: subject.ids, urgency, since })
      }
    })
    return found.toSorted(mostUrgentFirst)
  }
