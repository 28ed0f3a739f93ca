import type { Clients } from './clients.ts'
import { isThereIn } from './dynamodb/is-there.ts'
import { askIn, tallyIn } from './dynamodb/quotas.ts'
import { recordEntriesIn } from './dynamodb/record-entries.ts'
import { keyedHashOf } from './kms/keyed-hash.ts'
import { heldTokenKeys, publishedOf } from './kms/token-key.ts'
import type { World } from './world.ts'

type GuardEnvironment = {
  readonly AUDIT_ENTRIES_TABLE: string
  readonly INTAKE_TABLE: string
  readonly ISSUER: string
  readonly TOKEN_KEYS: readonly string[]
  /** Of functions whose routes name a record: where that may stand, and the key by which what is not there is hashed. */
  readonly CASEWORK_TABLE?: string
  readonly REGISTER_TABLE?: string
  readonly CURSOR_KEY?: string
}

const tokenKeysOf = (
  keys: Clients['keys'],
  { TOKEN_KEYS: keyIds }: Pick<GuardEnvironment, 'TOKEN_KEYS'>,
  world: World,
) => {
  const held = heldTokenKeys({ keys, keyIds, ...world })
  return { publicKeys: publishedOf(held), askAgain: held.askAgain }
}

/** What the guard of an API function needs of the world: the token keys' public halves, the table of audit entries, time and ids. */
export const guardDepsFrom = (
  { store, keys }: Pick<Clients, 'store' | 'keys'>,
  environment: GuardEnvironment,
  world: World,
) => ({
  issuer: environment.ISSUER,
  ...tokenKeysOf(keys, environment, world),
  record: recordEntriesIn(store, environment.AUDIT_ENTRIES_TABLE),
  isThere: isThereIn(store, {
    intake: environment.INTAKE_TABLE,
    casework: environment.CASEWORK_TABLE,
    register: environment.REGISTER_TABLE,
  }),
  keyedHash: keyedHashOf(keys, environment.CURSOR_KEY ?? ''),
  tally: tallyIn(store, environment.INTAKE_TABLE),
  ask: askIn(store, environment.INTAKE_TABLE),
  ...world,
})
