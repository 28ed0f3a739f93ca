import * as z from 'zod'
import type { CountWaiting, MeasureHubDeps } from '../../casework/measure-hub.ts'
import { placesOf, type WaitingPlace } from '../../casework/waiting.ts'
import { harmLevels } from '../../codes/harm-levels.ts'
import { inboxOf } from './alert-rows.ts'
import type { Row, Store } from './store.ts'
import { nameOfRow, placeOf } from './waiting.ts'

/** Where counting ends: what is more than this nobody works off by hand, and its age tells the rest. */
const mostCounted = 1_000
/** Of one authority. */
const mostOpen = 200

const waitingSchema = z.object({ waitingUntil: z.string() })

/**
 * Counts what the index of waiting rows holds of a kind, one page of each place where it may wait, so that it costs the same
 * however much waits.
 */
export const countWaitingIn =
  (
    store: Store,
    tables: { readonly casework: string; readonly intake: string },
    aside: ReadonlySet<string> = new Set(),
  ): CountWaiting =>
  async (kind, until, urgency) => {
    const isMeant = ({ spread }: WaitingPlace): boolean =>
      urgency === undefined || spread?.urgency === urgency
    const places = placesOf(kind).filter(isMeant)
    const isAside = (row: Row): boolean => aside.size > 0 && aside.has(nameOfRow(kind, row))
    const counted = await Promise.all(
      places.map((place) => {
        const { table, partition } = placeOf(place)
        return store.query({
          table: tables[table],
          index: 'waiting',
          partition: { field: 'waitingFor', value: partition },
          ...(until !== undefined && {
            range: { kind: 'before', field: 'waitingUntil', end: until.toISOString() },
          }),
          limit: mostCounted,
        })
      }),
    )
    const pages = counted.map(({ rows }) => ({ rows: rows.filter((row) => !isAside(row)) }))
    const [first] = pages
      .flatMap(({ rows: [oldest] }) => oldest ?? [])
      .map((row) => waitingSchema.parse(row).waitingUntil)
      .toSorted()
    return {
      count: Math.min(
        mostCounted,
        pages.reduce((sum, { rows }) => sum + rows.length, 0),
      ),
      ...(first !== undefined && { first }),
    }
  }

const openSchema = z.object({ state: z.string(), harm: z.enum(harmLevels), dueAt: z.string() })

/** The most urgent lines of an authority's inbox, and of its lead's. A review is none, nor is what this code cannot read. */
export const readOpenIn =
  (store: Store, casework: string): MeasureHubDeps['readOpen'] =>
  async (authority) => {
    const pages = await Promise.all(
      [false, true].map((ofLead) =>
        store.query({
          table: casework,
          index: 'inbox',
          partition: { field: 'inbox', value: inboxOf(authority, { isOpen: true, ofLead }) },
          limit: mostOpen,
        }),
      ),
    )
    return pages
      .flatMap(({ rows }) => rows)
      .filter(({ alertId }) => alertId !== undefined)
      .flatMap((row) => openSchema.safeParse(row).data ?? [])
  }
