/** Decided here: what the gateway's own count says of the log. It is kept by another service, which no role of the hub writes to. */

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

/** An entry that a request made, as far as it is compared. */
export type MadeEntry = { readonly gatewayId: string; readonly at: Date }

export type Compared = {
  /** Something was disclosed, and nobody said so. */
  readonly withoutEntry: readonly LoggedRequest[]
  /** An entry names a request that there was not: it was put by somebody else. */
  readonly withoutRequest: number
}

/**
 * Requests that disclosed something and left no entry, and entries of requests that never were. A request that changed
 * something is not asked for one: of a repeated call the first left it.
 */
export const compareRequests = (
  requests: readonly LoggedRequest[],
  entries: readonly MadeEntry[],
  {
    window,
    discloses,
  }: { readonly window: Window; readonly discloses: (route: string) => boolean },
): Compared => {
  const made = new Set(entries.map(({ gatewayId }) => gatewayId))
  const asked = new Set(requests.map(({ gatewayId }) => gatewayId))
  const isWithin = ({ at }: { readonly at: Date }): boolean => at >= window.from && at < window.to
  return {
    withoutEntry: requests.filter(
      ({ gatewayId, route, status, ...one }) =>
        isWithin(one) &&
        status === 200 &&
        route !== undefined &&
        discloses(route) &&
        !made.has(gatewayId),
    ),
    withoutRequest: entries.filter((one) => isWithin(one) && !asked.has(one.gatewayId)).length,
  }
}
