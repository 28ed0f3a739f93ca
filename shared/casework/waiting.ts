import type { UnreadRef } from '../alerts/unread.ts'
import type { AlertId, ConcernId, ReviewId } from '../kernel/ids.ts'
import { keysOf } from '../kernel/keys-of.ts'
import type { MessageKey } from '../outbox/outbox-message.ts'
import type { AgreementRef } from '../register/agreement-clock.ts'
import type { HouseholdChangeRef } from '../register/household-change.ts'
import type { Rekey, Unfinished } from '../register/register-change.ts'
import type { SilenceRef } from './pass-on-silence.ts'
import type { Digest } from './send-digest.ts'
import type { ElsewhereReport } from './tell-elsewhere.ts'
import type { QuotaRef } from './tell-over-quota.ts'

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
  | { readonly kind: 'withdrawal'; readonly concernId: ConcernId; readonly changeId: string }
  | { readonly kind: 'consent'; readonly concernId: ConcernId; readonly changeId: string }
  | ({ readonly kind: 'digest' } & Digest)
  | { readonly kind: 'review'; readonly reviewId: ReviewId }
  | { readonly kind: 'expiry'; readonly concernId: ConcernId }
  | { readonly kind: 'unagreed'; readonly day: string }
  | ({ readonly kind: 'quota' } & QuotaRef)
  | ({ readonly kind: 'elsewhere' } & ElsewhereReport)
  | { readonly kind: 'again'; readonly concernId: ConcernId; readonly because: ConcernId }
  | { readonly kind: 'answer'; readonly alertId: AlertId }
  | { readonly kind: 'moving'; readonly alertId: AlertId }
  | { readonly kind: 'moving-review'; readonly reviewId: ReviewId }
  | ({ readonly kind: 'silence' } & SilenceRef)
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
}

/** How long the stream has before the sweep takes over. */
const aMinute = 60_000
const atOnce = 0

/**
 * Who attends to each kind and when it is overdue: what the stream should have done gets a minute, a due day none. A
 * change of household waits until what was being assessed on the household as it was has been decided; keys of the index,
 * until whoever writes them is done or dead. Each function takes its kinds in this order: withdrawals and consent before
 * what is decided on them; the register, of which a load changes much, after all else.
 */
export const attendance = {
  withdrawal: { by: 'watch-clocks', after: aMinute, isRescue: true },
  consent: { by: 'watch-clocks', after: aMinute, isRescue: true },
  assessment: { by: 'watch-clocks', after: aMinute, isRescue: true },
  'left-over': { by: 'watch-clocks', after: aMinute },
  relay: { by: 'publish-messages', after: aMinute, isRescue: true },
  digest: { by: 'publish-messages', after: atOnce },
  review: { by: 'watch-clocks', after: atOnce },
  expiry: { by: 'expire-concerns', after: atOnce },
  again: { by: 'watch-clocks', after: atOnce },
  unagreed: { by: 'publish-messages', after: atOnce },
  quota: { by: 'publish-messages', after: atOnce },
  elsewhere: { by: 'publish-messages', after: atOnce },
  moving: { by: 'watch-clocks', after: atOnce },
  'moving-review': { by: 'watch-clocks', after: atOnce },
  answer: { by: 'watch-clocks', after: atOnce },
  silence: { by: 'watch-clocks', after: atOnce },
  unread: { by: 'watch-clocks', after: atOnce },
  'written-agreement': { by: 'publish-messages', after: atOnce },
  household: { by: 'watch-clocks', after: aMinute },
  index: { by: 'tidy-register', after: aMinute },
  rekey: { by: 'tidy-register', after: atOnce },
} as const satisfies Readonly<Record<Waiting['kind'], Attendance>>

/** The kinds that a function attends to. */
export type KindOf<Name extends Sweeper> = {
  [Kind in Waiting['kind']]: (typeof attendance)[Kind]['by'] extends Name ? Kind : never
}[Waiting['kind']]

/** What a function attends to. */
export type WaitingFor<Name extends Sweeper> = Extract<Waiting, { readonly kind: KindOf<Name> }>

/** As the table orders them, and how each is attended to. */
export const kindsFor = (name: Sweeper): readonly (Attendance & Pick<Waiting, 'kind'>)[] =>
  keysOf(attendance)
    .map((kind) => ({ kind, ...attendance[kind] }))
    .filter(({ by }) => by === name)

export const isFor =
  <Name extends Sweeper>(name: Name) =>
  (waiting: Waiting): waiting is WaitingFor<Name> =>
    attendance[waiting.kind].by === name
