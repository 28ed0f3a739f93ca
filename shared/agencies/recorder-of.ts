import { type Recorder, recorderFor } from '../audit/audit-entry.ts'
import type { NewId } from '../kernel/ids.ts'
import { present } from '../kernel/present.ts'
import type { Caller } from './access.ts'

/** The case in which somebody asks, by the authority's own reference, and for what purpose. */
export type InCase = { readonly caseReference: string; readonly purpose: string }

/** Who asks, and in which request: the system that signed in, and the person behind it, by their work id. */
export type By = {
  readonly caller: Caller
  readonly requestId: string
  readonly practitioner?: string
  /** For what somebody asks about a person outside an alert: every entry of the request holds it. */
  readonly inCase?: InCase
}

/** A recorder for what a caller does in one request. */
export const recorderOf = (
  { caller, requestId, practitioner, inCase }: By,
  { now, newId }: { readonly now: Date; readonly newId: NewId },
): Recorder => {
  const { clientId: actor, agency, authority } = caller
  const record = recorderFor(
    { actor, agency, requestId, ...present({ authority, practitioner }) },
    now,
    newId,
  )
  if (inCase === undefined) return record
  return (action, subjects, details = {}) =>
    record(action, subjects, { ...details, codes: { ...details.codes, ...inCase } })
}
