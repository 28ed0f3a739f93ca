import type { Notification } from '../../shared/chronology/notification.ts'
import { aConcernId } from './a-stored-concern.ts'

/** A concern as the chronology remembers it. */
export const aNotification = (differing: Partial<Notification> = {}): Notification => ({
  concernId: aConcernId(1),
  eventOn: '2026-11-01',
  recordedAt: '2026-11-02T10:00:00.000Z',
  agency: 'health',
  agencyName: 'Health',
  stated: 'a person',
  factors: ['16A'],
  harm: 'H1',
  protects: false,
  isHighRisk: false,
  counts: false,
  ...differing,
})
