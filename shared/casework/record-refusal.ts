import type { Action } from '../agencies/access.ts'
import { type By, recorderOf } from '../agencies/recorder-of.ts'
import type { AuditEntry } from '../audit/audit-entry.ts'
import type { Clock } from '../kernel/clock.ts'
import type { NewId } from '../kernel/ids.ts'

/** What every use case needs that a caller may be refused, or that records what was read. */
export type RecordDeps = {
  readonly record: (entries: readonly AuditEntry[]) => Promise<void>
  readonly newId: NewId
  readonly now: Clock
}

type Refusal = { readonly by: By; readonly action: Action }

/** Leaves the entry of a caller who tried what is not theirs to do. It names the caller and the action, not the object. */
export const recordRefusal = async (
  { by, action }: Refusal,
  { record, newId, now }: RecordDeps,
): Promise<void> => {
  const entry = recorderOf(by, { now: now(), newId })
  await record([
    entry('ACCESS_REFUSED', [by.caller.clientId], { outcome: 'REFUSED', codes: { action } }),
  ])
}

/** The result of a use case that refuses its caller, once that has been recorded. */
export const refused = async <Kind extends string>(
  kind: Kind,
  refusal: Refusal,
  deps: RecordDeps,
): Promise<{ readonly kind: Kind }> => {
  await recordRefusal(refusal, deps)
  return { kind }
}
