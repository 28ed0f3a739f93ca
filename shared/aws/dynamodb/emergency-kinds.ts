import * as z from 'zod'
import {
  emergencyAccessSchema,
  emergencyStates,
  emergencyVerdicts,
} from '../../reviews/emergency-access.ts'
import { listedEmergencySchema } from '../../reviews/emergency-view.ts'
import { rowKind } from './rows/row-kind.ts'
import { waitingShape } from './rows/shapes.ts'
import { leftOut, standIn } from './rows/stand-in.ts'

/** Of a state that is not known here somebody looks at it; a verdict that is not known opens nothing. Nothing stands in for what may be opened. */
const ofEmergencies = [
  standIn(emergencyStates, 'APPROVED'),
  standIn(emergencyVerdicts, 'NOT_JUSTIFIED'),
  standIn(listedEmergencySchema.shape.kind.options, leftOut),
]

/** The id is in the key alone. */
const lineShape = listedEmergencySchema.omit({ accessId: true }).shape

export const emergencyKind = rowKind({
  name: 'emergency-access',
  places: ['casework EMERGENCY EMERGENCY'],
  content: 'access',
  shape: {
    ...lineShape,
    version: z.number(),
    inbox: z.string(),
    inboxOrder: z.string(),
    expiresAt: z.number().optional(),
    ...waitingShape,
    access: emergencyAccessSchema,
  },
  standIns: ofEmergencies,
})

/** As a list shows it, from the index. */
export const emergencyLineKind = rowKind({
  name: 'emergency-line',
  places: ['casework EMERGENCY EMERGENCY'],
  lineOf: 'inbox',
  shape: lineShape,
  standIns: ofEmergencies,
})
