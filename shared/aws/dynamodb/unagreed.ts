import { londonDay } from '../../calendar/london-day.ts'
import { dueAfter, nextDigest } from '../../calendar/working-days.ts'
import type { TellUnagreedDeps } from '../../casework/tell-unagreed.ts'
import type { Unagreed } from '../../outbox/unagreed-event.ts'
import { auditRows } from './audit-rows.ts'
import { unagreedKey } from './keys.ts'
import { rowKind } from './rows/row-kind.ts'
import { waitingShape } from './rows/shapes.ts'
import type { Action, Store } from './store.ts'

export const waitingForUnagreed = 'UNAGREED'

/** One field counts one service and authority, so that any number of them count at once. */
const counter = 'COUNT#'
const counterOf = (agency: string, authority: string): string => `${counter}${agency}#${authority}`

type Disclosed = {
  readonly agency: string
  readonly authorities: readonly string[]
  readonly at: Date
}

/** Counts what a service told these authorities without an agreement, in the row of its day; it is told at eight. */
export const countUnagreed = (
  casework: string,
  { agency, authorities, at }: Disclosed,
): Action[] =>
  authorities.length === 0
    ? []
    : [
        {
          kind: 'update',
          table: casework,
          key: unagreedKey(londonDay(at)),
          set: {
            waitingFor: waitingForUnagreed,
            waitingUntil: nextDigest(dueAfter(at, 0)).toISOString(),
          },
          add: Object.fromEntries(authorities.map((code) => [counterOf(agency, code), 1])),
        },
      ]

/** What was disclosed on a day, each service and authority in a field of its own. */
export const unagreedKind = rowKind({
  name: 'unagreed',
  places: ['casework UNAGREED UNAGREED'],
  isOpen: true,
  shape: waitingShape,
})

/** Of a day, whether or not it has been told by now. */
const countedOn = async (store: Store, casework: string, day: string) => {
  const row = await store.get(casework, unagreedKey(day))
  if (row === undefined) return { counts: [], isToBeTold: false }
  const { waitingFor, ...fields } = unagreedKind.read(row)
  const counts = Object.entries(fields).flatMap(([field, count]) => {
    const [, agency = '', authority = ''] = field.split('#')
    return field.startsWith(counter) ? [{ agency, authority, count: Number(count) }] : []
  })
  return { counts, isToBeTold: waitingFor !== undefined }
}

export const readUnagreedIn =
  (store: Store, casework: string): TellUnagreedDeps['readUnagreed'] =>
  async (day) => {
    const { counts, isToBeTold } = await countedOn(store, casework, day)
    return isToBeTold ? counts : []
  }

/** For whoever looks a day up, before it was told and after. */
export const listUnagreedIn =
  (store: Store, casework: string) =>
  async (day: string): Promise<Unagreed> =>
    (await countedOn(store, casework, day)).counts

export const markUnagreedToldIn =
  (
    store: Store,
    tables: { readonly casework: string; readonly auditEntries: string },
  ): TellUnagreedDeps['markTold'] =>
  async (day, entries) => {
    await store.transact([
      {
        kind: 'update',
        table: tables.casework,
        key: unagreedKey(day),
        remove: ['waitingFor', 'waitingUntil'],
      },
      ...auditRows(tables.auditEntries, entries),
    ])
  }
