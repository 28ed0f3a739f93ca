import { createInMemoryKeys, keyIds } from '../../local/in-memory/keys.ts'
import { createInMemoryStore } from '../../local/in-memory/store.ts'
import { tables as definitions } from '../../shared/aws/dynamodb/tables.ts'
import type { Trial } from '../../shared/matching/trial.ts'
import { startTestHub, type TestHub } from './test-hub.ts'

const tables = {
  register: 'register',
  casework: 'casework',
  auditEntries: 'auditEntries',
  auditLog: 'auditLog',
} as const

/** A hub over tables and keys in memory: the real rows, in milliseconds. */
export const startInMemoryHub = (trial?: Trial): Promise<TestHub> => {
  const store = createInMemoryStore(definitions)
  const keys = createInMemoryKeys()
  const rows = async (table: string) => store.rows(table)
  return startTestHub({ store, keys, keyIds, tables, rows }, trial)
}
