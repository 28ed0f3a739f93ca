import { HubError } from '../kernel/hub-error.ts'
import { partOfDigest } from './open-quarantine.ts'
import { type RelayMessageDeps, relayMessage } from './relay-message.ts'
import { type SendCheckpointDeps, sendCheckpoint } from './send-checkpoint.ts'
import { type Digest, type SendDigestDeps, sendDigest } from './send-digest.ts'
import type { Attended } from './sweep.ts'
import { type TellAgainDeps, tellAgain } from './tell-again.ts'
import { type TellElsewhereDeps, tellElsewhere } from './tell-elsewhere.ts'
import { type TellOverQuotaDeps, tellOverQuota } from './tell-over-quota.ts'
import { type TellUnagreedDeps, tellUnagreed } from './tell-unagreed.ts'
import { type TellWatchReportDeps, tellWatchReport } from './tell-watch-report.ts'
import { type TellWrittenAgreementDeps, tellWrittenAgreement } from './tell-written-agreement.ts'
import type { WaitingFor } from './waiting.ts'

export type PublishWaitingDeps = {
  readonly relay: RelayMessageDeps
  readonly again: TellAgainDeps
  readonly digest: SendDigestDeps
  readonly checkpoint: SendCheckpointDeps
  readonly unagreed: TellUnagreedDeps
  readonly quota: TellOverQuotaDeps
  readonly use: TellWatchReportDeps
  readonly elsewhere: TellElsewhereDeps
  readonly writtenAgreement: TellWrittenAgreementDeps
}

/** A digest without what cannot be read, of which each stands aside alone. */
const attendDigest = async (digest: Digest, deps: SendDigestDeps): Promise<Attended> => {
  const { kind, unreadable } = await sendDigest(digest, deps)
  return {
    isDone: kind === 'sent',
    failed: unreadable.map((one) => ({
      subject: partOfDigest(digest.authority, one),
      error: new HubError('row-unreadable', 'a message of a digest'),
    })),
  }
}

/** Publishes one of what is to leave; false when it had left already. */
export const publishWaiting = async (
  waiting: WaitingFor<'publish-messages'>,
  deps: PublishWaitingDeps,
): Promise<boolean | Attended> => {
  switch (waiting.kind) {
    case 'relay':
      return (await relayMessage(waiting, deps.relay)).kind === 'sent'
    case 'unanswered':
      return (await tellAgain(waiting, deps.again)).kind === 'told'
    case 'digest':
      return attendDigest(waiting, deps.digest)
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
