import type { Alert } from '../alerts/alert.ts'
import { waitsUntil as alertWaitsUntil } from '../alerts/answers/owed.ts'
import { type Chased, toldAfter } from '../codes/chase-steps.ts'
import type { ConcernStanding, ConcernState } from '../concerns/stored-concern.ts'
import { isOpen, type Review, waitsUntil as reviewWaitsUntil } from '../reviews/review.ts'

/** What becomes of a concern that is not lost: the terms of the sum that must make up all that were ever committed. */
export const terms = [
  'held',
  'in-review',
  'acknowledged',
  'in-flight',
  'escalated',
  'withdrawn',
  'expired',
] as const
export type Term = (typeof terms)[number]

/** Why a concern is in none of them. */
export const faults = [
  'words-lost',
  'forgotten',
  'not-assessed',
  'held-without-end',
  'held-past-its-end',
  'review-lost',
  'told-nobody',
  'alert-lost',
  'no-clock',
  'clock-stopped',
  'not-taken-up',
  'not-sent',
  'not-followed',
  'unreadable',
] as const
export type Fault = (typeof faults)[number]

/** What is read of one concern, all of it about the same moment. */
export type Account = {
  readonly concernId: string
  /** Whether what was sent is kept. */
  readonly isKept: boolean
  /** Since when it waits to be assessed, where it does. */
  readonly arrivedAt?: string | undefined
  readonly standing?:
    | Pick<ConcernStanding, 'state' | 'expiresAt' | 'reviewIds' | 'told'>
    | undefined
  /** Those of its alerts and reviews that are kept, each with when the clock will look at it. */
  readonly alerts: readonly { readonly alert: Alert; readonly clock?: string | undefined }[]
  readonly reviews: readonly { readonly review: Review; readonly clock?: string | undefined }[]
}

/** How long anything may wait that nobody has to be asked about: the sweeps run every minute. */
export const boundMilliseconds = 15 * 60_000

/** Whether this moment has passed by more than the bound. */
export const isPastBound = (at: string, now: Date): boolean =>
  Date.parse(at) + boundMilliseconds < now.getTime()

/** What must wait for a clock does, and the clock runs. */
const clockFault = (
  owed: string | undefined,
  clock: string | undefined,
  now: Date,
): Fault | undefined => {
  if (owed === undefined) return undefined
  if (clock === undefined) return 'no-clock'
  return isPastBound(clock, now) ? 'clock-stopped' : undefined
}

const unassessed = ({ arrivedAt }: Account, now: Date): Term | Fault => {
  if (arrivedAt === undefined) return 'forgotten'
  return isPastBound(arrivedAt, now) ? 'not-assessed' : 'in-flight'
}

const held = ({ standing }: Account, now: Date): Term | Fault => {
  if (standing?.expiresAt === undefined) return 'held-without-end'
  return isPastBound(standing.expiresAt, now) ? 'held-past-its-end' : 'held'
}

const inReview = ({ standing, reviews }: Account, now: Date): Term | Fault => {
  const live = reviews.filter(({ review }) => isOpen(review) || review.isPending === true)
  if (live.length === 0 || reviews.length < (standing?.reviewIds.length ?? 0)) return 'review-lost'
  const [fault] = live.flatMap(
    ({ review, clock }) => clockFault(reviewWaitsUntil(review), clock, now) ?? [],
  )
  return fault ?? 'in-review'
}

/** One that somebody must still take up is in flight until it is due, and then a named role has been told. */
const termOf = ({ state, chases }: Alert): Term => {
  if (state !== 'RAISED') return 'acknowledged'
  return chases > 0 ? 'escalated' : 'in-flight'
}

/** Who was told last of a concern that is escalated: of several alerts, of the one that climbed highest. */
export const escalatedTo = ({ alerts }: Account): Chased => {
  const chases = alerts
    .filter(({ alert }) => alert.state === 'RAISED' && alert.moved === undefined)
    .map(({ alert }) => alert.chases)
  return toldAfter(Math.max(1, ...chases) - 1).at(0) ?? 'inbox'
}

const told = ({ standing, alerts }: Account, now: Date): Term | Fault => {
  const expected = standing?.told.length ?? 0
  if (expected === 0) return 'told-nobody'
  if (alerts.length < expected) return 'alert-lost'
  const [fault] = alerts.flatMap(
    ({ alert, clock }) => clockFault(alertWaitsUntil(alert), clock, now) ?? [],
  )
  // One that moved to another authority is answered for there.
  const stands = alerts
    .filter(({ alert }) => alert.moved === undefined)
    .map(({ alert }) => termOf(alert))
  if (fault !== undefined) return fault
  return (
    (['escalated', 'in-flight'] as const).find((term) => stands.includes(term)) ?? 'acknowledged'
  )
}

/** In which term a concern of each state is, or why in none. */
const standings = {
  RECEIVED: unassessed,
  HELD: held,
  IN_REVIEW: inReview,
  ALERTED: told,
  FED_BACK: told,
  WITHDRAWN: () => 'withdrawn',
  EXPIRED: () => 'expired',
} as const satisfies Record<ConcernState, (account: Account, now: Date) => Term | Fault>

/**
 * Where one concern is in the sum `committed = held + in review + shared and acknowledged + in flight + escalated +
 * withdrawn + expired`, or which fault keeps it out of it (promise 1).
 */
export const accountFor = (account: Account, now: Date): Term | Fault => {
  if (!account.isKept) return 'words-lost'
  return standings[account.standing?.state ?? 'RECEIVED'](account, now)
}

export const isTerm = (found: Term | Fault): found is Term => terms.some((term) => term === found)

/** How many concerns are in each term, and which are in none. */
export type Conservation = {
  readonly committed: number
  readonly terms: Readonly<Record<Term, number>>
  /** To whom those that are escalated have been. */
  readonly escalatedTo: Readonly<Partial<Record<Chased, number>>>
  readonly faulty: readonly { readonly id: string; readonly fault: Fault }[]
  /** More than are named. */
  readonly unnamed: number
}
