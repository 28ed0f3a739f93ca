import { adultIdSchema, type ConcernId } from '../kernel/ids.ts'
import type { Unfinished } from '../register/register-change.ts'
import { type ApplyConsentDeps, applyConsent } from './apply-consent.ts'
import { type ApplyHouseholdDeps, applyHousehold } from './apply-household.ts'
import { type ApplyWithdrawalDeps, applyWithdrawal } from './apply-withdrawal.ts'
import { assessAgain } from './assess-again.ts'
import { type AssessConcernDeps, assessConcern } from './assess-concern.ts'
import { type AttendReviewDeps, attendReview } from './attend-review.ts'
import { type ChaseIfOverdueDeps, chaseIfOverdue } from './chase-if-overdue.ts'
import { type ExpireConcernDeps, expireConcern } from './expire-concern.ts'
import { type PassOnSilenceDeps, passOnSilence } from './pass-on-silence.ts'
import { type RekeyChildrenDeps, rekeyChildren } from './rekey-children.ts'
import { type RelayMessageDeps, relayMessage } from './relay-message.ts'
import { type ReportElsewhereDeps, reportElsewhere } from './report-elsewhere.ts'
import { type SendDigestDeps, sendDigest } from './send-digest.ts'
import type { LeftOver, Waiting } from './sweep.ts'
import { type TellElsewhereDeps, tellElsewhere } from './tell-elsewhere.ts'
import { type TellOverQuotaDeps, tellOverQuota } from './tell-over-quota.ts'
import { type TellUnagreedDeps, tellUnagreed } from './tell-unagreed.ts'
import { type TellWrittenAgreementDeps, tellWrittenAgreement } from './tell-written-agreement.ts'

export type AttendDeps = {
  readonly assess: AssessConcernDeps &
    AttendReviewDeps &
    ApplyConsentDeps &
    ApplyWithdrawalDeps &
    ExpireConcernDeps
  readonly household: ApplyHouseholdDeps & {
    readonly markWoken: (wake: {
      readonly concernId: ConcernId
      readonly because: ConcernId
    }) => Promise<void>
  }
  readonly register: RekeyChildrenDeps & {
    /** Clears the keys of one record that nothing in it stands for; false when there were none. */
    readonly tidy: (unfinished: Unfinished) => Promise<boolean>
  }
  /** Writes what a crash has left over of an assessment; false when it was all there. */
  readonly finish: (of: LeftOver) => Promise<boolean>
  readonly relay: RelayMessageDeps
  readonly digest: SendDigestDeps
  readonly unagreed: TellUnagreedDeps
  readonly quota: TellOverQuotaDeps
  readonly elsewhere: ReportElsewhereDeps & TellElsewhereDeps
  readonly chase: ChaseIfOverdueDeps
  readonly silence: PassOnSilenceDeps
  readonly writtenAgreement: TellWrittenAgreementDeps
  /** Told of a concern that no rule decided. */
  readonly onSilent: (concernId: ConcernId) => void
}

/** Does what is due for one of what waits; false when there was nothing left to do. */
export const attend = async (waiting: Waiting, deps: AttendDeps): Promise<boolean> => {
  const { assess, register, relay, digest, chase } = deps
  switch (waiting.kind) {
    case 'assessment':
      return rescue(waiting.concernId, deps)
    case 'left-over':
      return deps.finish(waiting)
    case 'relay':
      return (await relayMessage(waiting, relay)).kind === 'sent'
    case 'withdrawal':
      return (await applyWithdrawal(waiting, assess)).kind === 'applied'
    case 'consent':
      return (await applyConsent(waiting, assess)).kind === 'applied'
    case 'digest':
      return (await sendDigest(waiting, digest)).kind === 'sent'
    case 'review':
      return (await attendReview(waiting, assess)).kind !== 'not-due'
    case 'unagreed':
      return (await tellUnagreed(waiting, deps.unagreed)).kind === 'told'
    case 'quota':
      return (await tellOverQuota(waiting, deps.quota)).kind === 'told'
    case 'elsewhere':
      return (await tellElsewhere(waiting, deps.elsewhere)).kind === 'told'
    case 'again':
      return attendAgain(waiting, deps)
    case 'expiry':
      return (await expireConcern(waiting, assess)).kind === 'expired'
    case 'answer':
      return (await chaseIfOverdue(waiting, chase)).kind === 'chased'
    case 'silence':
      return (await passOnSilence(waiting, deps.silence)).kind === 'passed-on'
    case 'written-agreement':
      return (await tellWrittenAgreement(waiting, deps.writtenAgreement)).kind === 'told'
    case 'household':
      return attendHousehold(waiting, deps)
    case 'index':
      return register.tidy(waiting)
    case 'rekey':
      return rekeyChildren(waiting, register)
  }
}

/** Lets a change of household take effect; of an adult, other authorities that know them are to be told (policy §9.4). */
const attendHousehold = async (
  change: Extract<Waiting, { kind: 'household' }>,
  { household, elsewhere }: AttendDeps,
): Promise<boolean> => {
  if (change.of === 'adult') await reportElsewhere(adultIdSchema.parse(change.id), elsewhere)
  return (await applyHousehold(change, household)).kind === 'applied'
}

/** Decides a concern again because of another one, or of consent that is over; done is done, whether or not that said more. */
const attendAgain = async (
  wake: Extract<Waiting, { kind: 'again' }>,
  { household }: AttendDeps,
): Promise<boolean> => {
  const { concernId, because } = wake
  const cause = because === concernId ? 'consent-changed' : 'household-changed'
  const { kind } = await assessAgain({ concernId, cause }, household)
  await household.markWoken(wake)
  return kind === 'reassessed'
}

/** Assesses a concern that the stream left lying. */
const rescue = async (concernId: ConcernId, { assess, onSilent }: AttendDeps): Promise<boolean> => {
  const result = await assessConcern({ concernId }, assess)
  if (result.kind !== 'assessed') return false
  if (result.isSilent) onSilent(concernId)
  return true
}
