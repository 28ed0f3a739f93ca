import { type AskedFor, type AuditEntry, type Recorder, recorderFor } from '../audit/audit-entry.ts'
import type { NewId } from '../kernel/ids.ts'
import { present } from '../kernel/present.ts'
import type { Caller } from './access.ts'

/** The case in which somebody asks, by the authority's own reference, and for what purpose. */
export type InCase = { readonly caseReference: string; readonly purpose: string }

/** What a request names: the hub's id of it, or whatever stood in the place of one. */
export type Asked = { readonly kind: AskedFor['kind']; readonly id: string }

/** Who asks, and in which request: the system that signed in, and the person behind it, by their work id. */
export type By = {
  readonly caller: Caller
  readonly requestId: string
  /** The gateway's own id of the request, which no caller chooses. */
  readonly gatewayId?: string
  readonly practitioner?: string
  /** The function that goes on with what they began: it acts by itself, and no request of the gateway's made its entries. */
  readonly workedBy?: string
  /** For what somebody asks about a person outside an alert: every entry of the request holds it. */
  readonly inCase?: InCase
  /** What is asked for, that of the path first. A refusal names it. */
  readonly asked?: readonly Asked[]
}

/** Who says that this is the person: their own sign-in, the authority whose client vouches, or the client alone. */
const vouchedBy = ({ caller, practitioner }: By): AuditEntry['vouchedBy'] => {
  if (practitioner === undefined) return undefined
  if (caller.practitioner !== undefined) return 'SIGN_IN'
  return caller.vouches === true ? 'AUTHORITY' : 'CLIENT'
}

/** A recorder for what a caller does in one request. */
export const recorderOf = (
  by: By,
  { now, newId }: { readonly now: Date; readonly newId: NewId },
): Recorder => {
  const { caller, requestId, gatewayId, practitioner, workedBy, inCase } = by
  const { clientId: actor, agency, authority } = caller
  const person = present({ authority, practitioner, vouchedBy: vouchedBy(by), gatewayId })
  if (workedBy !== undefined)
    return recorderFor({ actor: workedBy, requestId, ...person }, now, newId)
  return recorderFor({ actor, agency, requestId, ...person, ...inCase }, now, newId)
}
