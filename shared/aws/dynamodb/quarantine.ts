import type { QuarantineDeps } from '../../casework/open-quarantine.ts'
import { type Quarantined, quarantinedSchema } from '../../casework/quarantined.ts'
import type { Sweeper } from '../../casework/waiting.ts'
import { remove } from './actions.ts'
import { outboxRow } from './alert-rows.ts'
import { quarantineKey } from './keys.ts'
import { ifReadable } from './rows/if-readable.ts'
import { rowKind } from './rows/row-kind.ts'
import type { Action, KeyedRow, Row, Store } from './store.ts'

export const quarantinedKind = rowKind({
  name: 'quarantined',
  places: ['casework QUARANTINE QUARANTINE'],
  content: 'quarantined',
  shape: { quarantined: quarantinedSchema },
})

export const quarantinedRow = (quarantined: Quarantined) => ({
  ...quarantineKey(quarantined.by, quarantined.quarantineId),
  quarantined,
})

/** Of one that no release can have written nothing is known, so that it keeps nobody waiting. */
const quarantinedIn = (row: Row): readonly Quarantined[] => {
  const read = ifReadable(() => quarantinedKind.read(row).quarantined)
  return read === undefined ? [] : [read]
}

/** Pages of a megabyte, some two thousand rows each: the most that is read at once. Of more, the rest is as new. */
const mostPages = 3

/** What stands aside, or is about to: of one function, or of all. */
export const readQuarantineIn =
  (store: Store, casework: string) =>
  async (by?: Sweeper): Promise<readonly Quarantined[]> => {
    const { pk, sk } = quarantineKey(by ?? '', '')
    const found: Quarantined[] = []
    let after: Row | undefined
    for (let page = 0; page < mostPages; page += 1) {
      const { rows, next } = await store.query({
        table: casework,
        partition: { field: 'pk', value: pk },
        ...(by !== undefined && { range: { kind: 'begins', field: 'sk', with: sk } }),
        after,
        consistent: true,
      })
      found.push(...rows.flatMap(quarantinedIn))
      after = next
      if (after === undefined) break
    }
    return found
  }

/** Writes the fields of a row, there or not: what sweeps may do to these rows is to update them, as they do to all others of theirs. */
const written = (casework: string, { pk, sk, ...set }: KeyedRow): Action => ({
  kind: 'update',
  table: casework,
  key: { pk, sk },
  set,
})

/** Keeps what fails under one row each, in one transaction with whatever is told of it. */
export const keepQuarantinedIn =
  (store: Store, casework: string): QuarantineDeps['keepQuarantined'] =>
  async (row, messages) => {
    const rows = [quarantinedRow(row), ...messages.map(outboxRow)]
    await store.transact(rows.map((one) => written(casework, one)))
  }

/** The row as whoever released it leaves it, if it stands there still. */
export const releasedUpdate = (casework: string, row: Quarantined): Action => ({
  ...written(casework, quarantinedRow(row)),
  condition: { kind: 'has', field: 'quarantined' },
})

export const forgetQuarantinedIn =
  (store: Store, casework: string): QuarantineDeps['forgetQuarantined'] =>
  async ({ by, quarantineId }) => {
    await store.transact([remove(casework, quarantineKey(by, quarantineId))])
  }
