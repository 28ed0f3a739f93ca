import type { Chronology } from '../chronology/notification.ts'
import type { IndexKey } from '../matching/index-keys.ts'
import type { StoredAdult, StoredChild } from '../register/stored.ts'

/**
 * What one assessment reads, in two round trips whatever the register's size: the index, then the records it led to.
 * `incomplete` says that a look-up failed or was cut short, so that "nobody" cannot be concluded.
 */
export type Gathered = {
  readonly adults: readonly StoredAdult[]
  readonly children: readonly StoredChild[]
  readonly chronologies: readonly Chronology[]
  readonly incomplete: boolean
}

/** Finds everything under these keys. */
export type Gather = (keys: readonly IndexKey[]) => Promise<Gathered>
