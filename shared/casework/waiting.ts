import type { AuthorityCode } from '../agencies/authorities.ts'
import type { UnreadRef } from '../alerts/unread.ts'
import { type Urgency, urgencies } from '../codes/response-times.ts'
import type { AlertId, ConcernId, EmergencyAccessId, ReviewId } from '../kernel/ids.ts'
import { keysOf } from '../kernel/keys-of.ts'
import type { MessageKey } from '../outbox/outbox-message.ts'
import type { AgreementRef } from '../register/agreement-clock.ts'
import type { HouseholdChangeRef } from '../register/household-change.ts'
import type { Rekey, Unfinished } from '../register/register-change.ts'
import type { SilenceRef } from './pass-on-silence.ts'
import type { Digest } from './send-digest.ts'
import type { ElsewhereReport } from './tell-elsewhere.ts'
import type { QuotaRef } from './tell-over-quota.ts'
import type { WatchReportRef } from './tell-watch-report.ts'

/**
 * Rows of an assessment that found no room in its transaction, in parts counted from 0; or of an alert, of which `number`
 * is then the version.
 */
export type LeftOver = {
  readonly concernId: ConcernId
  readonly number: number
  readonly part: number
  readonly alertId?: AlertId | undefined
}

/** What a sweep may find waiting, by kind. */
export type Waiting =
  | { readonly kind: 'assessment'; readonly concernId: ConcernId }
  | ({ readonly kind: 'left-over' } & LeftOver)
  | ({ readonly kind: 'relay' } & MessageKey)
  | ({ readonly kind: 'unanswered' } & MessageKey)
  | { readonly kind: 'withdrawal'; readonly concernId: ConcernId; readonly changeId: string }
  | { readonly kind: 'consent'; readonly concernId: ConcernId; readonly changeId: string }
  | ({ readonly kind: 'digest' } & Digest)
  | { readonly kind: 'checkpoint'; readonly authority: AuthorityCode }
  | { readonly kind: 'review'; readonly reviewId: ReviewId }
  | { readonly kind: 'emergency'; readonly accessId: EmergencyAccessId }
  | { readonly kind: 'expiry'; readonly concernId: ConcernId }
  | { readonly kind: 'unagreed'; readonly day: string }
  | ({ readonly kind: 'quota' } & QuotaRef)
  | ({ readonly kind: 'use' } & WatchReportRef)
  | ({ readonly kind: 'elsewhere' } & ElsewhereReport)
  | { readonly kind: 'again'; readonly concernId: ConcernId; readonly because: ConcernId }
  | { readonly kind: 'answer'; readonly alertId: AlertId }
  | { readonly kind: 'moving'; readonly alertId: AlertId }
  | { readonly kind: 'moving-review'; readonly reviewId: ReviewId }
  | ({ readonly kind: 'silence' } & SilenceRef)
  | { readonly kind: 'engagement'; readonly concernId: ConcernId; readonly changeId: string }
  | ({ readonly kind: 'unread' } & UnreadRef)
  | ({ readonly kind: 'written-agreement' } & AgreementRef)
  | ({ readonly kind: 'household' } & HouseholdChangeRef)
  | ({ readonly kind: 'index' } & Unfinished)
  | ({ readonly kind: 'rekey' } & Rekey)

/** Who attends to what waits, by the names of the functions. Each has work, and so grants, of its own. */
export type Sweeper = 'watch-clocks' | 'publish-messages' | 'tidy-register' | 'expire-concerns'

type Attendance = {
  readonly by: Sweeper
  /** Milliseconds after which it is overdue. */
  readonly after: number
  /** Whether a stream does this work in fault-free running, so that having to do it means that the stream is broken. */
  readonly isRescue?: true
  /** Whether its rows say how soon somebody must look; all others are attended to after these. */
  readonly isRanked?: true
  /** Whether its rows wait together: they leave as one message, or there is one a day. */
  readonly isTogether?: true
  /** Whether it has no rows that wait, and is listed from elsewhere: looked for once a minute, and before all else unless it leaves together. */
  readonly isListed?: true
}

/** How long the stream has before the sweep takes over. */
const aMinute = 60_000
const atOnce = 0

/**
 * Who attends to each kind and when it is overdue: what the stream should have done gets a minute, a due day none. A
 * change of household waits until what was being assessed on the household as it was has been decided; keys of the index,
 * until whoever writes them is done or dead. Among what is as pressing each function takes its kinds in this order: what a decision
 * left over, for nothing reads half of it; withdrawals and consent before what is decided on them; the register, of which a load changes much, after all else.
 */
