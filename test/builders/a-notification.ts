import type { Notification } from '../../shared/chronology/notification.ts'
import { adultIdSchema } from '../../shared/kernel/ids.ts'
import { aConcernId } from './a-stored-concern.ts'

/** A concern as the chronology remembers it. */
export const aNotification = (differing: Partial<Notification> = {}): Notification => ({
  concernId: aConcernId(1),
  eventOn: '2026-11-01',
  recordedAt: '2026-11-02T10:00:00.000Z',
  agency: 'health',
  agencyName: 'Health',
  adultIds: [adultIdSchema.parse('E06000991.A1')],
  factors: ['16A'],
  harm: 'H1',
  ...differing,
})
