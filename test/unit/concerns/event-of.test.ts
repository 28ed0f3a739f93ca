import { describe, expect, it } from 'vitest'
import { eventOf } from '../../../shared/concerns/event-of.ts'

const told = '2026-06-30T23:30:00.000Z'

describe('when something happened', () => {
  it.each([
    [
      'an incident',
      { incidentOn: '2026-06-01' },
      { eventOn: '2026-06-01', statedOn: '2026-06-01', isOngoing: false },
    ],
    [
      'no incident, but neglect that goes on',
      { ongoingSince: '2024-01-01' },
      { eventOn: '2024-01-01', statedOn: '2024-01-01', isOngoing: true },
    ],
    [
      'an incident in what goes on',
      { incidentOn: '2026-06-01', ongoingSince: '2024-01-01' },
      { eventOn: '2026-06-01', statedOn: '2026-06-01', isOngoing: true },
    ],
    [
      'neither: the day in London on which the hub was told',
      {},
      { eventOn: '2026-07-01', isOngoing: false },
    ],
  ])('is %s', (...[, sent, event]) => {
    expect(eventOf(sent, told)).toEqual(event)
  })
})
