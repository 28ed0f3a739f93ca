import * as z from 'zod'
import { createFailedBefore } from '../casework/failed-before.ts'
import { type SweepDeps, type SweepReport, sweep } from '../casework/sweep.ts'
import { kindsFor, type Part, type Sweeper, whole } from '../casework/waiting.ts'
import type { SweeperName } from '../config/sweepers.ts'
import type { Log } from '../logging/logger.ts'
import { reportFailure } from '../logging/report-failure.ts'

type Sweeping<Name extends Sweeper> = Omit<SweepDeps<Name>, 'onFailure'> & { readonly log: Log }

const wakingSchema = z.object({ number: z.int().min(0), of: z.int().min(1) })

/** Which part of the sweep the clock asks for. Whoever invokes the function by hand says nothing, and has all of it. */
const partOf = (event: unknown): Part => wakingSchema.safeParse(event).data ?? whole

/**
 * A function that the clock wakes: each run sweeps its part, and says what it did. An alarm rings on a rescue. Runs in one
 * process remember what failed.
 */
export const sweeping = <Name extends Sweeper & SweeperName>(
  name: Name,
  { log, ...deps }: Sweeping<Name>,
): ((event?: unknown) => Promise<SweepReport>) => {
  const failedBefore = createFailedBefore()
  return async (event) => {
    const onFailure: SweepDeps<Name>['onFailure'] = ({ kind }, error) =>
      reportFailure(log, kind, error)
    const report = await sweep(name, { ...deps, onFailure }, { part: partOf(event), failedBefore })
    const rescued = kindsFor(name)
      .filter(({ isRescue }) => isRescue)
      .reduce((sum, { kind }) => sum + (report.get(kind) ?? 0), 0)
    if (rescued > 0) log('warn', 'RESCUED_BY_SWEEP', { count: rescued })
    log('info', 'SWEEP_COMPLETED', {
      count: [...report.values()].reduce((sum, one) => sum + one, 0),
    })
    return report
  }
}
