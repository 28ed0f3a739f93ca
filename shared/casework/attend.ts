import type { ConcernId } from '../kernel/ids.ts'
import { type ApplyConsentDeps, applyConsent } from './apply-consent.ts'
import { type ApplyHouseholdDeps, applyHousehold } from './apply-household.ts'
import { type ApplyWithdrawalDeps, applyWithdrawal } from './apply-withdrawal.ts'
import { type AssessConcernDeps, assessConcern } from './assess-concern.ts'
import { type ChaseIfOverdueDeps, chaseIfOverdue } from './chase-if-overdue.ts'
import { type ConcludeOverdueDeps, concludeOverdue } from './conclude-overdue.ts'
import { type RelayMessageDeps, relayMessage } from './relay-message.ts'
import { type SendDigestDeps, sendDigest } from './send-digest.ts'
import type { Waiting } from './sweep.ts'

export type AttendDeps = {
  readonly assess: AssessConcernDeps & ConcludeOverdueDeps & ApplyConsentDeps & ApplyWithdrawalDeps
  readonly household: ApplyHouseholdDeps
  readonly relay: RelayMessageDeps
  readonly digest: SendDigestDeps
  readonly chase: ChaseIfOverdueDeps
  /** Told of a concern that no rule decided. */
  readonly onSilent: (concernId: ConcernId) => void
}

/** Does what is due for one of what waits; false when there was nothing left to do. */
export const attend = async (waiting: Waiting, deps: AttendDeps): Promise<boolean> => {
  const { assess, household, relay, digest, chase } = deps
  switch (waiting.kind) {
    case 'assessment':
      return rescue(waiting.concernId, deps)
    case 'relay':
      return (await relayMessage(waiting, relay)).kind === 'sent'
    case 'withdrawal':
      return (await applyWithdrawal(waiting, assess)).kind === 'applied'
    case 'consent':
      return (await applyConsent(waiting, assess)).kind === 'applied'
    case 'digest':
      return (await sendDigest(waiting, digest)).kind === 'sent'
    case 'decision':
      return (await concludeOverdue(waiting, assess)).kind === 'concluded'
    case 'answer':
      return (await chaseIfOverdue(waiting, chase)).kind === 'chased'
    case 'household':
      return (await applyHousehold(waiting, household)).kind === 'applied'
  }
}

/** Assesses a concern that the stream left lying. */
const rescue = async (concernId: ConcernId, { assess, onSilent }: AttendDeps): Promise<boolean> => {
  const result = await assessConcern({ concernId }, assess)
  if (result.kind !== 'assessed') return false
  if (result.isSilent) onSilent(concernId)
  return true
}
