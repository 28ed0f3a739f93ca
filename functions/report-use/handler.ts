import {
  type ReportUseDeps,
  type ReportUseResult,
  reportUse,
} from '../../shared/casework/report-use.ts'
import type { Log } from '../../shared/logging/logger.ts'
import { reportFailure } from '../../shared/logging/report-failure.ts'

type Deps = Omit<ReportUseDeps, 'isLate'> & { readonly log: Log }

/** Of fifteen minutes: the rest is for what explains what was found. */
const longest = 9 * 60 * 1000

const tell = (result: ReportUseResult, log: Log): void => {
  if (result.kind === 'nothing-due') return
  const { isCut, findings: count } = result
  log(isCut ? 'warn' : 'info', 'USE_REPORTED', { kind: isCut ? 'STOPPED' : 'COMPLETE', count })
}

/** Every hour: the next day of which the leads have still to be told, once it is due. */
export const createHandler = (deps: Deps) => async (): Promise<void> => {
  const { log, now } = deps
  const end = now().getTime() + longest
  try {
    tell(await reportUse({ ...deps, isLate: () => now().getTime() > end }), log)
  } catch (error) {
    reportFailure(log, 'report-use', error)
    throw error
  }
}
