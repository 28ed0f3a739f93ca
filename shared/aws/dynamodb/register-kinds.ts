import * as z from 'zod'
import { relationships } from '../../register/child.ts'
import { statusCodes } from '../../register/child-status.ts'
import { correctionNoteSchema } from '../../register/correction-note.ts'
import { indexEntrySchema } from '../../register/index-entry.ts'
import { childRestrictions } from '../../register/lifting.ts'
import { storedAdultSchema, storedChildSchema } from '../../register/stored.ts'
import { agreementStates } from '../../register/written-agreement.ts'
import { packedKeysSchema } from './pack-keys.ts'
import { rowKind } from './rows/row-kind.ts'
import { waitingShape } from './rows/shapes.ts'
import { leftOut, standIn } from './rows/stand-in.ts'

/** A child whose status is not known here is taken for one at most risk, and an agreement about it for one that runs. */
const ofRecords = [
  standIn(statusCodes, 'PROTECTION_PLAN'),
  standIn(relationships, 'OTHER'),
  standIn(agreementStates, 'RUNNING'),
  standIn(childRestrictions, leftOut),
]

const placeShape = { version: z.number(), revision: z.number() }

/** A record that was deleted leaves its place, with why. */
const recordShape = {
  ...placeShape,
  keys: packedKeysSchema.optional(),
  deleted: correctionNoteSchema.optional(),
}

const lineShape = { statusCode: z.enum(statusCodes) }

export const childKind = rowKind({
  name: 'child',
  places: ['register CHILD CHILD'],
  content: 'child',
  shape: {
    ...recordShape,
    child: storedChildSchema.omit({ keys: true }).optional(),
    childrenOf: z.string().optional(),
    statusCode: lineShape.statusCode.optional(),
  },
  standIns: ofRecords,
})

/** A child in its authority's list, from the index. */
export const childLineKind = rowKind({
  name: 'child-line',
  places: ['register CHILD CHILD'],
  lineOf: 'childrenOf',
  shape: lineShape,
  standIns: ofRecords,
})

export const adultKind = rowKind({
  name: 'adult',
  places: ['register ADULT ADULT'],
  content: 'adult',
  shape: { ...recordShape, adult: storedAdultSchema.omit({ keys: true }).optional() },
  standIns: ofRecords,
})

/** Where a record stands, whatever it is and whether or not it is still there. */
export const recordPlaceKind = rowKind({
  name: 'record-place',
  places: ['register CHILD CHILD', 'register ADULT ADULT'],
  lineOf: 'revision',
  shape: placeShape,
})

/** Whom a key of the match index leads to. */
export const indexEntryKind = rowKind({
  name: 'index-entry',
  places: ['register BK CHILD', 'register BK ADULT'],
  shape: { entry: indexEntrySchema },
})

/** Keys of the index that one attempt wrote, or leaves to be cleared. */
export const unfinishedKind = rowKind({
  name: 'unfinished-keys',
  places: ['casework REGISTER INDEX'],
  shape: { keys: packedKeysSchema, ...waitingShape },
})

/** That the keys of an adult's children do not yet follow the adult's record. */
export const rekeyKind = rowKind({
  name: 'rekey',
  places: ['casework REGISTER REKEY'],
  shape: waitingShape,
})
