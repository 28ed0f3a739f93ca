import {
  type ChaseDeps,
  chaseIfOverdue,
  type SweepDeps,
  type SweepReport,
  sweep,
  type Waiting,
} from '../../shared/clocks/sweep.ts'
import { type AssessConcernDeps, assessConcern } from '../../shared/concerns/assess-concern.ts'
import {
  type ConcludeOverdueDeps,
  concludeOverdue,
} from '../../shared/concerns/conclude-overdue.ts'
import type { Log } from '../../shared/logging/logger.ts'
import { type RelayMessageDeps, relayMessage } from '../../shared/outbox/relay-message.ts'
import { type SendDigestDeps, sendDigest } from '../../shared/outbox/send-digest.ts'

export type Deps = {
  readonly assess: AssessConcernDeps & ConcludeOverdueDeps
  readonly relay: RelayMessageDeps
  readonly digest: SendDigestDeps
  readonly chase: ChaseDeps
  readonly listWaiting: SweepDeps['listWaiting']
  readonly now: SweepDeps['now']
  readonly log: Log
}

const attend = async (
  waiting: Waiting,
  { assess, relay, digest, chase }: Deps,
): Promise<boolean> => {
  switch (waiting.kind) {
    case 'assessment':
      return (await assessConcern(waiting.concernId, assess)).kind === 'assessed'
    case 'relay':
      return (await relayMessage(waiting, relay)) === 'sent'
    case 'digest':
      return (await sendDigest(waiting, digest)) === 'sent'
    case 'decision':
      return (await concludeOverdue(waiting.concernId, assess)) === 'concluded'
    case 'answer':
      return chaseIfOverdue(waiting.alertId, chase)
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
  const rescued = report.assessment + report.relay
  if (rescued > 0) deps.log('warn', 'RESCUED_BY_SWEEP', { count: rescued })
  deps.log('info', 'SWEEP_COMPLETED', {
    count: rescued + report.digest + report.decision + report.answer,
  })
  return report
}
