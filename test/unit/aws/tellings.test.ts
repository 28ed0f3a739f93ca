import { expect, it } from 'vitest'
import { createInMemoryStore } from '../../../local/in-memory/store.ts'
import { put } from '../../../shared/aws/dynamodb/actions.ts'
import { tellingRows } from '../../../shared/aws/dynamodb/concern-rows.ts'
import { readTellingsIn } from '../../../shared/aws/dynamodb/concerns.ts'
import { tables as definitions } from '../../../shared/aws/dynamodb/tables.ts'
import type { StoredConcern } from '../../../shared/concerns/stored-concern.ts'
import { concernIdSchema } from '../../../shared/kernel/ids.ts'
import { firstUuidAt } from '../../../shared/kernel/uuid-v7.ts'
import { aConcern } from '../../builders/a-concern.ts'
import { aStoredConcern } from '../../builders/a-stored-concern.ts'
import { now } from '../../builders/ports.ts'

const told = (hours: number, dateOfBirth = '1989-09-09'): StoredConcern => {
  const at = new Date(now.getTime() - hours * 60 * 60 * 1000)
  const concernId = concernIdSchema.parse(firstUuidAt(at))
  const subject = { ...aConcern().subject, dateOfBirth }
  return aStoredConcern(
    { concernId, receivedAt: at.toISOString() },
    { incidentOn: '2026-11-20', subject },
  )
}

it('what an agency told of a person and a day is found among all that it told of that day, within the time in which it is told again', async () => {
  const store = createInMemoryStore(definitions)
  const others = Array.from({ length: 60 }, (_, at) =>
    told(1 + at / 60, `19${String(30 + at)}-01-01`),
  )
  const [earlier, longAgo] = [told(60), told(80)]
  for (const one of [...others, earlier, longAgo])
    await store.transact(tellingRows(one).map((row) => put('casework', row)))
  const found = await readTellingsIn(store, 'casework')(told(0))
  expect(found.map(({ concernId }) => concernId)).toEqual([earlier.concernId])
})
