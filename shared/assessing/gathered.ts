import type { Agreement } from '../agencies/agreement.ts'
import type { StandingEntry } from '../chronology/entry.ts'
import type { Chronology } from '../chronology/notification.ts'
import type { PersonRef } from '../concerns/person-ref.ts'
import type { Around } from '../household/joined-children.ts'
import type { AdultId, ChildId, ConcernId } from '../kernel/ids.ts'
import type { IndexKey } from '../matching/index-keys.ts'

/** One person of a concern, the keys under which they may be found, and whom a person has already said that they are. */
export type Seek = {
  readonly person: PersonRef
  readonly kind: 'adult' | 'child'
  readonly keys: readonly IndexKey[]
  readonly settled: readonly string[]
}

/** Whom the index led to for one person, best first. `incomplete`: somebody may be missing, so "nobody" cannot be concluded. */
export type Sought = Pick<Seek, 'person' | 'kind'> & {
  readonly ids: readonly string[]
  readonly incomplete: boolean
}

/**
 * What the search for everybody named reads, in two round trips whatever the register's size: the index, then the
 * records it led to. `confirmedInTrial` counts the matches of the model in use that people have confirmed since they last
 * refuted one.
 */
export type Gathered = Around & {
  readonly sought: readonly Sought[]
  readonly confirmedInTrial: number
}

export type Gather = (seeks: readonly Seek[], modelVersion: string) => Promise<Gathered>

/** The keys by which the people of a concern are sought, to be kept as long as it may protect or be protected. */
export type Lookups = {
  readonly concernId: ConcernId
  readonly protects: boolean
  readonly keys: readonly IndexKey[]
  readonly until: Date
}

/** Whom to read around: people confirmed, or still to be settled. */
export type Centre = {
  readonly adultIds: readonly AdultId[]
  readonly childIds: readonly ChildId[]
}

/** The people around some others, and what is remembered of the children among them. */
export type Neighbourhood = Around & {
  /** A head for each child, empty where nothing is remembered. */
  readonly chronologies: readonly Chronology[]
  /** The newest entries that each child's authority may see; those of its lead alone only for the lead. */
  readonly entries: readonly StandingEntry[]
}

/**
 * Everybody around these people: adults of the children, children of the adults, whoever lives at their address, and the
 * adults and children of these in turn. `known` are records in hand.
 */
export type GatherAround = (
  centre: Centre,
  known: Around,
  reader: { readonly isLead: boolean },
) => Promise<Neighbourhood>

/** That one concern protects what is told of another of its household, and how long (policy §2, protectedHousehold). */
export type ProtectedBy = {
  readonly concernId: ConcernId
  readonly by: ConcernId
  readonly until: Date
}

/** A concern of the same agency told before, that may be the same incident. */
export type EarlierTelling = { readonly concernId: ConcernId; readonly recordedAt: string }

/** What is known of the sender: its agreements, the concern of its own that this one rightly corrects, or another's that it claims to. */
export type SendersPast = {
  readonly agreements: readonly Agreement[]
  readonly corrects: ConcernId | undefined
  readonly claimed?: ConcernId | undefined
}
