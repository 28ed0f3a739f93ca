import { type RelayMessageDeps, relayMessage } from './relay-message.ts'
import { type SendCheckpointDeps, sendCheckpoint } from './send-checkpoint.ts'
import { type SendDigestDeps, sendDigest } from './send-digest.ts'
import { type TellElsewhereDeps, tellElsewhere } from './tell-elsewhere.ts'
import { type TellOverQuotaDeps, tellOverQuota } from './tell-over-quota.ts'
import { type TellUnagreedDeps, tellUnagreed } from './tell-unagreed.ts'
import { type TellWatchReportDeps, tellWatchReport } from './tell-watch-report.ts'
import { type TellWrittenAgreementDeps, tellWrittenAgreement } from './tell-written-agreement.ts'
import type { WaitingFor } from './waiting.ts'

export type PublishWaitingDeps = {
  readonly relay: RelayMessageDeps
  readonly digest: SendDigestDeps
  readonly checkpoint: SendCheckpointDeps
  readonly unagreed: TellUnagreedDeps
  readonly quota: TellOverQuotaDeps
  readonly use: TellWatchReportDeps
  readonly elsewhere: TellElsewhereDeps
  readonly writtenAgreement: TellWrittenAgreementDeps
}

/** Publishes one of what is to leave; false when it had left already. */
export const publishWaiting = async (
  waiting: WaitingFor<'publish-messages'>,
  deps: PublishWaitingDeps,
): Promise<boolean> => {
  switch (waiting.kind) {
    case 'relay':
      return (await relayMessage(waiting, deps.relay)).kind === 'sent'
    case 'digest':
      return (await sendDigest(waiting, deps.digest)).kind === 'sent'
    case 'checkpoint':
      return (await sendCheckpoint(waiting, deps.checkpoint)).kind === 'sent'
    case 'unagreed':
      return (await tellUnagreed(waiting, deps.unagreed)).kind === 'told'
    case 'quota':
      return (await tellOverQuota(waiting, deps.quota)).kind === 'told'
    case 'use':
      return (await tellWatchReport(waiting, deps.use)).kind === 'told'
    case 'elsewhere':
      return (await tellElsewhere(waiting, deps.elsewhere)).kind === 'told'
    case 'written-agreement':
      return (await tellWrittenAgreement(waiting, deps.writtenAgreement)).kind === 'told'
  }
}
