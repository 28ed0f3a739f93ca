import { adultIdSchema, type ConcernId } from '../kernel/ids.ts'
import { type ApplyConsentDeps, applyConsent } from './apply-consent.ts'
import { type ApplyHouseholdDeps, applyHousehold } from './apply-household.ts'
import { type ApplyWithdrawalDeps, applyWithdrawal } from './apply-withdrawal.ts'
import { assessAgain } from './assess-again.ts'
import { type AssessConcernDeps, assessConcern } from './assess-concern.ts'
import { type AttendEmergencyDeps, attendEmergency } from './attend-emergency.ts'
import { type AttendReviewDeps, attendReview } from './attend-review.ts'
import { type ChaseIfOverdueDeps, chaseIfOverdue } from './chase-if-overdue.ts'
import { type MoveAlertDeps, moveAlertOfEnded } from './move-alert.ts'
import { type MoveReviewDeps, moveReviewOfEnded } from './move-review.ts'
import { type PassOnEngagementDeps, passOnEngagement } from './pass-on-engagement.ts'
import { type PassOnSilenceDeps, passOnSilence } from './pass-on-silence.ts'
import { type ReportElsewhereDeps, reportElsewhere } from './report-elsewhere.ts'
import { type RingForUnreadDeps, ringForUnread } from './ring-for-unread.ts'
import type { LeftOver, WaitingFor } from './waiting.ts'

export type AttendClockDeps = {
  readonly assess: AssessConcernDeps &
    AttendReviewDeps &
    ApplyConsentDeps &
    ApplyWithdrawalDeps &
    PassOnEngagementDeps
  readonly household: ApplyHouseholdDeps & {
    /** Because of which concerns one is to be decided again, as it now stands. */
    readonly readWakes: (concernId: ConcernId) => Promise<readonly ConcernId[]>
    readonly markWoken: (woken: {
      readonly concernId: ConcernId
      readonly because: readonly ConcernId[]
    }) => Promise<void>
  }
  /** Writes what a crash has left over of an assessment; false when it was all there. */
  readonly finish: (of: LeftOver) => Promise<boolean>
  /** Lets a concern wait no longer that casework shows to have been taken up; of any other, nothing. */
  readonly endWait: (concernId: ConcernId) => Promise<void>
  readonly elsewhere: ReportElsewhereDeps
  readonly chase: ChaseIfOverdueDeps
  readonly emergency: AttendEmergencyDeps
  readonly silence: PassOnSilenceDeps
  readonly unread: RingForUnreadDeps
  readonly moving: MoveAlertDeps & MoveReviewDeps
  /** Told of a concern that no rule decided. */
  readonly onSilent: (concernId: ConcernId) => void
}

type Clock = WaitingFor<'watch-clocks'>

/** Does what is due on a concern, a review or an alert; false when there was nothing left to do. */
export const attendClock = async (waiting: Clock, deps: AttendClockDeps): Promise<boolean> => {
  const { assess } = deps
  switch (waiting.kind) {
    case 'assessment':
      return rescue(waiting.concernId, deps)
    case 'left-over':
      return deps.finish(waiting)
    case 'withdrawal':
      return (await applyWithdrawal(waiting, assess)).kind === 'applied'
    case 'consent':
      return (await applyConsent(waiting, assess)).kind === 'applied'
    case 'review':
      return (await attendReview(waiting, assess)).kind !== 'not-due'
    case 'emergency':
      return (await attendEmergency(waiting, deps.emergency)).kind !== 'not-due'
    case 'again':
      return attendAgain(waiting, deps)
    case 'moving':
      return (await moveAlertOfEnded(waiting, deps.moving)).kind === 'moved'
    case 'moving-review':
      return (await moveReviewOfEnded(waiting, deps.moving)).kind === 'moved'
    case 'answer':
      return (await chaseIfOverdue(waiting, deps.chase)).kind === 'chased'
    case 'silence':
      return (await passOnSilence(waiting, deps.silence)).kind === 'passed-on'
    case 'engagement':
      return (await passOnEngagement(waiting, assess)).kind === 'passed-on'
    case 'unread':
      return (await ringForUnread(waiting, deps.unread)).kind === 'ended'
    case 'household':
      return attendHousehold(waiting, deps)
  }
}

/** Lets a change of household take effect; of an adult, other authorities that know them are to be told (policy §9.4). */
const attendHousehold = async (
  change: Extract<Clock, { kind: 'household' }>,
  { household, elsewhere }: AttendClockDeps,
): Promise<boolean> => {
  if (change.of === 'adult') await reportElsewhere(adultIdSchema.parse(change.id), elsewhere)
  return (await applyHousehold(change, household)).kind === 'applied'
}

/**
 * Decides a concern again because of other ones, or of consent that is over; done is done, whether or not that said more. Once
 * for all that were told of the same household before it begins: of many concerns about one adult each wakes the others.
 */
const attendAgain = async (
  { concernId, because }: Extract<Clock, { kind: 'again' }>,
  { household }: AttendClockDeps,
): Promise<boolean> => {
  const wakes = await household.readWakes(concernId)
  if (!wakes.includes(because)) return false
  const isOfItself = because === concernId
  const cause = isOfItself ? 'consent-changed' : 'household-changed'
  const { kind } = await assessAgain({ concernId, cause }, household)
  await household.markWoken({
    concernId,
    because: isOfItself ? [because] : wakes.filter((one) => one !== concernId),
  })
  return kind === 'reassessed'
}

/**
 * Assesses a concern that the stream left lying. That one waits which was assessed comes of intake alone having been put
 * back to an earlier second: it would be looked at every minute for ever.
 */
const rescue = async (
  concernId: ConcernId,
  { assess, endWait, onSilent }: AttendClockDeps,
): Promise<boolean> => {
  const result = await assessConcern({ concernId }, assess)
  if (result.kind === 'already-assessed') {
    await endWait(concernId)
    return false
  }
  if (result.isSilent) onSilent(concernId)
  return true
}
