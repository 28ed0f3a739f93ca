import { expect, it } from 'vitest'
import { takeUpAgain } from '../../../../cli/recovery/take-up-again.ts'
import { createInMemoryStore } from '../../../../local/in-memory/store.ts'
import { put } from '../../../../shared/aws/dynamodb/actions.ts'
import { receivedRow } from '../../../../shared/aws/dynamodb/concern-rows.ts'
import { concernKey } from '../../../../shared/aws/dynamodb/keys.ts'
import { tables as definitions } from '../../../../shared/aws/dynamodb/tables.ts'
import { anId, aStoredConcern } from '../../../builders/a-stored-concern.ts'
import { now } from '../../../builders/ports.ts'

it('makes what nobody can read wait for a sweep, which sets it aside, and goes on with the others', async () => {
  const store = createInMemoryStore(definitions)
  const tables = { intake: 'intake', casework: 'casework' }
  const unfit = { ...concernKey(anId(7)), received: 'what nobody can read' }
  const fit = receivedRow(aStoredConcern())
  await store.transact([unfit, fit].map((row) => put('intake', row)))
  const scan = async function* (table: string) {
    yield store.rows(table)
  }
  const again = (): Promise<number> => takeUpAgain({ store, tables, scan, now: () => now })
  expect(await again()).toBe(2)
  const waiting = store.rows('intake').filter(({ pk }) => pk.startsWith('ARRIVED#'))
  expect(waiting.map(({ pk }) => pk).toSorted()).toEqual(
    [unfit.pk, fit.pk].map((pk) => `ARRIVED#${pk}`).toSorted(),
  )
  expect(await again()).toBe(0)
})
