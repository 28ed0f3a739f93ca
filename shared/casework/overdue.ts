import { type Urgency, urgencies } from '../codes/response-times.ts'

/** Something that has passed its bound or its due time, and whose it is by now. */
export type Overdue = {
  readonly urgency: Urgency
  /** Since when. */
  readonly since: string
  readonly what: string
  readonly ids: Readonly<Record<string, string | number>>
  /** The role that was told last, or rings. */
  readonly owner: string
  /** Whose alert, review or record it is. */
  readonly holder?: string | undefined
}

type Pressing = Pick<Overdue, 'urgency' | 'since'>

/** The most urgent first, and of these what has waited longest. */
export const mostUrgentFirst = (one: Pressing, other: Pressing): number =>
  urgencies.indexOf(one.urgency) - urgencies.indexOf(other.urgency) ||
  (one.since < other.since ? -1 : 1)
