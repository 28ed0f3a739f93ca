import { createInMemoryStore } from '../../../local/in-memory/store.ts'
import { tables as definitions, forEachTable } from '../../../shared/aws/dynamodb/tables.ts'
import { storeContract } from '../../integration/store-contract.ts'

const tables = forEachTable((name) => name)

storeContract('memory', async () => ({ store: createInMemoryStore(definitions), tables }))
