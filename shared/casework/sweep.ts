import type { Clock } from '../kernel/clock.ts'
import { HubError } from '../kernel/hub-error.ts'
import { sideBySide } from '../kernel/side-by-side.ts'
import { createFailedBefore, type FailedBefore } from './failed-before.ts'
import { openQuarantine, type QuarantineDeps } from './open-quarantine.ts'
import { type Subject, subjectOf } from './quarantined.ts'
import { inOrderOfUrgency } from './sweep-order.ts'
import {
  isFor,
  kindsFor,
  type Part,
  placesFor,
  type Sweeper,
  type Waiting,
  type WaitingFor,
  whole,
} from './waiting.ts'
import { createListing, type ListWaiting } from './waiting-listing.ts'

export type SweepDeps<Name extends Sweeper> = QuarantineDeps & {
  readonly listWaiting: ListWaiting
  /** Does what is due for one of them; false when there was nothing left to do. Of what leaves together, also what could not. */
  readonly attend: (waiting: WaitingFor<Name>) => Promise<boolean | Attended>
  readonly onFailure: (waiting: Pick<Waiting, 'kind'>, error: unknown) => void
  readonly now: Clock
}

/** What became of several together: of each that could not leave, why. */
export type Attended = {
  readonly isDone: boolean
  readonly failed: readonly { readonly subject: Subject; readonly error: unknown }[]
}

/** Which part of the minute's sweep this is, and what failed in those before: all of it and nothing, where left out. */
export type SweepOptions = { readonly part?: Part; readonly failedBefore?: FailedBefore }

/** How long a sweep begins anything: within its function's minute, so that none is cut off at work; the next goes on. */
export const beginsForMilliseconds = 40_000

/** What one sweep has in hand at once: most of its time it waits for the tables. */
const mostAtOnce = 8

/** How many of each of its kinds a sweep did, in the order in which it takes them. */
export type SweepReport = ReadonlyMap<Waiting['kind'], number>

/**
 * Attends to all that is overdue of what is this function's, as far as the time goes, the most pressing first, whatever its
 * kind. One failure does not keep the others waiting, nor does a kind of which nothing can be listed; what failed is found
 * again, and does not come before what is new. What cannot be read, or fails again and again, stands aside under a row of its own, and is told
 * of once.
 */
export const sweep = async <Name extends Sweeper>(
  name: Name,
  deps: SweepDeps<Name>,
  { part = whole, failedBefore = createFailedBefore() }: SweepOptions = {},
): Promise<SweepReport> => {
  const report = new Map(kindsFor(name).map(({ kind }) => [kind, 0]))
  const began = deps.now().getTime()
  const isOver = (): boolean => deps.now().getTime() - began > beginsForMilliseconds
  const quarantine = await openQuarantine(name, part, deps)
  const listing = createListing({ ...deps, shownOf: quarantine.shownOf, isOver })
  // Those of one family get in each other's way: whoever gave up for that has a turn alone.
  const crowded: WaitingFor<Name>[] = []
  const count = ({ kind }: Waiting): void => void report.set(kind, (report.get(kind) ?? 0) + 1)
  const attendOne = async (waiting: WaitingFor<Name>, isAlone: boolean): Promise<boolean> => {
    const attended = await attendTo(waiting, deps)
    failedBefore[attended.isFailure ? 'remember' : 'forget'](waiting)
    if (attended.isDone) count(waiting)
    if (!isAlone && isBusy(attended)) crowded.push(waiting)
    else await quarantine.settle(waiting, { ...attended, place: listing.placeOf(waiting) })
    return !attended.isFailure
  }
  const has = (waiting: Waiting): boolean => failedBefore.has(waiting) || quarantine.has(waiting)
  for await (const { items, onDone } of inOrderOfUrgency(placesFor(name, part), {
    next: listing.next,
    failedBefore: { ...failedBefore, has },
  })) {
    let held = 0
    await sideBySide(items.filter(isFor(name)), mostAtOnce, async (waiting) => {
      if (!isOver() && (await attendOne(waiting, false))) held += 1
    })
    for (const waiting of crowded.splice(0))
      if (!isOver() && (await attendOne(waiting, true))) held += 1
    if (isOver()) break
    onDone(held)
  }
  if (!isOver()) await quarantine.close((kind) => !listing.isBroken(kind))
  return report
}

const isBusy = ({ failed }: Attended): boolean =>
  failed.some(({ error }) => error instanceof HubError && error.code === 'store-busy')

const attendTo = async <Name extends Sweeper>(
  waiting: WaitingFor<Name>,
  { attend }: SweepDeps<Name>,
): Promise<Attended & { readonly isFailure: boolean }> => {
  try {
    const attended = await attend(waiting)
    return typeof attended === 'boolean'
      ? { isDone: attended, failed: [], isFailure: false }
      : { ...attended, isFailure: false }
  } catch (error) {
    return { isDone: false, failed: [{ subject: subjectOf(waiting), error }], isFailure: true }
  }
}
