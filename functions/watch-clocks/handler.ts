import { type ApplyConsentDeps, applyConsent } from '../../shared/casework/apply-consent.ts'
import { type ApplyHouseholdDeps, applyHousehold } from '../../shared/casework/apply-household.ts'
import { type AssessConcernDeps, assessConcern } from '../../shared/casework/assess-concern.ts'
import { type ChaseDeps, chaseIfOverdue } from '../../shared/casework/chase-if-overdue.ts'
import {
  type ConcludeOverdueDeps,
  concludeOverdue,
} from '../../shared/casework/conclude-overdue.ts'
import { type RelayMessageDeps, relayMessage } from '../../shared/casework/relay-message.ts'
import { type SendDigestDeps, sendDigest } from '../../shared/casework/send-digest.ts'
import {
  type SweepDeps,
  type SweepReport,
  sweep,
  type Waiting,
} from '../../shared/casework/sweep.ts'
import type { ConcernId } from '../../shared/kernel/ids.ts'
import type { Log } from '../../shared/logging/logger.ts'

export type Deps = {
  readonly assess: AssessConcernDeps & ConcludeOverdueDeps & ApplyConsentDeps
  readonly household: ApplyHouseholdDeps
  readonly relay: RelayMessageDeps
  readonly digest: SendDigestDeps
  readonly chase: ChaseDeps
  readonly listWaiting: SweepDeps['listWaiting']
  readonly now: SweepDeps['now']
  readonly log: Log
}

const rescue = async (concernId: ConcernId, { assess, log }: Deps): Promise<boolean> => {
  const outcome = await assessConcern(concernId, assess)
  if (outcome.kind !== 'assessed') return false
  if (outcome.isSilent) log('error', 'RULE_SILENT', { concernId })
  return true
}

const attend = async (waiting: Waiting, deps: Deps): Promise<boolean> => {
  const { assess, household, relay, digest, chase } = deps
  switch (waiting.kind) {
    case 'assessment':
      return rescue(waiting.concernId, deps)
    case 'relay':
      return (await relayMessage(waiting, relay)) === 'sent'
    case 'consent':
      return (await applyConsent(waiting, assess)) === 'applied'
    case 'digest':
      return (await sendDigest(waiting, digest)) === 'sent'
    case 'decision':
      return (await concludeOverdue(waiting.concernId, assess)) === 'concluded'
    case 'answer':
      return chaseIfOverdue(waiting.alertId, chase)
    case 'household':
      return (await applyHousehold(waiting, household)) === 'applied'
  }
}

/** Every minute: rescues what a stream left lying, and does what is due. */
export const createHandler = (deps: Deps) => async (): Promise<SweepReport> => {
  const report = await sweep({
    listWaiting: deps.listWaiting,
    attend: (waiting) => attend(waiting, deps),
    onFailure: ({ kind }, error) =>
      deps.log('error', 'RECORD_FAILED', {
        kind,
        errorName: error instanceof Error ? error.name : 'unknown',
      }),
    now: deps.now,
  })
  const rescued = report.assessment + report.relay + report.consent
  if (rescued > 0) deps.log('warn', 'RESCUED_BY_SWEEP', { count: rescued })
  deps.log('info', 'SWEEP_COMPLETED', {
    count: rescued + report.digest + report.decision + report.answer + report.household,
  })
  return report
}
