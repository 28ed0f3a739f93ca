import type { Clock } from '../kernel/clock.ts'
import { isFor, kindsFor, type Sweeper, type Waiting, type WaitingFor } from './waiting.ts'

export type SweepDeps<Name extends Sweeper> = {
  /** What has waited for this since before the time given, oldest first, bounded. */
  readonly listWaiting: (kind: Waiting['kind'], until: Date) => Promise<readonly Waiting[]>
  /** Does what is due for one of them; false when there was nothing left to do. */
  readonly attend: (waiting: WaitingFor<Name>) => Promise<boolean>
  readonly onFailure: (waiting: Pick<Waiting, 'kind'>, error: unknown) => void
  readonly now: Clock
}

/** How long a sweep begins anything: within its function's minute, so that none is cut off at work; the next goes on. */
const beginsForMilliseconds = 40_000

/** How many of each of its kinds a sweep did, in the order in which it takes them. */
export type SweepReport = ReadonlyMap<Waiting['kind'], number>

/**
 * Attends to all that is overdue of what is this function's, as far as the time goes. One failure is reported and does not
 * keep the others waiting, nor does a kind of which nothing can be listed; what failed is found again.
 */
export const sweep = async <Name extends Sweeper>(
  name: Name,
  deps: SweepDeps<Name>,
): Promise<SweepReport> => {
  const report = new Map(kindsFor(name).map(({ kind }) => [kind, 0]))
  for await (const waiting of overdueIn(name, deps))
    if (await attendTo(waiting, deps)) report.set(waiting.kind, (report.get(waiting.kind) ?? 0) + 1)
  return report
}

/** What is overdue, kind after kind, until the time is over. */
async function* overdueIn<Name extends Sweeper>(
  name: Name,
  deps: SweepDeps<Name>,
): AsyncGenerator<WaitingFor<Name>> {
  const now = deps.now()
  const isOver = (): boolean => deps.now().getTime() - now.getTime() > beginsForMilliseconds
  for (const { kind, after } of kindsFor(name)) {
    if (isOver()) return
    const overdue = await listOverdue(kind, new Date(now.getTime() - after), deps)
    for (const waiting of overdue.filter(isFor(name))) {
      if (isOver()) return
      yield waiting
    }
  }
}

const listOverdue = async <Name extends Sweeper>(
  kind: Waiting['kind'],
  until: Date,
  deps: SweepDeps<Name>,
): Promise<readonly Waiting[]> => {
  try {
    return await deps.listWaiting(kind, until)
  } catch (error) {
    deps.onFailure({ kind }, error)
    return []
  }
}

const attendTo = async <Name extends Sweeper>(
  waiting: WaitingFor<Name>,
  deps: SweepDeps<Name>,
): Promise<boolean> => {
  try {
    return await deps.attend(waiting)
  } catch (error) {
    deps.onFailure(waiting, error)
    return false
  }
}
