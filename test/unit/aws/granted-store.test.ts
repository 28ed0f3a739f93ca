import { describe, expect, it } from 'vitest'
import { createInMemoryStore } from '../../../local/in-memory/store.ts'
import { put, remove } from '../../../shared/aws/dynamodb/actions.ts'
import { tables as definitions, forEachTable } from '../../../shared/aws/dynamodb/tables.ts'
import type { FunctionName } from '../../../shared/config/functions.ts'
import { grantedStore } from '../../fakes/granted-store.ts'

const tables = forEachTable((name) => name)
const storeOf = (name: FunctionName) => grantedStore(createInMemoryStore(definitions), name, tables)
const keyOf = (pk: string) => ({ pk, sk: 'ROW' })

describe('the store of a test hub, as a function’s role sees it', () => {
  it('takes what is granted of a table, of an index and of some rows', async () => {
    const relay = storeOf('publish-messages')
    const waiting = { field: 'waitingFor', value: 'RELAY' }
    expect(await relay.get(tables.casework, keyOf('OUTBOX#1'))).toBeUndefined()
    expect(await relay.batch({ [tables.casework]: [keyOf('ELSEWHERE#1')] })).toEqual([])
    expect(
      await relay.query({ table: tables.casework, index: 'waiting', partition: waiting }),
    ).toMatchObject({ rows: [] })
    expect(await relay.transact([remove(tables.casework, keyOf('ELSEWHERE#1'))])).toBe('committed')
  })

  it('refuses another table, another action, another partition and the table behind an index', async () => {
    const relay = storeOf('publish-messages')
    const partition = { field: 'pk', value: 'OUTBOX#1' }
    const attempts = [
      () => relay.get(tables.register, keyOf('CHILD#1')),
      () => relay.get(tables.casework, keyOf('CONCERN#1')),
      () => relay.batch({ [tables.casework]: [keyOf('OUTBOX#1'), keyOf('CHILD#1')] }),
      () => relay.query({ table: tables.casework, partition }),
      () => relay.query({ table: tables.casework, index: 'inbox', partition }),
      () => relay.update(tables.intake, { key: keyOf('CONCERN#1'), set: { one: 1 } }),
      () => relay.transact([put(tables.casework, keyOf('OUTBOX#1'))]),
      () => relay.transact([remove(tables.casework, keyOf('OUTBOX#1'))]),
    ]
    for (const attempt of attempts) await expect(attempt()).rejects.toThrow('may not')
  })
})
