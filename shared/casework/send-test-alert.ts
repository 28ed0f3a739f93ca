import { authorityIn, type DirectoryDeps } from '../agencies/directory.ts'
import { type DeliveryMode, modeOf } from '../agencies/mode-of.ts'
import { type By, recorderOf } from '../agencies/recorder-of.ts'
import type { AuditEntry } from '../audit/audit-entry.ts'
import { HubError } from '../kernel/hub-error.ts'
import type { OutboxMessage } from '../outbox/outbox-message.ts'
import { testMessage } from '../outbox/test-message.ts'
import type { RecordDeps } from './record-refusal.ts'

export type SendTestAlertDeps = RecordDeps &
  DirectoryDeps & {
    /** Puts the message with its entry; false when it is there already. */
    readonly putMessage: (
      message: OutboxMessage,
      entries: readonly AuditEntry[],
    ) => Promise<boolean>
  }

export type SendTestAlertResult = {
  readonly testId: string
  readonly mode: DeliveryMode
  /** Whether a message comes: none does to who polls. */
  readonly isSent: boolean
}

/**
 * Sends the caller's authority a message about nobody, by the way of every alert. Asked again within five minutes it is the
 * same message, and none more leaves. @throws HubError not-found for an authority that is not in the directory
 */
export const sendTestAlert = async (
  { by }: { readonly by: By },
  { readDirectory, putMessage, record, newId, now }: SendTestAlertDeps,
): Promise<SendTestAlertResult> => {
  const found = authorityIn(await readDirectory(), by.caller.authority ?? '')
  if (found === undefined) throw new HubError('not-found', 'no authority of the caller is served')
  const at = now()
  const message = testMessage(found.code, at)
  const mode = modeOf(found)
  const said = recorderOf(by, { now: at, newId })
  const entryOf = (how: 'sent' | 'again' | 'polled'): readonly AuditEntry[] =>
    said('TEST_ALERT_REQUESTED', [message.recordId], { codes: { mode, how } })
  if (mode === 'poll') await record(entryOf('polled'))
  else if (!(await putMessage(message, entryOf('sent')))) await record(entryOf('again'))
  return { testId: message.recordId, mode, isSent: mode !== 'poll' }
}
