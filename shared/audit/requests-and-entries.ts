import type { AuditEntry } from './audit-entry.ts'

/** Decided here: what the gateway's own count says of the log. It is kept by another service, which no role of the hub writes to. */

/**
 * What the answers of a route leave in the log: each 200 an entry, for it tells somebody something; some, for it changes something,
 * and of a repeated call the first left it; or none.
 */
export type Leaving = 'each' | 'some' | 'none'

/** A request as the gateway logged it: no caller, no id of anybody. */
export type LoggedRequest = {
  readonly gatewayId: string
  readonly at: Date
  /** Of the table of routes; `undefined` where it was none of them. */
  readonly route: string | undefined
  readonly status: number
}

/** From a moment to before another. */
export type Window = { readonly from: Date; readonly to: Date }

const hour = 60 * 60 * 1000
/** An entry is made, and a line of the gateway written, within this time of each other. */
export const slack = 5 * 60 * 1000
/** By then what was asked in a window is sealed or waits, and the gateway has written it. */
const settled = 15 * 60 * 1000

/** The last whole hour of which all is known: each hour is compared once. */
export const windowAt = (now: Date): Window => {
  const to = Math.floor((now.getTime() - settled) / hour) * hour
  return { from: new Date(to - hour), to: new Date(to) }
}

/** A window with what may belong to it at both ends. */
export const widened = ({ from, to }: Window): Window => ({
  from: new Date(from.getTime() - slack),
  to: new Date(to.getTime() + slack),
})

/** An entry of a client, as far as it is compared: a request made it, or somebody else did. */
export type MadeEntry = {
  readonly gatewayId: string | undefined
  readonly at: Date
  readonly outcome: AuditEntry['outcome']
}

export type Compared = {
  /** Something was disclosed, and nobody said so. */
  readonly withoutEntry: readonly LoggedRequest[]
  /** An entry names no request that could have made it: it was put by somebody else. */
  readonly withoutRequest: number
}

/** Whether a request can have made an entry: what nobody signed in for was not done. */
const mayHaveMade = ({ status }: LoggedRequest, leaving: Leaving, entry: MadeEntry): boolean =>
  leaving !== 'none' && (entry.outcome === 'REFUSED' || status !== 401)

/**
 * Requests that disclosed something and left no entry that says so (that they were refused does not), and entries of requests
 * that never were. A request that changed something is not asked for one: of a repeated call the first left it.
 */
export const compareRequests = (
  requests: readonly LoggedRequest[],
  entries: readonly MadeEntry[],
  {
    window,
    leavingOf,
  }: {
    readonly window: Window
    readonly leavingOf: (route: string | undefined) => Leaving
  },
): Compared => {
  const done = new Set(
    entries.filter(({ outcome }) => outcome === 'DONE').map(({ gatewayId }) => gatewayId),
  )
  const asked = new Map(requests.map((request) => [request.gatewayId, request]))
  const isWithin = ({ at }: { readonly at: Date }): boolean => at >= window.from && at < window.to
  const hasRequest = (entry: MadeEntry): boolean => {
    const request = entry.gatewayId === undefined ? undefined : asked.get(entry.gatewayId)
    return request !== undefined && mayHaveMade(request, leavingOf(request.route), entry)
  }
  return {
    withoutEntry: requests.filter(
      ({ gatewayId, route, status, ...one }) =>
        isWithin(one) && status === 200 && leavingOf(route) === 'each' && !done.has(gatewayId),
    ),
    withoutRequest: entries.filter((one) => isWithin(one) && !hasRequest(one)).length,
  }
}
