import { westmarch } from '../../infra/stages/local.ts'
import type { By } from '../../shared/agencies/recorder-of.ts'
import { put } from '../../shared/aws/dynamodb/actions.ts'
import { commitRegisterIn } from '../../shared/aws/dynamodb/commit-register.ts'
import { indexKey } from '../../shared/aws/dynamodb/keys.ts'
import { recordEntriesIn } from '../../shared/aws/dynamodb/record-entries.ts'
import { findAdultIn, readFamilyIn } from '../../shared/aws/dynamodb/register.ts'
import type { Store } from '../../shared/aws/dynamodb/store.ts'
import { forEachTable } from '../../shared/aws/dynamodb/tables.ts'
import type { HashKeys } from '../../shared/aws/kms/index-hash.ts'
import { newId } from '../../shared/aws/new-id.ts'
import type { ChangeRegisterDeps } from '../../shared/casework/change-register.ts'
import { recordAdult } from '../../shared/casework/record-adult.ts'
import { recordChild } from '../../shared/casework/record-child.ts'
import type { Child } from '../../shared/register/child.ts'
import type { Household } from '../population/household.ts'
import { recordsOf } from './registered-household.ts'
import type { Part } from './registered-part.ts'

const tables = forEachTable((name) => name)

const by: By = {
  requestId: 'bench',
  caller: {
    clientId: 'westmarch-register',
    role: 'register-manager',
    scopes: ['register.read', 'register.write'],
    agency: 'westmarch',
    agencyName: 'Westmarch',
    authority: westmarch,
  },
}

/** Where the register is filled, with tables of their own names. */
export type RegisterGround = {
  readonly store: Store
  readonly hashKeys: HashKeys
  readonly now: () => Date
}

const registeringIn = ({ store, hashKeys, now }: RegisterGround): ChangeRegisterDeps => ({
  readFamily: readFamilyIn(store, tables.register),
  readAdult: findAdultIn(store, tables.register),
  hashKeys,
  commit: commitRegisterIn(store, tables, { newId, now }),
  record: recordEntriesIn(store, tables.auditEntries),
  newId,
  now,
})

type StatusOf = (household: Household) => Child['status']['code']

const record = async (
  { children, adults }: ReturnType<typeof recordsOf>,
  deps: ChangeRegisterDeps,
): Promise<void> => {
  for (const [localId, child] of children) await recordChild({ by, localId, child }, deps)
  for (const [localId, adult] of adults) await recordAdult({ by, localId, adult }, deps)
}

/** Records whoever is worth comparing, and enters everybody else under the keys that are asked for. */
export const fillRegister = async (
  ground: RegisterGround,
  { entries, households }: Part,
  { seed, statusOf = () => 'IN_NEED' }: { readonly seed: number; readonly statusOf?: StatusOf },
): Promise<void> => {
  const { store, hashKeys } = ground
  const registering = registeringIn(ground)
  for (const household of households)
    await record(recordsOf(household, seed, statusOf(household)), registering)
  const hashes = await hashKeys(entries.map(({ key }) => key))
  for (const [at, { hits }] of entries.entries())
    for (const { id, kind } of hits)
      await store.transact([
        put(tables.register, { ...indexKey(hashes[at] ?? '', kind, id), entry: { id } }),
      ])
}
