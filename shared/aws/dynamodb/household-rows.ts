import {
  type HouseholdChange,
  householdChangeKinds,
  householdChangeSchema,
} from '../../register/household-change.ts'
import { householdChangeKey } from './keys.ts'
import { rowKind } from './rows/row-kind.ts'
import { waitingShape } from './rows/shapes.ts'
import { standIn } from './rows/stand-in.ts'
import { waitingIn } from './waiting-place.ts'

export const waitingForHousehold = 'HOUSEHOLD'

export const householdChangeKind = rowKind({
  name: 'household-change',
  places: ['casework HOUSEHOLD HOUSEHOLD'],
  content: 'change',
  shape: { change: householdChangeSchema, ...waitingShape },
  standIns: [standIn(householdChangeKinds, 'recorded')],
})

/** The change as a row of casework, for there the sweep looks; one not yet applied waits, from when it was recorded. */
export const householdChangeRow = (change: HouseholdChange) => ({
  ...householdChangeKey(change),
  change,
  ...(change.status === 'PENDING' && {
    waitingFor: waitingIn(waitingForHousehold, change.id),
    waitingUntil: change.recordedAt,
  }),
})
