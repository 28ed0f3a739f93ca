import type { ReadSent } from '../../casework/list-concerns.ts'
import type { TellSendersDeps } from '../../casework/tell-senders.ts'
import type { ListedConcern } from '../../concerns/followed-concern.ts'
import { sentLineKind } from './concern-kinds.ts'
import { readableAmong } from './rows/if-readable.ts'
import { queryToEnd, type Row, type Store } from './store.ts'

/** Before and after every moment that a row may hold. */
const endsOfTime = { start: '0', end: '9999' }

/** Of a row, or of a cursor's position. */
const placeOf = (row: Row): string => String(row['sentOrder'])

const lineIn = (row: Row): ListedConcern => sentLineKind.read(row).listed

/**
 * One page of what an agency sent, what changed last at the top: of what the hub has made something of, and of what has
 * only been received. `after` is a former page's `next`: the place of its last line.
 */
export const listSentIn =
  (
    store: Store,
    tables: { readonly intake: string; readonly casework: string },
    onUnreadable: (error: unknown) => void,
  ): ReadSent =>
  async ({ agency, changedSince }, { limit, after }) => {
    const { start, end } = endsOfTime
    const last = after === undefined ? undefined : placeOf(after)
    const pageOf = async (table: string): Promise<readonly Row[]> => {
      const { rows } = await store.query({
        table,
        index: 'sent',
        partition: { field: 'sentBy', value: agency },
        range: {
          kind: 'between',
          field: 'sentOrder',
          from: changedSince ?? start,
          to: last ?? end,
        },
        descending: true,
        // The last line of the former page is found again, and one more tells whether anything follows.
        limit: limit + 2,
      })
      return rows
    }
    const pages = await Promise.all([pageOf(tables.intake), pageOf(tables.casework)])
    // An index trails: what has just been taken up may stand in both, in the same place, or with a later line in casework.
    const byPlace = new Map(pages.flat().map((row) => [placeOf(row), row]))
    const rows = [...byPlace]
      .filter(([place]) => place !== last)
      .toSorted(([one], [other]) => (one < other ? 1 : -1))
      .map(([, row]) => row)
    const shown = rows.slice(0, limit)
    const lowest = shown.at(-1)
    const items = readableAmong(shown, lineIn, onUnreadable)
    const unreadable = shown.length - items.length
    return {
      items,
      ...(unreadable > 0 && { unreadable }),
      next:
        rows.length > limit && lowest !== undefined ? { sentOrder: placeOf(lowest) } : undefined,
    }
  }

/** Lines of what the hub has made something of, to the end: of what has only been received its sender was answered. */
export const listChangedIn =
  (store: Store, casework: string): TellSendersDeps['listChanged'] =>
  async (agency, { from, until }, onFailure) => {
    const rows = await queryToEnd(store, {
      table: casework,
      index: 'sent',
      partition: { field: 'sentBy', value: agency },
      range: { kind: 'between', field: 'sentOrder', from, to: until },
    })
    return readableAmong(rows, lineIn, onFailure)
  }
