import type { DirectoryDeps } from '../../agencies/directory.ts'
import type { SendCheckpointDeps } from '../../casework/send-checkpoint.ts'
import type { Waiting } from '../../casework/waiting.ts'
import type { ListWaiting } from '../../casework/waiting-listing.ts'
import type { Clock } from '../../kernel/clock.ts'
import { type CheckpointsSent, checkpointsDue } from '../../outbox/checkpoints-due.ts'
import { auditRows } from './audit-rows.ts'
import { checkpointsSentKey } from './keys.ts'
import { rowKind } from './rows/row-kind.ts'
import type { Store } from './store.ts'

/** One field an authority. */
const sent = 'SENT#'

/** When each authority was last sent a checkpoint, all in one row: it is read every minute. */
export const checkpointsSentKind = rowKind({
  name: 'checkpoints-sent',
  places: ['casework CHECKPOINTS CHECKPOINTS'],
  isOpen: true,
  shape: {},
})

export const readCheckpointsSentIn =
  (store: Store, casework: string) => async (): Promise<CheckpointsSent> => {
    const row = await store.get(casework, checkpointsSentKey)
    const fields = row === undefined ? {} : checkpointsSentKind.read(row)
    return new Map(
      Object.entries(fields).flatMap(([field, at]): [string, string][] =>
        field.startsWith(sent) ? [[field.slice(sent.length), String(at)]] : [],
      ),
    )
  }

export const markCheckpointSentIn =
  (
    store: Store,
    tables: { readonly casework: string; readonly auditEntries: string },
  ): SendCheckpointDeps['markSent'] =>
  async ({ authority, at }, entries) => {
    await store.transact([
      {
        kind: 'update',
        table: tables.casework,
        key: checkpointsSentKey,
        set: { [`${sent}${authority}`]: at },
      },
      ...auditRows(tables.auditEntries, entries),
    ])
  }

type Sources = DirectoryDeps & {
  readonly readSent: () => Promise<CheckpointsSent>
  readonly now: Clock
}

/** What waits, and the authorities whose checkpoint of the day is due, which waits in no index. */
export const withCheckpointsDue =
  (list: ListWaiting, { readDirectory, readSent, now }: Sources): ListWaiting =>
  async (place, page) => {
    if (place.kind !== 'checkpoint') return list(place, page)
    if (page.after !== undefined) return { waiting: [] }
    const due = checkpointsDue(await readDirectory(), await readSent(), now())
    const waiting = due.map((authority): Waiting => ({ kind: 'checkpoint', authority }))
    return waiting.length === 0 ? { waiting } : { waiting, last: { isListed: true } }
  }
