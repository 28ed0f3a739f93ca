import { type Walked, type WalkLogDeps, walkLog } from '../../shared/casework/walk-log.ts'
import { framesOf } from '../../shared/logging/frames-of.ts'
import type { Log } from '../../shared/logging/logger.ts'

type Deps = Omit<WalkLogDeps, 'isLate'> & { readonly log: Log }

/** Of fifteen minutes: the last of it is for what was begun. */
const longest = 12 * 60 * 1000

/** Each kind of what is wrong is one line, which rings, with the first leaf of it; then how much was looked at. */
const tell = ({ findings, isWhole, leaves, rows }: Walked, log: Log): void => {
  for (const [kind, found] of Map.groupBy(findings, ({ what }) => what)) {
    const leaf = found.find(({ index }) => index !== undefined)?.index
    log('error', 'LOG_ALTERED', { kind, count: found.length, ...(leaf !== undefined && { leaf }) })
  }
  const kind = isWhole ? 'COMPLETE' : 'STOPPED'
  log(isWhole ? 'info' : 'error', 'LOG_WALKED', { kind, count: leaves + rows })
}

/** Every hour: the part of the log whose turn it is. */
export const createHandler = (deps: Deps) => async (): Promise<void> => {
  const { log, now } = deps
  const end = now().getTime() + longest
  try {
    tell(await walkLog({ ...deps, isLate: () => now().getTime() > end }), log)
  } catch (error) {
    const errorName = error instanceof Error ? error.name : ''
    log('error', 'RECORD_FAILED', { errorName, frames: framesOf(error) })
    throw error
  }
}
