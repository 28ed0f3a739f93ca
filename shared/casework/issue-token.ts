import { type Scope, scopes } from '../agencies/access.ts'
import type { Client } from '../agencies/client.ts'
import { type Directory, type DirectoryDeps, requireReadable } from '../agencies/directory.ts'
import { nobodysClient } from '../agencies/nobodys-client.ts'
import type { By } from '../agencies/recorder-of.ts'
import { endedOn } from '../agencies/successor.ts'
import { type Actor, type AuditEntry, recorderFor } from '../audit/audit-entry.ts'
import { londonDay } from '../calendar/london-day.ts'
import type { Clock } from '../kernel/clock.ts'
import type { NewId } from '../kernel/ids.ts'
import { present } from '../kernel/present.ts'
import { type CountUseDeps, countUse } from './count-use.ts'

export type TokenRequest = {
  readonly assertion: string
  readonly claimedClientId: string
  readonly scope: string | undefined
  /** By which ids the request is found. */
  readonly from?: Partial<Pick<By, 'requestId' | 'gatewayId'>>
}

export type IssueTokenDeps = DirectoryDeps &
  CountUseDeps & {
    readonly readClient: (clientId: string) => Promise<Client | undefined>
    /** @throws when the assertion is not this client's, or is stale, or is meant for somebody else */
    readonly verifyAssertion: (
      assertion: string,
      client: Client,
      now: Date,
    ) => Promise<{ readonly jti: string; readonly exp: number }>
    readonly spend: (
      assertion: { readonly clientId: string; readonly jti: string; readonly expiresAt: number },
      entries: readonly AuditEntry[],
    ) => Promise<'spent' | 'spent-before'>
    readonly sign: (client: Client, scope: string, now: Date) => Promise<string>
    readonly record: (entries: readonly AuditEntry[]) => Promise<void>
    /** Takes as long as `record`, and leaves nothing that grows. */
    readonly recordNothing: (now: Date) => Promise<void>
    readonly newId: NewId
    readonly now: Clock
  }

export type IssueTokenResult =
  | {
      readonly kind: 'issued'
      readonly token: string
      readonly scope: string
      /** How many more the client may have today, where they could be counted. */
      readonly left?: number
    }
  | { readonly kind: 'client-refused' }
  /** Nobody that the hub knows, or not them. */
  | { readonly kind: 'client-unproven' }
  | { readonly kind: 'scope-refused' }

/** Does for nobody what is done for a client whose assertion does not hold: by its time nobody learns which names are clients. */
const refuseUnknown = async (
  { assertion }: TokenRequest,
  now: Date,
  { verifyAssertion, recordNothing }: IssueTokenDeps,
): Promise<IssueTokenResult> => {
  await verifyAssertion(assertion, nobodysClient, now).catch(() => undefined)
  await recordNothing(now)
  return { kind: 'client-unproven' }
}

/** The scopes asked for, if the client has them all; all of its own when it asks for none. */
const grantedScopes = (asked: string | undefined, client: Client): readonly Scope[] | undefined => {
  if (asked === undefined || asked.trim() === '') return client.scopes
  const wanted = asked.split(' ').filter((part) => part !== '')
  const granted = scopes.filter((scope) => wanted.includes(scope) && client.scopes.includes(scope))
  return granted.length === new Set(wanted).size ? granted : undefined
}

/** Whose token it is: where it is one person's, theirs, by their own sign-in. */
const actorOf = (
  { clientId: actor, agency, authority, practitioner }: Client,
  { from = {} }: TokenRequest,
): Actor => ({
  actor,
  agency,
  ...present({ authority, practitioner }),
  ...(practitioner !== undefined && { vouchedBy: 'SIGN_IN' }),
  ...present(from),
})

/**
 * Whether it acts for an authority that is served no more. One that the directory does not know has not ended; of one that cannot be
 * read nobody can say.
 * @throws HubError row-unreadable
 */
const actsForEnded = ({ authority }: Client, directory: Directory, now: Date): boolean => {
  if (authority !== undefined) requireReadable(directory, authority)
  return endedOn(directory, londonDay(now)).some((code) => code === authority)
}

/**
 * Issues an access token to a system that proves its private key. An unknown client, a wrong key and a used assertion
 * get the same answer, after the same work: the same reads, one look at the signature, one write. Only what a client itself signed is
 * recorded in its name, so that nobody else can fill the log, or have it said of a client that it was refused. Whoever acts for an authority that has ended is refused: what came
 * under it is its successor's to read.
 */
export const issueToken = async (
  request: TokenRequest,
  deps: IssueTokenDeps,
): Promise<IssueTokenResult> => {
  const now = deps.now()
  const [client, directory] = await Promise.all([
    deps.readClient(request.claimedClientId),
    deps.readDirectory(),
  ])
  if (client === undefined || !client.active) return refuseUnknown(request, now, deps)
  const record = recorderFor(actorOf(client, request), now, deps.newId)
  const refuse = async (
    kind: 'client-refused' | 'scope-refused',
    why?: 'authority-ended',
  ): Promise<IssueTokenResult> => {
    const codes = { kind, ...present({ why }) }
    await deps.record(record('TOKEN_REFUSED', [client.clientId], { outcome: 'REFUSED', codes }))
    return { kind }
  }
  const assertion = await deps
    .verifyAssertion(request.assertion, client, now)
    .catch(() => undefined)
  if (assertion === undefined) {
    await deps.recordNothing(now)
    return { kind: 'client-unproven' }
  }
  if (actsForEnded(client, directory, now)) return refuse('client-refused', 'authority-ended')
  const granted = grantedScopes(request.scope, client)
  if (granted === undefined) return refuse('scope-refused')
  const scope = granted.join(' ')
  const spent = await deps.spend(
    { clientId: client.clientId, jti: assertion.jti, expiresAt: assertion.exp + 60 },
    record('TOKEN_ISSUED', [client.clientId], { codes: { scope } }),
  )
  if (spent === 'spent-before') return refuse('client-refused')
  // Of a client that has proved who it is: nobody can use up another's. Whoever has too many still gets theirs.
  const { clientId, agencyName } = client
  const use = { clientId, agencyName, day: londonDay(now), kind: 'tokens' } as const
  const [token, { isOver: _, ...left }] = await Promise.all([
    deps.sign(client, scope, now),
    countUse(use, deps),
  ])
  return { kind: 'issued', token, scope, ...left }
}
