import type { Chronology } from '../chronology/notification.ts'
import type { IndexKey } from '../matching/index-keys.ts'
import type { StoredAdult, StoredChild } from '../register/stored.ts'

/** Adults, the children who depend on them, and what is remembered of those. */
export type Known = {
  readonly adults: readonly StoredAdult[]
  readonly children: readonly StoredChild[]
  readonly chronologies: readonly Chronology[]
}

/**
 * What one assessment reads, in two round trips whatever the register's size: the index, then the records it led to.
 * `incomplete` says that a look-up failed or was cut short, so that "nobody" cannot be concluded. `confirmedInTrial`
 * counts the matches of the model in use that people have confirmed since they last refuted one.
 */
export type Gathered = Known & {
  readonly incomplete: boolean
  readonly confirmedInTrial: number
}

/** Finds everything under these keys; `modelVersion` is the model whose trial is asked about. */
export type Gather = (keys: readonly IndexKey[], modelVersion: string) => Promise<Gathered>

/** Reads these adults, whether or not a key leads to them; one who is not there is left out. */
export type GatherAdults = (adultIds: readonly string[]) => Promise<Known>
