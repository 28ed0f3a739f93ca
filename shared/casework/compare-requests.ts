import {
  type Compared,
  compareRequests,
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
  /** Entries that requests made, sealed or not. */
  readonly readMadeEntries: (window: Window) => Promise<readonly MadeEntry[]>
  /** Whether a route discloses something, so that it has to leave an entry first. */
  readonly discloses: (route: string) => boolean
  readonly now: Clock
}

/** The last hour of which all is known: what the gateway counted against what the log says. */
export const compareLastHour = async ({
  readRequests,
  readMadeEntries,
  discloses,
  now,
}: CompareLastHourDeps): Promise<Compared> => {
  const window = windowAt(now())
  const [requests, entries] = await Promise.all([
    readRequests(widened(window)),
    readMadeEntries(widened(window)),
  ])
  return compareRequests(requests, entries, { window, discloses })
}
