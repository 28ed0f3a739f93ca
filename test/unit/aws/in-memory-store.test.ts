import { createInMemoryStore } from '../../../local/in-memory/store.ts'
import { tables as definitions } from '../../../shared/aws/dynamodb/tables.ts'
import { storeContract } from '../../integration/store-contract.ts'

const tables = {
  register: 'register',
  casework: 'casework',
  auditEntries: 'auditEntries',
  auditLog: 'auditLog',
} as const

storeContract('memory', async () => ({ store: createInMemoryStore(definitions), tables }))
