import { expect, it } from 'vitest'
import { createInMemoryStore } from '../../../local/in-memory/store.ts'
import { put } from '../../../shared/aws/dynamodb/actions.ts'
import { tables as definitions, forEachTable } from '../../../shared/aws/dynamodb/tables.ts'
import { storeContract } from '../../integration/store-contract.ts'

const tables = forEachTable((name) => name)

storeContract('memory', async () => ({ store: createInMemoryStore(definitions), tables }))

it('holds from the start what stood in another, and changes nothing there', async () => {
  const first = createInMemoryStore(definitions)
  const key = { pk: 'CONCERN#1', sk: 'CONCERN' }
  const sought = { table: tables.intake, partition: { field: 'pk', value: key.pk } } as const
  await first.transact([put(tables.intake, { ...key, version: 1 })])
  const standing = first.rows(tables.intake).map((row) => ({ table: tables.intake, row }))
  const told: unknown[] = []
  const second = createInMemoryStore(definitions, (written) => void told.push(written), standing)
  expect((await second.query(sought)).rows).toMatchObject([{ ...key, version: 1 }])
  expect(told).toEqual([])
  await second.update(tables.intake, { key, set: { version: 2 } })
  expect(told).toMatchObject([{ before: { version: 1 }, after: { version: 2 } }])
  expect(await first.get(tables.intake, key)).toMatchObject({ version: 1 })
})
