import { type SweepDeps, type SweepReport, sweep } from '../casework/sweep.ts'
import { kindsFor, type Sweeper } from '../casework/waiting.ts'
import type { SweeperName } from '../config/sweepers.ts'
import type { Log } from '../logging/logger.ts'
import { reportFailure } from '../logging/report-failure.ts'

type Sweeping<Name extends Sweeper> = Omit<SweepDeps<Name>, 'onFailure'> & { readonly log: Log }

/** One run of a function that the clock wakes: sweeps, and says what it did. An alarm rings on a rescue. */
export const sweeping = async <Name extends Sweeper & SweeperName>(
  name: Name,
  { log, ...deps }: Sweeping<Name>,
): Promise<SweepReport> => {
  const report = await sweep(name, {
    ...deps,
    onFailure: ({ kind }, error) => reportFailure(log, kind, error),
  })
  const rescued = kindsFor(name)
    .filter(({ isRescue }) => isRescue)
    .reduce((sum, { kind }) => sum + (report.get(kind) ?? 0), 0)
  if (rescued > 0) log('warn', 'RESCUED_BY_SWEEP', { count: rescued })
  log('info', 'SWEEP_COMPLETED', { count: [...report.values()].reduce((sum, one) => sum + one, 0) })
  return report
}
