import { type AttendDeps, attend } from '../../shared/casework/attend.ts'
import { type SweepDeps, type SweepReport, sweep } from '../../shared/casework/sweep.ts'
import type { Log } from '../../shared/logging/logger.ts'
import { reportFailure } from '../../shared/logging/report-failure.ts'

export type Deps = Omit<AttendDeps, 'onSilent'> &
  Pick<SweepDeps, 'listWaiting' | 'now'> & { readonly log: Log }

/** A concern cannot be kept for whoever is recorded later before the index has its key, which nobody else may have made. */
const makeIndexKey = ({ register }: Deps): Promise<unknown> => register.hashKeys([])

/** Every minute: rescues what a stream left lying, and does what is due. */
export const createHandler = (deps: Deps) => async (): Promise<SweepReport> => {
  const { listWaiting, now, log } = deps
  await makeIndexKey(deps).catch((error: unknown) => reportFailure(log, 'index', error))
  const attending: AttendDeps = {
    ...deps,
    onSilent: (concernId) => log('error', 'RULE_SILENT', { concernId }),
  }
  const report = await sweep({
    listWaiting,
    attend: (waiting) => attend(waiting, attending),
    onFailure: ({ kind }, error) => reportFailure(log, kind, error),
    now,
  })
  const rescued = report.assessment + report.relay + report.consent
  if (rescued > 0) log('warn', 'RESCUED_BY_SWEEP', { count: rescued })
  log('info', 'SWEEP_COMPLETED', {
    count: Object.values(report).reduce((sum, count) => sum + count, 0),
  })
  return report
}
