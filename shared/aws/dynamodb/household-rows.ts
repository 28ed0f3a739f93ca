import type { HouseholdChange } from '../../register/household-change.ts'
import { householdChangeKey } from './keys.ts'

export const waitingForHousehold = 'HOUSEHOLD'

/** The change as a row of casework, for there the sweep looks; one not yet applied waits, from when it was recorded. */
export const householdChangeRow = (change: HouseholdChange) => ({
  ...householdChangeKey(change),
  change,
  ...(change.status === 'PENDING' && {
    waitingFor: waitingForHousehold,
    waitingUntil: change.recordedAt,
  }),
})
