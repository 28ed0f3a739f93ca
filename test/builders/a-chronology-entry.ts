import type { ChronologyEntry } from '../../shared/chronology/entry.ts'
import { anId } from './a-stored-concern.ts'

/** A concern as a chronology holds it. All people and services are invented. */
export const anEntry = (change: Partial<ChronologyEntry> = {}): ChronologyEntry => ({
  entryId: anId(1),
  kind: 'CONCERN',
  eventOn: '2026-11-01',
  isOngoing: false,
  recordedAt: '2026-11-23T10:00:00.000Z',
  source: { kind: 'agency', name: 'Turning Tide' },
  nature: ['FACT', 'REPORTED'],
  harm: 'H2',
  factors: ['2B'],
  hasPreviousRemoval: false,
  reason: 'A reason.',
  statements: [
    { kind: 'FACT', text: 'What was seen.' },
    { kind: 'REPORTED', text: 'What was told.' },
  ],
  ...change,
})
