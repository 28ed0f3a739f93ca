import { createInMemoryKeys, keyIds } from '../../local/in-memory/keys.ts'
import { createInMemoryStore } from '../../local/in-memory/store.ts'
import { hashesOfFiller } from '../../local/index-key.ts'
import { servedRows } from '../../local/seed/directory.ts'
import type { Gather } from '../../shared/assessing/gathered.ts'
import { recorderFor } from '../../shared/audit/audit-entry.ts'
import { assessDepsFrom } from '../../shared/aws/assess-deps.ts'
import { put } from '../../shared/aws/dynamodb/actions.ts'
import { commitAssessmentIn } from '../../shared/aws/dynamodb/commit-assessment.ts'
import { commitConcernIn } from '../../shared/aws/dynamodb/concerns.ts'
import type { Store } from '../../shared/aws/dynamodb/store.ts'
import { tables as definitions, forEachTable } from '../../shared/aws/dynamodb/tables.ts'
import { newId } from '../../shared/aws/new-id.ts'
import {
  type AssessConcernDeps,
  type AssessConcernResult,
  assessConcern,
} from '../../shared/casework/assess-concern.ts'
import type { StoredConcern } from '../../shared/concerns/stored-concern.ts'
import { type Asked, between, countingStore } from './count-capacity.ts'
import { fillRegister } from './fill-register.ts'
import type { Part } from './registered-part.ts'

/** `candidates` are all whose records were compared with somebody of the concern. */
export type Assessed = {
  readonly result: AssessConcernResult
  readonly asked: Asked
  readonly candidates: number
}

const tables = forEachTable((name) => name)
/** The day on which everything of the bench happens. */
export const today = new Date('2026-11-26T10:00:00Z')
const now = (): Date => today

const tablesInMemory = () => {
  const store = createInMemoryStore(definitions)
  const keys = createInMemoryKeys()
  const index = { store, keys, table: tables.register, wrappingKey: keyIds.index, now }
  return { store, keys, hashKeys: hashesOfFiller(index) }
}
type Ground = ReturnType<typeof tablesInMemory>

const assessingIn = (store: Store, { keys }: Ground): AssessConcernDeps => ({
  ...assessDepsFrom({ store, keys, now, log: () => undefined }, tables, {
    INDEX_KEY: keyIds.index,
    TRIAL_MATCHES: 0,
    TRIAL_AUTHORITIES: [],
  }),
  commit: commitAssessmentIn(store, tables),
  recorder: (at) => recorderFor({ actor: 'assess-concern' }, at, newId),
  newId,
  now,
})

/** Tables in memory, filled and read by the hub's own code; what an assessment asks of them is counted. */
export const benchHub = () => {
  const ground = tablesInMemory()
  const { store, hashKeys } = ground
  const counting = countingStore(store)
  const deps = assessingIn(counting.store, ground)
  let candidates = 0
  const gather: Gather = async (...search) => {
    const gathered = await deps.gather(...search)
    candidates = new Set(gathered.sought.flatMap(({ ids }) => ids)).size
    return gathered
  }
  return {
    /** The register of this part, and what a warm container holds. */
    fill: async (part: Part, seed: number): Promise<void> => {
      await fillRegister({ store, hashKeys, now }, part, { seed })
      for (const row of servedRows) await store.transact([put(tables.directory, row)])
      // The secret of the index is opened once in the life of a container; its ring and the directory are read once a minute.
      await deps.readDirectory()
      await deps.gather(
        [
          {
            person: 'subject',
            kind: 'adult',
            keys: [{ type: 'phone', value: 'nobody’s' }],
            settled: [],
          },
        ],
        'none',
      )
    },
    assess: async (stored: StoredConcern): Promise<Assessed> => {
      const idempotency = { clientId: 'bench', key: stored.concernId, bodyHash: 'hash' }
      await commitConcernIn(
        store,
        tables,
      )({
        idempotency,
        stored,
        urgency: 'routine',
        entries: [],
      })
      const before = counting.asked()
      const result = await assessConcern(
        { concernId: stored.concernId, fresh: stored },
        { ...deps, gather },
      )
      return { result, asked: between(before, counting.asked()), candidates }
    },
  }
}
