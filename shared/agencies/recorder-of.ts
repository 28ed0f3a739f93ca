import { type Recorder, recorderFor } from '../audit/audit-entry.ts'
import type { NewId } from '../kernel/ids.ts'
import { present } from '../kernel/present.ts'
import type { Caller } from './access.ts'

/** Who asks, and in which request: the system that signed in, and the person behind it, by their work id. */
export type By = {
  readonly caller: Caller
  readonly requestId: string
  readonly practitioner?: string
}

/** A recorder for what a caller does in one request. */
export const recorderOf = (
  { caller, requestId, practitioner }: By,
  { now, newId }: { readonly now: Date; readonly newId: NewId },
): Recorder => {
  const { clientId: actor, agency, authority } = caller
  return recorderFor(
    { actor, agency, requestId, ...present({ authority, practitioner }) },
    now,
    newId,
  )
}
