import { type Recorder, recorderFor } from '../audit/audit-entry.ts'
import type { NewId } from '../kernel/ids.ts'
import { present } from '../kernel/present.ts'
import type { Caller } from './access.ts'

/** Who asks, and in which request. */
export type By = { readonly caller: Caller; readonly requestId: string }

/** A recorder for what a caller does in one request. */
export const recorderOf = (
  { caller, requestId }: By,
  { now, newId }: { readonly now: Date; readonly newId: NewId },
): Recorder => {
  const { clientId: actor, agency, authority } = caller
  return recorderFor({ actor, agency, requestId, ...present({ authority }) }, now, newId)
}
