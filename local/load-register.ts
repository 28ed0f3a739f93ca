import type { AuthorityCode } from '../shared/agencies/authorities.ts'
import type { By } from '../shared/agencies/recorder-of.ts'
import type { Clients } from '../shared/aws/clients.ts'
import { commitRegisterIn } from '../shared/aws/dynamodb/commit-register.ts'
import { recordEntriesIn } from '../shared/aws/dynamodb/record-entries.ts'
import { findAdultIn, readFamilyIn } from '../shared/aws/dynamodb/register.ts'
import { newId } from '../shared/aws/new-id.ts'
import type { ChangeRegisterDeps } from '../shared/casework/change-register.ts'
import { recordChild } from '../shared/casework/record-child.ts'
import { childSchema } from '../shared/register/child.ts'
import { hashesOfFiller } from './index-key.ts'
import type { HubPlace } from './place.ts'
import { defaultSeed, generateRegister } from './seed/register.ts'

/** The register system of an authority, as it loads its own children. */
const registerOf = (authority: AuthorityCode): By => ({
  caller: {
    clientId: 'local-seed',
    role: 'register-manager',
    scopes: ['register.write'],
    agency: 'local-seed',
    agencyName: 'Local seed',
    authority,
  },
  requestId: 'local-seed',
})

/** `today` is now unless said. */
type LoadRequest = { readonly children: number; readonly seed?: number; readonly today?: Date }

/** Loads an invented register by the register's own use case, past the gateway, into tables in memory: the same writes, one after another. */
export const loadRegister = async (
  { store, keys }: Pick<Clients, 'store' | 'keys'>,
  { tables, indexKey }: Pick<HubPlace, 'tables' | 'indexKey'>,
  { children, seed = defaultSeed, today = new Date() }: LoadRequest,
): Promise<void> => {
  const now = () => today
  const index = { store, keys, table: tables.register, wrappingKey: indexKey, now }
  const deps: ChangeRegisterDeps = {
    readFamily: readFamilyIn(store, tables.register),
    readAdult: findAdultIn(store, tables.register),
    hashKeys: hashesOfFiller(index),
    commit: commitRegisterIn(store, tables, { newId, now }),
    record: recordEntriesIn(store, tables.auditEntries),
    newId,
    now,
  }
  await deps.hashKeys([])
  for (const { id, child } of generateRegister({ children, seed, today })) {
    const recorded = childSchema.parse(child)
    const by = registerOf(recorded.authority)
    const outcome = await recordChild({ by, localId: id, child: recorded }, deps)
    if (outcome.kind !== 'recorded')
      throw new Error(`child ${id} was not recorded: ${outcome.kind}`)
  }
}
