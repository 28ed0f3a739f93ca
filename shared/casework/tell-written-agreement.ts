import { authorityCodeSchema } from '../agencies/authorities.ts'
import { escalationsOf } from '../agencies/queues.ts'
import type { AuditEntry, Recorder } from '../audit/audit-entry.ts'
import type { Clock } from '../kernel/clock.ts'
import { authorityOf } from '../kernel/ids.ts'
import { agreementEvent } from '../outbox/agreement-event.ts'
import { type AgreementClock, type AgreementRef, dueAtOf } from '../register/agreement-clock.ts'
import type { RelayMessageDeps } from './relay-message.ts'

export type TellWrittenAgreementDeps = {
  /** What is to be told next of the agreement; nothing once all is told, or it was kept or broken. */
  readonly readClock: (ref: AgreementRef) => Promise<AgreementClock | undefined>
  readonly publish: RelayMessageDeps['publish']
  /** Sets the clock on, unless the agreement has changed meanwhile, and records what was told in either case. */
  readonly markTold: (clock: AgreementClock, entries: readonly AuditEntry[]) => Promise<void>
  readonly recorder: (now: Date) => Recorder
  readonly apiUrl: string
  readonly now: Clock
}

/**
 * Tells an authority's managers and leads that a written agreement ends soon, or that it has ended and nobody has said how
 * (F19). Published first and then marked: a crash in between tells it a second time.
 */
export const tellWrittenAgreement = async (
  ref: AgreementRef,
  deps: TellWrittenAgreementDeps,
): Promise<{ readonly kind: 'told' | 'not-due' }> => {
  const clock = await deps.readClock(ref)
  const now = deps.now()
  if (clock === undefined || dueAtOf(clock) > now) return { kind: 'not-due' }
  const authority = authorityCodeSchema.parse(authorityOf(clock.childId))
  const event = agreementEvent(clock, { apiUrl: deps.apiUrl, now })
  await deps.publish(escalationsOf(authority), JSON.stringify(event))
  const { childId, agreementId, endsOn, step } = clock
  const codes = { agreementId, endsOn, step }
  const entries = deps.recorder(now)('WRITTEN_AGREEMENT_TOLD', [childId], { authority, codes })
  await deps.markTold(clock, entries)
  return { kind: 'told' }
}
