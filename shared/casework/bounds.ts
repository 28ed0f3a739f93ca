import type { Chased } from '../codes/chase-steps.ts'
import type { Urgency } from '../codes/response-times.ts'
import type { IndexedKind } from './waiting.ts'

/**
 * The role that is told of what has passed its bound, and answers for it from then on. `keeper`: whoever placed a legal hold.
 * `reader`: the duty team of an authority that polls.
 */
export type Owner = 'operator' | 'reader' | 'keeper' | Chased

/** Minutes after its time by which it has been attended to. */
type Within = Readonly<Record<Urgency, number>>

/** For immediate danger five minutes: the stream has one of them, and three sweeps the rest. */
const soon: Within = { immediate: 5, today: 15, routine: 15 }
/** What nobody's safety hangs on for an hour. */
const withinTheHour: Within = { immediate: 60, today: 60, routine: 60 }

const withinTheDay: Within = { immediate: 1500, today: 1500, routine: 1500 }

export type Bound = {
  /** What waits, and since when it counts, for whoever reads the list. */
  readonly what: string
  readonly owner: Owner
  readonly within: Within
}

const ofHub = (what: string, within: Within = soon): Bound => ({ what, owner: 'operator', within })

/**
 * Every kind of row that waits, who answers for it and within what time of its own moment it is attended to. Past that it is
 * that role's: it stands in `hub overdue`, is counted every minute, and rings. Where a person is late the hub's own part is to tell
 * the next one (policy §7), so what is bounded here is that the clock runs; whom it has told is the alert's or review's owner.
 */
export const bounds: Readonly<Record<IndexedKind, Bound>> = {
  assessment: ofHub('a concern received, to be decided'),
  withdrawal: ofHub('a withdrawal accepted, to be applied'),
  consent: ofHub('a change of consent accepted, to be applied'),
  silence: ofHub('a challenge of silence accepted, to be passed on'),
  engagement: ofHub('how somebody stands with their service, to be passed on'),
  'left-over': ofHub('rows that a decision left over'),
  again: ofHub('a concern to be decided again'),
  relay: ofHub('a message written, to leave'),
  unanswered: ofHub('a message sent and not answered, to be sent again'),
  answer: ofHub('an alert that is due, of which somebody is to be told'),
  review: ofHub('a review that is due, to be concluded or told of'),
  emergency: ofHub('an emergency access that is due, to be told of', withinTheHour),
  // Their alarms name whom to telephone, and ring until somebody has opened it.
  unread: { what: 'an alert in the inbox of the API, to be opened', owner: 'reader', within: soon },
  digest: ofHub('a message of the day’s digest', withinTheHour),
  'written-agreement': ofHub('a written agreement that ends, to be told of', withinTheHour),
  unagreed: ofHub('a day’s missing agreements, to be told of', withinTheHour),
  // Its moment is the beginning of the day.
  quota: ofHub('a client over its quota, to be told of', withinTheDay),
  use: ofHub('a day’s findings, to be told of', withinTheHour),
  elsewhere: ofHub('a record known elsewhere, to be told of', withinTheHour),
  household: ofHub('a change of a household, to take effect', withinTheHour),
  index: ofHub('keys that a write may have left behind', withinTheHour),
  rekey: ofHub('children’s keys, to follow an adult’s', withinTheHour),
  // Under a legal hold it is due all the while.
  expiry: {
    what: 'a held concern at its end, to be deleted unless a legal hold keeps it',
    owner: 'keeper',
    within: withinTheHour,
  },
}

/** Since before when whatever still waits of a kind has passed its bound. */
export const boundBefore = (kind: IndexedKind, urgency: Urgency, now: Date): Date =>
  new Date(now.getTime() - bounds[kind].within[urgency] * 60_000)

/** What has waited past its bound: by ids, and since when it should have been attended to. */
export type PastBound = {
  readonly kind: IndexedKind
  readonly ids: Readonly<Record<string, string | number>>
  readonly urgency: Urgency
  readonly since: string
}
