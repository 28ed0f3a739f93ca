import type { Accepted } from '../concerns/accepted.ts'
import type { Around } from '../household/joined-children.ts'
import type { Review } from '../reviews/review.ts'

/** One record of a register, at the version that was read. */
export type RecordRead = {
  readonly of: 'child' | 'adult'
  readonly id: string
  readonly version: number
}

/**
 * What a disclosure was decided on beside its concern and the chronologies: where any of it has moved, nothing is disclosed and
 * the concern is decided anew. Records: whoever somebody of it is or may be, and everybody around them, the most decisive first. Who
 * was compared and is nobody of it is left out: a record that makes them somebody is looked into by itself (F11). So are agreements:
 * they carry no disclosure and stop none, and how each stood is written down with the decision.
 */
export type RestsOn = {
  readonly records: readonly RecordRead[]
  readonly newestChange: Accepted['newest']
}

/** Children before adults: an adoption, a hidden address and a plan are a child's. */
export const recordsRead = ({ adults, children }: Around): readonly RecordRead[] => [
  ...children.map(({ childId, version }) => ({ of: 'child' as const, id: childId, version })),
  ...adults.map(({ adultId, version }) => ({ of: 'adult' as const, id: adultId, version })),
]

type Made = Readonly<Record<'alerts' | 'changed' | 'shown', readonly unknown[]>> & {
  readonly raised: readonly Pick<Review, 'asked'>[]
}

/** Whether anybody outside the sender's own agency learns anything by this. */
export const discloses = ({ alerts, changed, shown, raised }: Made): boolean =>
  alerts.length + changed.length + shown.length > 0 ||
  raised.some(({ asked }) => asked !== 'sender-lead')
