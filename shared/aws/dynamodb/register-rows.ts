import { authorityOf } from '../../kernel/ids.ts'
import {
  type Found,
  nowhere,
  type Place,
  type RecordChange,
  type Rekey,
  type Unfinished,
} from '../../register/register-change.ts'
import type { StoredAdult, StoredChild } from '../../register/stored.ts'
import { personKey, rekeyKey, unfinishedKey } from './keys.ts'
import { packKeys, unpackKeys } from './pack-keys.ts'
import { adultKind, childKind, recordPlaceKind, unfinishedKind } from './register-kinds.ts'
import type { KeyedRow, Row } from './store.ts'
import { waitingIn } from './waiting-place.ts'

type Kept = Readonly<Record<string, unknown>>

/** The child in its row; undefined in the row of anything else, and where the child was deleted. */
export const childOf = (row: Row): StoredChild | undefined => {
  if (!('child' in row)) return undefined
  const { child, keys = {} } = childKind.read(row)
  return child === undefined ? undefined : { ...child, keys: unpackKeys(keys) }
}

/** As {@link childOf}. */
export const adultOf = (row: Row): StoredAdult | undefined => {
  if (!('adult' in row)) return undefined
  const { adult, keys = {} } = adultKind.read(row)
  return adult === undefined ? undefined : { ...adult, keys: unpackKeys(keys) }
}

const placeIn = (row: Row): Place => {
  const { version, revision } = recordPlaceKind.read(row)
  return { version, revision }
}

/** A record with its place. */
export const foundIn = <StoredRecord>(
  row: Row | undefined,
  recordOf: (row: Row) => StoredRecord | undefined,
): Found<StoredRecord> => (row === undefined ? nowhere : { ...placeIn(row), record: recordOf(row) })

const keptOf = (change: RecordChange): Kept => {
  if (change.after === undefined) return { deleted: change.why }
  const { keys, ...kept } = change.after
  const packed = packKeys(keys)
  return change.kind === 'child'
    ? {
        child: kept,
        keys: packed,
        childrenOf: authorityOf(change.id),
        statusCode: change.after.child.status.code,
      }
    : { adult: kept, keys: packed }
}

/** A record as a row. A deleted one leaves its place, so that no former writer takes what comes after for what was before. */
export const recordRow = (change: RecordChange): KeyedRow & { readonly revision: number } => ({
  ...personKey(change.kind, change.id),
  ...keptOf(change),
  version: change.after?.version ?? change.stood.version + 1,
  revision: change.stood.revision + 1,
})

export const waitingForIndex = 'INDEX'
export const waitingForRekey = 'REKEY'

/** Keys that one attempt wrote, or leaves to be cleared, as a row of casework, for there the sweep looks. */
export const unfinishedRow = (
  unfinished: Unfinished,
  { keys, since }: { readonly keys: readonly string[]; readonly since: Date },
): KeyedRow => ({
  ...unfinishedKey(unfinished),
  keys: packKeys(keys),
  waitingFor: waitingIn(waitingForIndex, unfinished.id),
  waitingUntil: since.toISOString(),
})

export const unfinishedKeysIn = (row: Row): readonly string[] =>
  unpackKeys(unfinishedKind.read(row).keys)

export const rekeyRow = (rekey: Rekey, since: Date): KeyedRow => ({
  ...rekeyKey(rekey),
  waitingFor: waitingIn(waitingForRekey, rekey.adultId),
  waitingUntil: since.toISOString(),
})
