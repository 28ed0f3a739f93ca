import type { Clock } from '../kernel/clock.ts'
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
  | ({ readonly kind: 'silence' } & SilenceRef)
  | ({ readonly kind: 'written-agreement' } & AgreementRef)
  | ({ readonly kind: 'household' } & HouseholdChangeRef)
  | ({ readonly kind: 'index' } & Unfinished)
  | ({ readonly kind: 'rekey' } & Rekey)

export type SweepDeps = {
  /** What has waited for this since before the time given, oldest first, bounded. */
  readonly listWaiting: (kind: Waiting['kind'], until: Date) => Promise<readonly Waiting[]>
  /** Does what is due for one of them; false when there was nothing left to do. */
  readonly attend: (waiting: Waiting) => Promise<boolean>
  readonly onFailure: (waiting: Pick<Waiting, 'kind'>, error: unknown) => void
  readonly now: Clock
}

/** How long the stream has before the sweep takes over. A rescue in fault-free running means that the stream is broken. */
const streamSeconds = 60

/**
 * Milliseconds after which each kind is overdue: what the stream should have done gets a minute, a due day none. A change
 * of household waits until what was being assessed on the household as it was has been decided; keys of the index, until
 * whoever writes them is done or dead. The kinds are attended to in this order: withdrawals and consent before what is
 * decided on them; the register, of which a load changes much, after all else.
 */
const graceMilliseconds: Readonly<Record<Waiting['kind'], number>> = {
  withdrawal: streamSeconds * 1000,
  consent: streamSeconds * 1000,
  assessment: streamSeconds * 1000,
  'left-over': streamSeconds * 1000,
  relay: streamSeconds * 1000,
  digest: 0,
  review: 0,
  expiry: 0,
  again: 0,
  unagreed: 0,
  quota: 0,
  elsewhere: 0,
  answer: 0,
  silence: 0,
  'written-agreement': 0,
  household: streamSeconds * 1000,
  index: streamSeconds * 1000,
  rekey: 0,
}

/** How long a sweep begins anything: within its function's minute, so that none is cut off at work; the next goes on. */
const beginsForMilliseconds = 40_000

export type SweepReport = Readonly<Record<Waiting['kind'], number>>

/**
 * Attends to all that is overdue, as far as the time goes. One failure is reported and does not keep the others waiting,
 * nor does a kind of which nothing can be listed; what failed is found again.
 */
export const sweep = async (deps: SweepDeps): Promise<SweepReport> => {
  const report = {
    withdrawal: 0,
    assessment: 0,
    'left-over': 0,
    relay: 0,
    consent: 0,
    digest: 0,
    review: 0,
    expiry: 0,
    again: 0,
    unagreed: 0,
    quota: 0,
    elsewhere: 0,
    answer: 0,
    silence: 0,
    'written-agreement': 0,
    household: 0,
    index: 0,
    rekey: 0,
  }
  for await (const waiting of overdueIn(deps))
    if (await attendTo(waiting, deps)) report[waiting.kind] += 1
  return report
}

/** What is overdue, kind after kind, until the time is over. */
async function* overdueIn(deps: SweepDeps): AsyncGenerator<Waiting> {
  const now = deps.now()
  const isOver = (): boolean => deps.now().getTime() - now.getTime() > beginsForMilliseconds
  for (const kind of keysOf(graceMilliseconds))
    for (const waiting of isOver() ? [] : await listOverdue(kind, now, deps)) {
      if (isOver()) return
      yield waiting
    }
}

const listOverdue = async (
  kind: Waiting['kind'],
  now: Date,
  deps: SweepDeps,
): Promise<readonly Waiting[]> => {
  try {
    return await deps.listWaiting(kind, new Date(now.getTime() - graceMilliseconds[kind]))
  } catch (error) {
    deps.onFailure({ kind }, error)
    return []
  }
}

const attendTo = async (waiting: Waiting, deps: SweepDeps): Promise<boolean> => {
  try {
    return await deps.attend(waiting)
  } catch (error) {
    deps.onFailure(waiting, error)
    return false
  }
}
