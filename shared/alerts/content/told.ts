import type { Holder } from '../../agencies/holder.ts'
import type { StandingEntry } from '../../chronology/entry.ts'
import type { StoredConcern } from '../../concerns/stored-concern.ts'
import type { ConcernId } from '../../kernel/ids.ts'
import type { Decision } from '../../sharing/decision.ts'
import type { Facts } from '../../sharing/facts.ts'
import type { toldBecause } from './alert-content.ts'
import type { KnownChild } from './known-child.ts'

/** One authority that is told of a concern, and why. */
export type Recipient = {
  readonly authority: Holder
  /** The reader has the scope of the authority's lead. */
  readonly isLead: boolean
  readonly why: readonly (typeof toldBecause)[number][]
  /** Names of the other authorities that were told, and those of them that hold a joined child. */
  readonly alsoTold: readonly string[]
  readonly holders: readonly string[]
  readonly isLeadsOnly: boolean
  /** More joined children than an alert shows. */
  readonly isFamilyIncomplete: boolean
}

/** Everything from which the content of one alert is made, at one reading of it. `today` is London's. */
export type Told = {
  readonly stored: StoredConcern
  readonly decision: Decision
  /** As decided on, with whether the household is protected now. */
  readonly facts: Facts
  readonly recipient: Recipient
  readonly known: readonly KnownChild[]
  readonly earlier: readonly StandingEntry[]
  readonly contributing: readonly StoredConcern[]
  readonly corrects: ConcernId | undefined
  readonly today: string
}
