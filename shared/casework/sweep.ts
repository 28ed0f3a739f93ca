import type { Clock } from '../kernel/clock.ts'
import { HubError } from '../kernel/hub-error.ts'
import { sideBySide } from '../kernel/side-by-side.ts'
import { createFailedBefore, type FailedBefore } from './failed-before.ts'
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

export type SweepDeps<Name extends Sweeper> = {
  readonly listWaiting: ListWaiting
  /** Does what is due for one of them; false when there was nothing left to do. */
  readonly attend: (waiting: WaitingFor<Name>) => Promise<boolean>
  readonly onFailure: (waiting: Pick<Waiting, 'kind'>, error: unknown) => void
  readonly now: Clock
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
 * kind. One failure is reported and does not keep the others waiting, nor does a kind of which nothing can be listed; what
 * failed is found again, and does not come before what is new.
 */
export const sweep = async <Name extends Sweeper>(
  name: Name,
  deps: SweepDeps<Name>,
  { part = whole, failedBefore = createFailedBefore() }: SweepOptions = {},
): Promise<SweepReport> => {
  const report = new Map(kindsFor(name).map(({ kind }) => [kind, 0]))
  const began = deps.now().getTime()
  const isOver = (): boolean => deps.now().getTime() - began > beginsForMilliseconds
  // Those of one family get in each other's way: whoever gave up for that has a turn alone.
  const crowded: WaitingFor<Name>[] = []
  const attendOne = async (waiting: WaitingFor<Name>, isAlone: boolean): Promise<boolean> => {
    const onFailure: typeof deps.onFailure = (failed, error) => {
      if (isAlone || !isBusy(error)) deps.onFailure(failed, error)
      else crowded.push(waiting)
    }
    const { isDone, hasFailed } = await attendTo(waiting, { ...deps, onFailure })
    failedBefore[hasFailed ? 'remember' : 'forget'](waiting)
    if (isDone) report.set(waiting.kind, (report.get(waiting.kind) ?? 0) + 1)
    return !hasFailed
  }
  const { next } = createListing({ ...deps, isOver })
  for await (const { items, onDone } of inOrderOfUrgency(placesFor(name, part), {
    next,
    failedBefore,
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
  return report
}

const isBusy = (error: unknown): boolean => error instanceof HubError && error.code === 'store-busy'

const attendTo = async <Name extends Sweeper>(
  waiting: WaitingFor<Name>,
  deps: SweepDeps<Name>,
): Promise<{ readonly isDone: boolean; readonly hasFailed: boolean }> => {
  try {
    return { isDone: await deps.attend(waiting), hasFailed: false }
  } catch (error) {
    deps.onFailure(waiting, error)
    return { isDone: false, hasFailed: true }
  }
}
