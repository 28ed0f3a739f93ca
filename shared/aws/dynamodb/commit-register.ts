import type { ChangeRegisterDeps } from '../../casework/change-register.ts'
import type { RekeyChildrenDeps } from '../../casework/rekey-children.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { NewId } from '../../kernel/ids.ts'
import { mostActions } from '../../kernel/most-actions.ts'
import type { RecordChange, RegisterChange, Unfinished } from '../../register/register-change.ts'
import { put, putNew, putRevision, remove } from './actions.ts'
import { turnClock } from './agreement-clocks.ts'
import { auditRows } from './audit-rows.ts'
import { chunksOf } from './chunks-of.ts'
import { householdChangeRow } from './household-rows.ts'
import { indexKey, unfinishedKey } from './keys.ts'
import { recordRow, rekeyRow, unfinishedRow } from './register-rows.ts'
import type { Action, Store } from './store.ts'
import { tidyIndexIn } from './tidy-index.ts'

type Tables = { readonly register: string; readonly casework: string }

export type CommitRegisterWorld = { readonly newId: NewId; readonly now: Clock }

const putEntries = (register: string, { kind, id, newKeys }: RecordChange): Action[] =>
  newKeys.map((hash) => put(register, { ...indexKey(hash, kind, id), entry: { id } }))

const removeEntries = (register: string, { kind, id, staleKeys }: RecordChange): Action[] =>
  staleKeys.map((hash) => remove(register, indexKey(hash, kind, id)))

type Unsettled = Unfinished & { readonly change: RecordChange }

/** Records of which an attempt touches entries of the index. */
const unsettledOf = ({ records }: RegisterChange, attempt: string): readonly Unsettled[] =>
  records
    .filter(({ newKeys, staleKeys }) => newKeys.length + staleKeys.length > 0)
    .map((change) => ({ of: change.kind, id: change.id, attempt, change }))

type Beside = { readonly beside: readonly Action[] }

/** What must stand or fall together, the entries of the index left aside. */
const coreOf = (
  tables: Tables,
  { change, beside, since }: Beside & { readonly change: RegisterChange; readonly since: Date },
): Action[] => [
  ...change.records.map((one) => putRevision(tables.register, recordRow(one))),
  ...change.households.map((one) => putNew(tables.casework, householdChangeRow(one))),
  ...change.rekeys.map((one) => put(tables.casework, rekeyRow(one, since))),
  ...change.agreements.map((one) => turnClock(tables.casework, one)),
  ...beside,
]

const answerOf = (result: Awaited<ReturnType<Store['transact']>>): 'committed' | 'changed' =>
  result === 'committed' ? 'committed' : 'changed'

type Steps = {
  readonly core: readonly Action[]
  readonly added: readonly Action[]
  readonly unsettled: readonly Unsettled[]
  readonly since: Date
}

const commitInSteps = async (
  store: Store,
  tables: Tables,
  { core, added, unsettled, since }: Steps,
): Promise<'committed' | 'changed'> => {
  await store.transact(
    unsettled.map(({ change: { newKeys, staleKeys }, ...one }) =>
      put(tables.casework, unfinishedRow(one, { keys: [...newKeys, ...staleKeys], since })),
    ),
  )
  for (const chunk of chunksOf(added, mostActions)) await store.transact(chunk)
  const { settled = [], stale = [] } = Object.groupBy(unsettled, ({ change }) =>
    change.staleKeys.length === 0 ? 'settled' : 'stale',
  )
  const settling = settled.map((one) => remove(tables.casework, unfinishedKey(one)))
  const answer = answerOf(await store.transact([...core, ...settling]))
  if (answer === 'changed') return answer
  const tidy = tidyIndexIn(store, tables)
  // It stands; what this leaves, the sweep clears.
  for (const one of stale) await tidy(one).catch(() => false)
  return answer
}

type CommitChange = (
  change: RegisterChange,
  beside: readonly Action[],
) => Promise<'committed' | 'changed'>

/**
 * Makes a change of the register stand at once, with what is written beside it. What does not fit one transaction with all its keys is written so: first
 * what is to be put in order whatever happens, then the entries of new keys, in batches; then the records themselves,
 * which list their keys and so make the whole findable; then the entries of former keys go. Whoever dies in between
 * leaves entries that no record lists, which lead nowhere and are cleared by the sweep.
 */
const commitChangeIn =
  (store: Store, tables: Tables, { newId, now }: CommitRegisterWorld): CommitChange =>
  async (change, beside) => {
    const since = now()
    const core = coreOf(tables, { change, beside, since })
    const added = change.records.flatMap((one) => putEntries(tables.register, one))
    const cleared = change.records.flatMap((one) => removeEntries(tables.register, one))
    const whole = [...core, ...added, ...cleared]
    if (whole.length <= mostActions) return answerOf(await store.transact(whole))
    const unsettled = unsettledOf(change, newId(since))
    return commitInSteps(store, tables, { core, added, unsettled, since })
  }

/** A change of the register with the entries that record it. */
export const commitRegisterIn = (
  store: Store,
  tables: Tables & { readonly auditEntries: string },
  world: CommitRegisterWorld,
): ChangeRegisterDeps['commit'] => {
  const commit = commitChangeIn(store, tables, world)
  return (change, entries) => commit(change, auditRows(tables.auditEntries, entries))
}

/** A change of nothing but the keys by which records are found. */
export const commitKeysIn = (
  store: Store,
  tables: Tables,
  world: CommitRegisterWorld,
): RekeyChildrenDeps['commitKeys'] => {
  const commit = commitChangeIn(store, tables, world)
  return (change) => commit(change, [])
}
