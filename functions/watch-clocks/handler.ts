import { type AttendClockDeps, attendClock } from '../../shared/casework/attend-clock.ts'
import type { SweepDeps, SweepReport } from '../../shared/casework/sweep.ts'
import { urgencyOf } from '../../shared/codes/response-times.ts'
import { type SweepPorts, sweeping } from '../../shared/streams/sweeping.ts'

export type Deps = Omit<AttendClockDeps, 'onSilent' | 'unread'> & {
  readonly unread: Omit<AttendClockDeps['unread'], 'onUnread'>
} & SweepPorts

/** Every minute, in parts: rescues what the assessing stream left lying, and does what is due on concerns, reviews and alerts. */
export const createHandler = (deps: Deps): ((event?: unknown) => Promise<SweepReport>) => {
  const { log } = deps
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
  return sweeping('watch-clocks', { ...deps, attend })
}
