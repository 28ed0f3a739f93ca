import {
  type Compared,
  compareRequests,
  type Leaving,
  type LoggedRequest,
  type MadeEntry,
  type Window,
  widened,
  windowAt,
} from '../audit/requests-and-entries.ts'
import type { Clock } from '../kernel/clock.ts'

export type CompareLastHourDeps = {
  /** What the gateway logged. */
  readonly readRequests: (window: Window) => Promise<readonly LoggedRequest[]>
  /** Entries of clients, sealed or not. */
  readonly readMadeEntries: (window: Window) => Promise<readonly MadeEntry[]>
  /** What entries a route leaves. */
  readonly leavingOf: (route: string | undefined) => Leaving
  readonly now: Clock
}

/** The last hour of which all is known: what the gateway counted against what the log says. */
export const compareLastHour = async ({
  readRequests,
  readMadeEntries,
  leavingOf,
  now,
}: CompareLastHourDeps): Promise<Compared> => {
  const window = windowAt(now())
  const [requests, entries] = await Promise.all([
    readRequests(widened(window)),
    readMadeEntries(widened(window)),
  ])
  return compareRequests(requests, entries, { window, leavingOf })
}
