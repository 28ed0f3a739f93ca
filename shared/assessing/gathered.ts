import type { Agreement } from '../agencies/agreement.ts'
import type { StatedAuthority } from '../agencies/stated-authority.ts'
import type { StandingEntry } from '../chronology/entry.ts'
import type { RememberedChild } from '../chronology/household.ts'
import type { Chronology } from '../chronology/notification.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import type { AdultId, ChildId, ConcernId } from '../kernel/ids.ts'
import type { IndexKey } from '../matching/index-keys.ts'
import type { StoredAdult, StoredChild } from '../register/stored.ts'

/** Adults, the children who depend on them, and what is remembered of those. */
export type Known = {
  readonly adults: readonly StoredAdult[]
  readonly children: readonly StoredChild[]
  readonly chronologies: readonly Chronology[]
  /** Of the submitting agency, with the stated authority and those on whose registers the adults stand. */
  readonly agreements: readonly Agreement[]
}

/** Whose agreements are asked for, beside those with the adults' authorities. */
export type Parties = { readonly agency: string; readonly authority: StatedAuthority }

/**
 * What one assessment reads, in two round trips whatever the register's size: the index, then the records it led to.
 * `incomplete` says that a lookup failed or was cut short, so that "nobody" cannot be concluded. `confirmedInTrial`
 * counts the matches of the model in use that people have confirmed since they last refuted one.
 */
export type Gathered = Known & {
  readonly incomplete: boolean
  readonly confirmedInTrial: number
}

/** Finds everything under these keys; `modelVersion` is the model whose trial is asked about. */
export type Gather = (
  keys: readonly IndexKey[],
  asked: Parties & { readonly modelVersion: string },
) => Promise<Gathered>

/** Reads these adults, whether or not a key leads to them; one who is not there is left out. */
export type GatherAdults = (adultIds: readonly string[], parties: Parties) => Promise<Known>

/**
 * What goes with a match once it is made: other adults of the home with their children (F3), what the children's
 * authorities may already see of them (F4), and the concern that this one rightly corrects.
 */
export type Past = {
  readonly others: readonly AdultId[]
  readonly siblings: readonly RememberedChild[]
  readonly earlier: readonly StandingEntry[]
  readonly corrects: ConcernId | undefined
}

/** Reads the past of the children that a match joins; nothing of anybody else's. */
export type Recall = (
  stored: StoredConcern,
  joined: { readonly children: readonly StoredChild[]; readonly subjects: readonly AdultId[] },
) => Promise<Past>

/** What the authorities of these children may see of them by now. */
export type ReadEarlier = (childIds: readonly ChildId[]) => Promise<readonly StandingEntry[]>
