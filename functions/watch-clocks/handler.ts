import { type AttendDeps, attend } from '../../shared/casework/attend.ts'
import { type SweepDeps, type SweepReport, sweep } from '../../shared/casework/sweep.ts'
import { framesOf } from '../../shared/logging/frames-of.ts'
import type { Log } from '../../shared/logging/logger.ts'

export type Deps = Omit<AttendDeps, 'onSilent'> &
  Pick<SweepDeps, 'listWaiting' | 'now'> & { readonly log: Log }

/** Of one of what waits, or of a row that cannot be read: by its kind and where it was thrown. */
export const reportFailure = (log: Log, kind: string, error: unknown): void =>
  log('error', 'RECORD_FAILED', {
    kind,
    errorName: error instanceof Error ? error.name : 'unknown',
    frames: framesOf(error),
  })

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
