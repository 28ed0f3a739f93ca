import type { ChronologyEntry } from '../../shared/chronology/entry.ts'
import { aConcernId, anId } from './a-stored-concern.ts'

/** A concern as a chronology holds it. All people and services are invented. */
export const anEntry = (change: Partial<ChronologyEntry> = {}): ChronologyEntry => ({
  entryId: anId(1),
  kind: 'CONCERN',
  eventOn: '2026-11-01',
  isOngoing: false,
  recordedAt: '2026-11-23T10:00:00.000Z',
  source: { kind: 'agency', name: 'Turning Tide' },
  harm: 'H2',
  factors: ['2B'],
  hasPreviousRemoval: false,
  told: { concernId: aConcernId(1), assessment: 1 },
  ...change,
})
