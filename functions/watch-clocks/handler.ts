import { type AttendClockDeps, attendClock } from '../../shared/casework/attend-clock.ts'
import type { SweepDeps, SweepReport } from '../../shared/casework/sweep.ts'
import { urgencyOf } from '../../shared/codes/response-times.ts'
import type { Log } from '../../shared/logging/logger.ts'
import { sweeping } from '../../shared/streams/sweeping.ts'

export type Deps = Omit<AttendClockDeps, 'onSilent' | 'unread'> & {
  readonly unread: Omit<AttendClockDeps['unread'], 'onUnread'>
} & Pick<SweepDeps<'watch-clocks'>, 'listWaiting' | 'now'> & { readonly log: Log }

/** Every minute, in parts: rescues what the assessing stream left lying, and does what is due on concerns, reviews and alerts. */
export const createHandler = (deps: Deps): ((event?: unknown) => Promise<SweepReport>) => {
  const { listWaiting, now, log } = deps
  const attending: AttendClockDeps = {
    ...deps,
    onSilent: (concernId) => log('error', 'RULE_SILENT', { concernId }),
    unread: {
      ...deps.unread,
      onUnread: ({ alertId, authority, harm }) =>
        log('warn', 'ALERT_UNREAD', { alertId, authority, urgency: urgencyOf(harm), count: 1 }),
    },
  }
  const attend: SweepDeps<'watch-clocks'>['attend'] = (waiting) => attendClock(waiting, attending)
  return sweeping('watch-clocks', { listWaiting, now, log, attend })
}