export const attendance = {
  'left-over': { by: 'watch-clocks', after: aMinute, isRanked: true },
  withdrawal: { by: 'watch-clocks', after: aMinute, isRescue: true, isRanked: true },
  consent: { by: 'watch-clocks', after: aMinute, isRescue: true, isRanked: true },
  assessment: { by: 'watch-clocks', after: aMinute, isRescue: true, isRanked: true },
  relay: { by: 'publish-messages', after: aMinute, isRescue: true, isRanked: true },
  unanswered: { by: 'publish-messages', after: atOnce, isRanked: true },
  digest: { by: 'publish-messages', after: atOnce, isTogether: true },
  review: { by: 'watch-clocks', after: atOnce, isRanked: true },
  emergency: { by: 'watch-clocks', after: atOnce },
  expiry: { by: 'expire-concerns', after: atOnce },
  again: { by: 'watch-clocks', after: atOnce, isRanked: true },
  unagreed: { by: 'publish-messages', after: atOnce, isTogether: true },
  quota: { by: 'publish-messages', after: atOnce, isTogether: true },
  use: { by: 'publish-messages', after: atOnce, isTogether: true },
  elsewhere: { by: 'publish-messages', after: atOnce, isTogether: true },
  checkpoint: { by: 'publish-messages', after: atOnce, isTogether: true, isListed: true },
  moving: { by: 'watch-clocks', after: atOnce, isListed: true },
  'moving-review': { by: 'watch-clocks', after: atOnce, isListed: true },
  answer: { by: 'watch-clocks', after: atOnce, isRanked: true },
  silence: { by: 'watch-clocks', after: atOnce, isRanked: true },
  engagement: { by: 'watch-clocks', after: atOnce, isRanked: true },
  unread: { by: 'watch-clocks', after: atOnce, isRanked: true },
  'written-agreement': { by: 'publish-messages', after: atOnce, isTogether: true },
  household: { by: 'watch-clocks', after: aMinute },
  index: { by: 'tidy-register', after: aMinute },
  rekey: { by: 'tidy-register', after: atOnce },
} as const satisfies Readonly<Record<Waiting['kind'], Attendance>>

/** The kinds that a function attends to. */
export type KindOf<Name extends Sweeper> = {
  [Kind in Waiting['kind']]: (typeof attendance)[Kind]['by'] extends Name ? Kind : never
}[Waiting['kind']]

/** The kinds that stand in no index, and are listed from elsewhere; all others wait as rows. */
export type ListedKind = {
  [Kind in Waiting['kind']]: (typeof attendance)[Kind] extends { readonly isListed: true }
    ? Kind
    : never
}[Waiting['kind']]
export type IndexedKind = Exclude<Waiting['kind'], ListedKind>

export const isListed = (kind: Waiting['kind']): kind is ListedKind =>
  'isListed' in attendance[kind]

/** What a function attends to. */
export type WaitingFor<Name extends Sweeper> = Extract<Waiting, { readonly kind: KindOf<Name> }>

/** Over so many places rows of a kind spread, so that neither writers nor sweeps of the one wait for those of another. */
export const shards = 8

/**
 * Where rows of a kind wait: spread by urgency and shard; or together, as those of the release before wait too, which may be
 * of any urgency.
 */
export type WaitingPlace = Pick<Waiting, 'kind'> & {
  readonly spread?: { readonly urgency: Urgency; readonly shard: number }
}

/** Which of a function's sweeps of one minute this is, of how many. */
export type Part = { readonly number: number; readonly of: number }
export const whole: Part = { number: 0, of: 1 }

type Pressing = { readonly urgency: Urgency; readonly places: readonly WaitingPlace[] }

/** The places that a part of a function's sweep looks into, the most pressing first, and in order of kind where equally so. */
export const placesFor = (name: Sweeper, { number, of }: Part): readonly Pressing[] => {
  const own = Array.from({ length: shards }, (_, shard) => shard).filter(
    (shard) => shard % of === number,
  )
  const spreadIn = (
    urgency: Urgency,
    { kind, isTogether, isListed, isRanked }: Kind,
  ): WaitingPlace[] =>
    isTogether || isListed || (urgency !== 'routine' && !isRanked)
      ? []
      : own.map((shard) => ({ kind, spread: { urgency, shard } }))
  const togetherIn = (urgency: Urgency, { kind, isTogether }: Kind): WaitingPlace[] =>
    number === 0 && urgency === (isTogether ? 'routine' : 'immediate') ? [{ kind }] : []
  return urgencies.map((urgency) => ({
    urgency,
    places: kindsFor(name).flatMap((kind) => [
      ...togetherIn(urgency, kind),
      ...spreadIn(urgency, kind),
    ]),
  }))
}

/** Every place where rows of a kind may wait. */
export const placesOf = (kind: Waiting['kind']): readonly WaitingPlace[] =>
  placesFor(attendance[kind].by, whole)
    .flatMap(({ places }) => places)
    .filter((place) => place.kind === kind)

/** A kind, and how it is attended to. */
type Kind = Attendance & Pick<Waiting, 'kind'>

/** As the table orders them, and how each is attended to. */
export const kindsFor = (name: Sweeper): readonly Kind[] =>
  keysOf(attendance)
    .map((kind) => ({ kind, ...attendance[kind] }))
    .filter(({ by }) => by === name)

export const isFor =
  <Name extends Sweeper>(name: Name) =>
  (waiting: Waiting): waiting is WaitingFor<Name> =>
    attendance[waiting.kind].by === name
