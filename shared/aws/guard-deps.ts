import type { Clients } from './clients.ts'
import { askIn, tallyIn } from './dynamodb/quotas.ts'
import { recordEntriesIn } from './dynamodb/record-entries.ts'
import { heldTokenKeys, publishedOf } from './kms/token-key.ts'
import type { World } from './world.ts'

type GuardEnvironment = {
  readonly AUDIT_ENTRIES_TABLE: string
  readonly INTAKE_TABLE: string
  readonly ISSUER: string
  readonly TOKEN_KEYS: readonly string[]
}

/** What the guard of an API function needs of the world: the token keys' public halves, the table of audit entries, time and ids. */
export const guardDepsFrom = (
  { store, keys }: Pick<Clients, 'store' | 'keys'>,
  environment: GuardEnvironment,
  world: World,
) => ({
  issuer: environment.ISSUER,
  publicKeys: publishedOf(heldTokenKeys({ keys, keyIds: environment.TOKEN_KEYS, ...world })),
  record: recordEntriesIn(store, environment.AUDIT_ENTRIES_TABLE),
  tally: tallyIn(store, environment.INTAKE_TABLE),
  ask: askIn(store, environment.INTAKE_TABLE),
  ...world,
})
