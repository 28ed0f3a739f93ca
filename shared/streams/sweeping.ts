import * as z from 'zod'
import { createFailedBefore } from '../casework/failed-before.ts'
import { type SweepDeps, type SweepReport, sweep } from '../casework/sweep.ts'
import { kindsFor, type Part, type Sweeper, whole } from '../casework/waiting.ts'
import type { SweeperName } from '../config/sweepers.ts'
import { joining } from '../logging/joined.ts'
import type { Log } from '../logging/logger.ts'
import { failureFields, reportFailure } from '../logging/report-failure.ts'
import { idsOfWaiting } from './joined-ids.ts'

/** What a function that sweeps hands on from its wiring as it is. */
export type SweepPorts = Pick<
  SweepDeps<Sweeper>,
  'listWaiting' | 'now' | 'readQuarantine' | 'keepQuarantined' | 'forgetQuarantined'
> & { readonly log: Log }

type Sweeping<Name extends Sweeper> = SweepPorts & Pick<SweepDeps<Name>, 'attend'>

const wakingSchema = z.object({ number: z.int().min(0), of: z.int().min(1) })

/** Which part of the sweep the clock asks for. Whoever invokes the function by hand says nothing, and has all of it. */
const partOf = (event: unknown): Part => wakingSchema.safeParse(event).data ?? whole

/** What is done of each is told by its id. */
const telling = <Name extends Sweeper>({ log, ...deps }: Sweeping<Name>): SweepDeps<Name> => ({
  ...deps,
  attend: (waiting) =>
    joining(idsOfWaiting(waiting), async () => {
      const attended = await deps.attend(waiting)
      const isDone = typeof attended === 'boolean' ? attended : attended.isDone
      if (isDone) log('info', 'RECORD_COMPLETED', { kind: waiting.kind })
      return attended
    }),
  onFailure: (waiting, error) =>
    joining(idsOfWaiting(waiting), () => reportFailure(log, waiting.kind, error)),
  // Counted, and told of once where it stands aside: no alarm rings for each try.
  onTried: ({ kind, ids, quarantineId, failures: count }, error) =>
    joining(idsOfWaiting(ids), () =>
      log('warn', 'RECORD_FAILED', { ...failureFields(kind, error), quarantineId, count }),
    ),
  onHeld: ({ kind, ids, quarantineId, urgency, code: errorName }) =>
    joining(idsOfWaiting(ids), () =>
      log('warn', 'ROW_QUARANTINED', {
        ...{ kind, quarantineId, urgency, errorName },
        measured: {
          RowsQuarantined: 1,
          ...(urgency === 'immediate' && { RowsQuarantinedImmediate: 1 }),
        },
      }),
    ),
})

/**
 * A function that the clock wakes: each run sweeps its part, and says what it did. An alarm rings on a rescue. Runs in one
 * process remember what failed.
 */
export const sweeping = <Name extends Sweeper & SweeperName>(
  name: Name,
  deps: Sweeping<Name>,
): ((event?: unknown) => Promise<SweepReport>) => {
  const failedBefore = createFailedBefore()
  const { log } = deps
  return async (event) => {
    const report = await sweep(name, telling(deps), { part: partOf(event), failedBefore })
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
