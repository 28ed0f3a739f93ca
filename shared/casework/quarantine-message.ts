import { escalationsOfPartnership } from '../agencies/queues.ts'
import { present } from '../kernel/present.ts'
import type { OutboxMessage } from '../outbox/outbox-message.ts'
import type { Quarantined } from './quarantined.ts'

/**
 * Of immediate danger that stands aside the partnership lead is told at once, whatever it is: no alarm alone may stand between it and
 * a person. It names no concern and no alert, for what is undecided is nobody's to know. What cannot be told to the lead is not told
 * of again by another message that cannot be.
 */
export const quarantineMessage = (row: Quarantined, now: Date): readonly OutboxMessage[] =>
  row.urgency !== 'immediate' || row.ids['to'] === escalationsOfPartnership
    ? []
    : [
        {
          recordId: row.quarantineId,
          // Each time that it stands aside is another message.
          recordVersion: Math.floor(now.getTime() / 1_000),
          to: escalationsOfPartnership,
          type: 'row.quarantined',
          urgency: row.urgency,
          kind: row.kind,
          ...present({ authority: row.authority }),
          status: 'PENDING',
          createdAt: now.toISOString(),
        },
      ]
