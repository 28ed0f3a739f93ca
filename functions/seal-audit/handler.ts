import { contradictionOf } from '../../shared/audit/contradiction.ts'
import type { UnsealedEntry } from '../../shared/audit/log-head.ts'
import { type SealLogDeps, sealLog } from '../../shared/casework/seal-log.ts'
import type { Clock } from '../../shared/kernel/clock.ts'
import type { Measured } from '../../shared/kernel/measures.ts'
import { secondsSince } from '../../shared/kernel/seconds-since.ts'
import { framesOf } from '../../shared/logging/frames-of.ts'
import type { Log } from '../../shared/logging/logger.ts'

type Deps = SealLogDeps & { readonly log: Log; readonly now: Clock }

/** How many entries wait, of those that are read at once, and for how long the oldest has; and how many cannot be sealed. */
const unsealed = (
  waiting: readonly UnsealedEntry[],
  { setAside, now }: { readonly setAside: number; readonly now: Date },
): Measured => ({
  EntriesUnsealed: waiting.length,
  EntriesSetAside: setAside,
  OldestEntryUnsealed: secondsSince(
    waiting
      .map(({ entry }) => entry.at)
      .toSorted()
      .at(0) ?? now.toISOString(),
    now,
  ),
})

/**
 * Says how much waits, and of every entry about nobody real, or that a row cannot be sealed, that it is there, before it is sealed: an alarm rings on
 * that line, once a row. All entries
 * pass here, whoever wrote them, so that no function that meets a canary has to behave otherwise for it.
 */
const tellingFirst = ({ log, now, readUnsealed, ...deps }: Deps): SealLogDeps => ({
  ...deps,
  readUnsealed: async () => {
    const waiting = await readUnsealed()
    const { setAside = 0 } = waiting
    const aside = waiting.entries.filter(({ entry }) => entry['action'] === 'ENTRY_SET_ASIDE')
    if (aside.length > 0) log('error', 'ENTRY_SET_ASIDE', { count: aside.length })
    const hits = waiting.entries.filter(({ entry }) => entry['action'] === 'CANARY_HIT')
    if (hits.length > 0) log('warn', 'CANARY_HIT', { count: hits.length })
    log('info', 'HUB_MEASURED', { measured: unsealed(waiting.entries, { setAside, now: now() }) })
    return waiting
  },
})

/** A run takes whatever waits, so it needs nothing of the event: a batch of the stream and a schedule are the same. */
export const createHandler =
  (deps: Deps) => async (): Promise<{ readonly batchItemFailures: readonly [] }> => {
    try {
      const { sealed, complete } = await sealLog(tellingFirst(deps))
      deps.log('info', 'LOG_SEALED', { count: sealed, kind: complete ? 'COMPLETE' : 'STOPPED' })
      return { batchItemFailures: [] }
    } catch (error) {
      const kind = contradictionOf(error)
      if (kind !== undefined) deps.log('error', 'LOG_CONTRADICTED', { kind })
      // Thrown on, so that the whole batch comes again: no record of it is at fault.
      deps.log('error', 'RECORD_FAILED', {
        errorName: error instanceof Error ? error.name : '',
        frames: framesOf(error),
      })
      throw error
    }
  }
