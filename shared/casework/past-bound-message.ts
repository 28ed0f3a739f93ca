import { escalationsOfPartnership } from '../agencies/queues.ts'
import { londonDay } from '../calendar/london-day.ts'
import { londonHour } from '../calendar/office-hours.ts'
import { uuidV7 } from '../kernel/uuid-v7.ts'
import type { OutboxMessage } from '../outbox/outbox-message.ts'
import { bounds, type PastBound } from './bounds.ts'

/** Of what is not of immediate danger the lead hears in the morning. */
const hourOfDay = 9

/** The same for one day, whoever makes it: of two made in one day the second finds the first. */
const idOf = (day: string, isImmediate: boolean): string =>
  uuidV7(new Date(`${day}T00:00:00Z`), Buffer.alloc(16, isImmediate ? 1 : 2))

/**
 * What the partnership lead is told of what has waited past its bound and is the operator's: once a day that there is such a
 * thing, from nine in the morning; of immediate danger at any hour, once a day too. It names none, for what is undecided is nobody's to know. That
 * the lead cannot be told is not told by another message to the lead. `past`: the most urgent first.
 */
export const pastBoundMessages = (past: readonly PastBound[], now: Date): OutboxMessage[] => {
  const own = past.filter(
    ({ kind, ids }) => bounds[kind].owner === 'operator' && ids['to'] !== escalationsOfPartnership,
  )
  const isImmediate = ({ urgency }: PastBound): boolean => urgency === 'immediate'
  const [immediate] = own.filter(isImmediate)
  const [other] = londonHour(now) < hourOfDay ? [] : own.filter((one) => !isImmediate(one))
  return [immediate, other].flatMap((first) =>
    first === undefined
      ? []
      : {
          recordId: idOf(londonDay(now), isImmediate(first)),
          recordVersion: 1,
          to: escalationsOfPartnership,
          type: 'row.overdue',
          urgency: first.urgency,
          kind: first.kind,
          status: 'PENDING',
          createdAt: now.toISOString(),
        },
  )
}
