import type { ReceivedConcern, StoredConcern } from './stored-concern.ts'

/** A concern as it is kept from the moment it is accepted: nothing has been found out or decided. */
export const newlyReceived = (received: ReceivedConcern): StoredConcern => ({
  ...received,
  version: 1,
  state: 'RECEIVED',
  assessments: 0,
  reviewIds: [],
  settled: [],
  told: [],
  feedback: [],
})
