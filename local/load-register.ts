import { recorderFor } from '../shared/audit/audit-entry.ts'
import type { Clients } from '../shared/aws/clients.ts'
import { commitRegisterIn, readRegisterIn } from '../shared/aws/dynamodb/register.ts'
import { indexHasher } from '../shared/aws/kms/index-hash.ts'
import { newId } from '../shared/aws/new-id.ts'
import { type RecordChildDeps, recordChild } from '../shared/casework/record-child.ts'
import { childSchema } from '../shared/register/child.ts'
import type { HubPlace } from './place.ts'
import { defaultSeed, generateRegister } from './seed/register.ts'

const writersAtOnce = 6

/** Loads an invented register by the register's own use case, past the gateway: the same writes, a twentieth of the time. */
export const loadRegister = async (
  { store, keys }: Pick<Clients, 'store' | 'keys'>,
  { tables, indexKey }: Pick<HubPlace, 'tables' | 'indexKey'>,
  children: number,
): Promise<void> => {
  const index = { store, keys, table: tables.register, wrappingKey: indexKey }
  const deps: RecordChildDeps = {
    read: readRegisterIn(store, tables.register),
    hashKeys: indexHasher(index, { mayMake: true }),
    commit: commitRegisterIn(store, tables),
    recorder: (now) => recorderFor({ actor: 'local-seed' }, now, newId),
    now: () => new Date(),
  }
  await deps.hashKeys([])
  const rest = generateRegister({ children, seed: defaultSeed, today: new Date() })
  const writer = async (): Promise<void> => {
    for (const { id, child } of rest) {
      const outcome = await recordChild(id, childSchema.parse(child), deps)
      if (outcome.kind !== 'recorded')
        throw new Error(`child ${id} was not recorded: ${outcome.kind}`)
    }
  }
  await Promise.all(Array.from({ length: writersAtOnce }, writer))
}
