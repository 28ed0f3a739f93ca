import { lookupsOf, seeksOf } from '../../assessing/seeks-of.ts'
import type { StoredConcern } from '../../concerns/stored-concern.ts'
import type { ConcernId } from '../../kernel/ids.ts'
import { mostActions } from '../../kernel/most-actions.ts'
import { mostAttempts, storeBusy, untilItHolds } from '../../kernel/until-it-holds.ts'
import { keyVersionOf } from '../../matching/key-version.ts'
import { put, remove } from './actions.ts'
import type { HashKeys } from './blocks.ts'
import { chunksOf } from './chunks-of.ts'
import { lookupKey, lookupsKey } from './keys.ts'
import { lookupsKind } from './lookup-kinds.ts'
import { keyedOf, lookupKeysIn } from './lookups.ts'
import { packKeys, unpackKeys } from './pack-keys.ts'
import type { Action, Change, Condition, Row, Store } from './store.ts'

export type RefileDeps = {
  readonly store: Store
  readonly casework: string
  readonly read: (concernId: ConcernId) => Promise<StoredConcern | undefined>
  readonly toWrite: HashKeys
}

type List = ReturnType<typeof lookupsKind.read>

/** Beside the list. */
const mostBeside = mostActions - 1

/** Holds as long as nobody has written the list since, nor taken it away. */
export const listStands = ({ revision }: Pick<List, 'revision'>): Condition =>
  revision === undefined
    ? { kind: 'has', field: 'keys' }
    : { kind: 'equals', field: 'revision', value: revision }

/**
 * Writes some rows, each part with a write of the list that refuses it once anybody else has written or taken the list:
 * so whoever deletes a concern deletes all of its rows, or begins again.
 */
const writeInParts = async (
  { store, casework }: RefileDeps,
  concernId: ConcernId,
  {
    list,
    rows,
    first,
    last,
  }: {
    readonly list: List
    readonly rows: readonly Action[]
    readonly first: Omit<Change, 'key'>
    readonly last: Omit<Change, 'key'>
  },
): Promise<boolean> => {
  const parts = rows.length === 0 ? [[]] : chunksOf(rows, mostBeside)
  let condition = listStands(list)
  for (const [at, part] of parts.entries()) {
    const isLast = at === parts.length - 1
    const set = { ...(at === 0 && first.set), ...(isLast && last.set) }
    const result = await store.transact([
      {
        kind: 'update',
        table: casework,
        key: lookupsKey(concernId),
        set,
        ...(at === 0 && !isLast && { remove: ['keyed'] }),
        add: { revision: 1 },
        condition,
      },
      ...part,
    ])
    if (result !== 'committed') return false
    condition = { kind: 'equals', field: 'revision', value: (list.revision ?? 0) + at + 1 }
  }
  return true
}

/** The rows of a concern of which nothing is left to be found. */
const takeAway = async (
  { store, casework }: RefileDeps,
  concernId: ConcernId,
  row: Row,
): Promise<boolean> => {
  const gone = lookupKeysIn(row, concernId).map((key) => remove(casework, key))
  for (const chunk of chunksOf(gone, mostActions)) await store.transact(chunk)
  const condition = listStands(lookupsKind.read(row))
  const list = { kind: 'delete', table: casework, key: lookupsKey(concernId), condition } as const
  return (await store.transact([list])) === 'committed'
}

/**
 * The words are lost, so no key can be made of them, and a key is not kept waiting for them: `hub reconcile` names the concern.
 * What it stood under stays in the list; where the words are put back, the key that is replaced next lets it be found again.
 */
const passOver = async (
  concernId: ConcernId,
  { list, inUse }: { readonly list: List; readonly inUse: string },
  deps: RefileDeps,
): Promise<'changed' | undefined> => {
  const last = { set: { keyed: inUse } }
  const part = { list, rows: [], first: {}, last }
  return (await writeInParts(deps, concernId, part)) ? undefined : 'changed'
}

const refileOnce = async (
  concernId: ConcernId,
  versions: readonly string[],
  deps: RefileDeps,
): Promise<'changed' | undefined> => {
  const row = await deps.store.get(deps.casework, lookupsKey(concernId))
  if (row === undefined) return undefined
  const list = lookupsKind.read(row)
  const inUse = [...versions].toSorted().join(' ')
  if (list.keyed === inUse) return undefined
  const stored = await deps.read(concernId)
  if (stored === undefined) return passOver(concernId, { list, inUse }, deps)
  if (stored.state === 'EXPIRED')
    return (await takeAway(deps, concernId, row)) ? undefined : 'changed'
  const { keys, protects } = lookupsOf(stored, seeksOf(stored))
  const hashes = [...new Set(await deps.toWrite(keys))]
  const kept = unpackKeys(list.keys).filter((hash) => versions.includes(keyVersionOf(hash)))
  const { expiresAt } = list
  const rows = hashes.map((hash) =>
    put(deps.casework, { ...lookupKey(hash, concernId), concernId, protects, expiresAt }),
  )
  const first = { set: { keys: packKeys([...new Set([...kept, ...hashes])]) } }
  const last = { set: { keyed: keyedOf(hashes) || inUse } }
  return (await writeInParts(deps, concernId, { list, rows, first, last })) ? undefined : 'changed'
}

/**
 * Lets a concern be found under exactly these versions of the index's key, from the concern as it was received: a hash says
 * nothing of what it was made of. A second try finds nothing left to do.
 * @throws HubError store-busy when it would not hold still; the next sweep then goes on
 */
export const refileConcern = (
  concernId: ConcernId,
  versions: readonly string[],
  deps: RefileDeps,
): Promise<undefined> =>
  untilItHolds(
    () => refileOnce(concernId, versions, deps),
    storeBusy(`what a concern is found by was still changing after ${mostAttempts} rounds`),
  )
