import { northmoor as northmoorCode, westmarch } from '../../../infra/stages/local.ts'
import { createInMemoryKeys, keyIds } from '../../../local/in-memory/keys.ts'
import { createInMemoryStore, type InMemoryStore } from '../../../local/in-memory/store.ts'
import { ensureIndexKey, hashesOfFiller } from '../../../local/index-key.ts'
import { recorderFor } from '../../../shared/audit/audit-entry.ts'
import { assessDepsFrom } from '../../../shared/aws/assess-deps.ts'
import { commitAssessmentIn } from '../../../shared/aws/dynamodb/commit-assessment.ts'
import { commitRegisterIn } from '../../../shared/aws/dynamodb/commit-register.ts'
import { commitConcernIn } from '../../../shared/aws/dynamodb/concerns.ts'
import { recordEntriesIn } from '../../../shared/aws/dynamodb/record-entries.ts'
import { findAdultIn, readFamilyIn } from '../../../shared/aws/dynamodb/register.ts'
import type { Store } from '../../../shared/aws/dynamodb/store.ts'
import { tables as definitions, forEachTable } from '../../../shared/aws/dynamodb/tables.ts'
import { newId } from '../../../shared/aws/new-id.ts'
import {
  type AssessConcernDeps,
  type AssessConcernResult,
  assessConcern,
} from '../../../shared/casework/assess-concern.ts'
import { recordChild } from '../../../shared/casework/record-child.ts'
import type { StoredConcern } from '../../../shared/concerns/stored-concern.ts'
import { childSchema } from '../../../shared/register/child.ts'
import { aChild } from '../../builders/a-child.ts'
import { readsDirectory } from '../../builders/a-directory.ts'
import { northmoor, westmarchRegister } from '../../builders/clients.ts'
import { byOf, now } from '../../builders/ports.ts'

export const tables = forEachTable((name) => name)

const registerOf = {
  [westmarch]: westmarchRegister,
  [northmoorCode]: { ...westmarchRegister, agency: northmoor.agency, authority: northmoorCode },
} as const

/** Tables in memory, with a register that can be filled and concerns that are assessed through the real adapters. */
export const assessingInMemory = () => {
  const store: InMemoryStore = createInMemoryStore(definitions)
  const keys = createInMemoryKeys()
  const index = { store, keys, table: tables.register, wrappingKey: keyIds.index, now: () => now }
  const register = {
    readFamily: readFamilyIn(store, tables.register),
    readAdult: findAdultIn(store, tables.register),
    hashKeys: hashesOfFiller(index),
    commit: commitRegisterIn(store, tables, { newId, now: () => now }),
    record: recordEntriesIn(store, tables.auditEntries),
    newId,
    now: () => now,
  }
  const put = async (localId: string, change: Parameters<typeof aChild>[0] = {}): Promise<void> => {
    const child = childSchema.parse(aChild(change))
    const by = byOf(registerOf[child.authority === northmoorCode ? northmoorCode : westmarch])
    await recordChild({ by, localId, child }, register)
  }
  const submit = async (stored: StoredConcern): Promise<void> => {
    const idempotency = { clientId: 'drug-service', key: stored.concernId, bodyHash: 'hash' }
    await commitConcernIn(
      store,
      tables,
    )({
      idempotency,
      stored,
      urgency: 'routine',
      entries: [],
    })
  }
  /** What assessing is given over this store: the tables themselves, or a store around them. */
  const depsOver = (over: Store) => ({
    ...assessDepsFrom({ store: over, keys, now: () => now, log: () => undefined }, tables, {
      INDEX_KEY: keyIds.index,
      TRIAL_MATCHES: 0,
      TRIAL_AUTHORITIES: [],
    }),
    ...readsDirectory,
    commit: commitAssessmentIn(over, tables),
    recorder: (at: Date) => recorderFor({ actor: 'assess-concern' }, at, newId),
    newId,
    now: () => now,
  })
  const assess = async (
    stored: StoredConcern,
    deps: AssessConcernDeps = depsOver(store),
  ): Promise<AssessConcernResult> => {
    await ensureIndexKey(index)
    await submit(stored)
    return assessConcern({ concernId: stored.concernId, fresh: stored }, deps)
  }
  const ready = () => ensureIndexKey(index)
  return { store, put, submit, assess, depsOver, ready }
}
