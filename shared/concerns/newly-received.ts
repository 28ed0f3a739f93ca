import type { StoredConcern } from './stored-concern.ts'

/** A concern as it is kept from the moment it is accepted: nothing has been found out or decided. */
export const newlyReceived = (
  received: Pick<StoredConcern, 'concernId' | 'concern' | 'submittedBy' | 'receivedAt'> &
    Partial<Pick<StoredConcern, 'unread' | 'incomplete'>>,
): StoredConcern => ({
  ...received,
  version: 1,
  state: 'RECEIVED',
  assessments: 0,
  reviewIds: [],
  settled: [],
  told: [],
  feedback: [],
})
