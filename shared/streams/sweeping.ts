import { type SweepDeps, type SweepReport, sweep } from '../casework/sweep.ts'
import { kindsFor, type Sweeper } from '../casework/waiting.ts'
import type { SweeperName } from '../config/sweepers.ts'
import { joining } from '../logging/joined.ts'
import type { Log } from '../logging/logger.ts'
import { reportFailure } from '../logging/report-failure.ts'
import { idsOfWaiting } from './joined-ids.ts'

type Sweeping<Name extends Sweeper> = Omit<SweepDeps<Name>, 'onFailure'> & { readonly log: Log }

/** One run of a function that the clock wakes: sweeps, and says what it did, of each by its id. An alarm rings on a rescue. */
export const sweeping = async <Name extends Sweeper & SweeperName>(
  name: Name,
  { log, ...deps }: Sweeping<Name>,
): Promise<SweepReport> => {
  const report = await sweep(name, {
    ...deps,
    attend: (waiting) =>
      joining(idsOfWaiting(waiting), async () => {
        const isDone = await deps.attend(waiting)
        if (isDone) log('info', 'RECORD_COMPLETED', { kind: waiting.kind })
        return isDone
      }),
    onFailure: (waiting, error) =>
      joining(idsOfWaiting(waiting), () => reportFailure(log, waiting.kind, error)),
  })
  const rescued = kindsFor(name)
    .filter(({ isRescue }) => isRescue)
    .reduce((sum, { kind }) => sum + (report.get(kind) ?? 0), 0)
  if (rescued > 0) log('warn', 'RESCUED_BY_SWEEP', { count: rescued })
  log('info', 'SWEEP_COMPLETED', { count: [...report.values()].reduce((sum, one) => sum + one, 0) })
  return report
}
