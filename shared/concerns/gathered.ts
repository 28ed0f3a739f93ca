import type { StandingEntry } from '../chronology/entry.ts'
import type { Remembered } from '../chronology/household.ts'
import type { Chronology } from '../chronology/notification.ts'
import type { AdultId, ConcernId } from '../kernel/ids.ts'
import type { IndexKey } from '../matching/index-keys.ts'
import type { StoredAdult, StoredChild } from '../register/stored.ts'
import type { StoredConcern } from './stored-concern.ts'

/** Adults, the children who depend on them, and what is remembered of those. */
export type Known = {
  readonly adults: readonly StoredAdult[]
  readonly children: readonly StoredChild[]
  readonly chronologies: readonly Chronology[]
}

/**
 * What one assessment reads, in two round trips whatever the register's size: the index, then the records it led to.
 * `incomplete` says that a look-up failed or was cut short, so that "nobody" cannot be concluded.
 */
export type Gathered = Known & { readonly incomplete: boolean }

/** Finds everything under these keys. */
export type Gather = (keys: readonly IndexKey[]) => Promise<Gathered>

/**
 * What goes with a match once it is made: other adults of the home with their children (F3), what the children's
 * authorities may already see of them (F4), and the concern that this one rightly corrects.
 */
export type Past = {
  readonly others: readonly AdultId[]
  readonly siblings: readonly Remembered[]
  readonly earlier: readonly StandingEntry[]
  readonly corrects: ConcernId | undefined
}

/** Reads the past of the children that a match joins; nothing of anybody else's. */
export type Recall = (
  stored: StoredConcern,
  joined: { readonly children: readonly StoredChild[]; readonly subjects: readonly AdultId[] },
) => Promise<Past>
