import type { Clients } from './clients.ts'
import { askIn, tallyIn } from './dynamodb/quotas.ts'
import { recordEntriesIn } from './dynamodb/record-entries.ts'
import { publicKeyPem } from './kms/token-key.ts'
import type { World } from './world.ts'

type GuardEnvironment = {
  readonly AUDIT_ENTRIES_TABLE: string
  readonly INTAKE_TABLE: string
  readonly ISSUER: string
  readonly TOKEN_KEY: string
}

/** What the guard of an API function needs of the world: the token key's public half, the table of audit entries, time and ids. */
export const guardDepsFrom = (
  { store, keys }: Pick<Clients, 'store' | 'keys'>,
  environment: GuardEnvironment,
  world: World,
) => ({
  issuer: environment.ISSUER,
  publicKey: () => publicKeyPem(keys, environment.TOKEN_KEY),
  record: recordEntriesIn(store, environment.AUDIT_ENTRIES_TABLE),
  tally: tallyIn(store, environment.INTAKE_TABLE),
  ask: askIn(store, environment.INTAKE_TABLE),
  ...world,
})
