import * as z from 'zod'
import { childPresences } from '../../concerns/domestic-abuse.ts'
import { followedStatuses, listedConcernSchema } from '../../concerns/followed-concern.ts'
import { adultRefSchema, personRefSchema } from '../../concerns/person-ref.ts'
import {
  concernStandingSchema,
  concernStates,
  receivedConcernSchema,
} from '../../concerns/stored-concern.ts'
import { withdrawalReasons } from '../../concerns/withdrawal.ts'
import { concernIdSchema } from '../../kernel/ids.ts'
import { keysOf } from '../../kernel/keys-of.ts'
import { rowKind } from './rows/row-kind.ts'
import { waitingShape } from './rows/shapes.ts'
import { leftOut, standIn } from './rows/stand-in.ts'

/** A concern in a state that is not known here is never deleted by a clock. Nobody stands in for somebody else of it. */
const ofConcerns = [
  standIn(concernStates, 'IN_REVIEW'),
  standIn(followedStatuses, 'received'),
  standIn(keysOf(childPresences), 'PRESENT'),
  standIn(withdrawalReasons, 'WRONG_PERSON'),
  standIn(personRefSchema.options, leftOut),
  standIn(adultRefSchema.options, leftOut),
]

export const receivedKind = rowKind({
  name: 'received-concern',
  places: ['intake CONCERN CONCERN'],
  content: 'received',
  shape: { received: receivedConcernSchema },
  standIns: ofConcerns,
})

const listedShape = { sentBy: z.string(), sentOrder: z.string(), listed: listedConcernSchema }

export const concernKind = rowKind({
  name: 'concern',
  places: ['casework CONCERN CONCERN'],
  content: 'standing',
  shape: {
    version: z.number(),
    state: concernStandingSchema.shape.state,
    standing: concernStandingSchema,
    ...listedShape,
    ...waitingShape,
  },
  standIns: ofConcerns,
})

/** That something received waits to be taken up; of a concern, with its line in its agency's list. */
export const arrivalKind = rowKind({
  name: 'arrival',
  places: ['intake ARRIVED ARRIVED'],
  shape: { ...waitingShape, ...z.object(listedShape).partial().shape },
  standIns: ofConcerns,
})

/** A line of what an agency sent, from the index. */
export const sentLineKind = rowKind({
  name: 'sent-line',
  places: ['intake ARRIVED ARRIVED', 'casework CONCERN CONCERN'],
  lineOf: 'listed',
  shape: { sentOrder: z.string(), listed: listedConcernSchema },
  standIns: ofConcerns,
})

/** That an agency told of a day. */
export const tellingKind = rowKind({
  name: 'telling',
  places: ['casework TOLD CONCERN'],
  shape: {
    telling: z.object({
      concernId: concernIdSchema,
      recordedAt: z.iso.datetime(),
      /** Of whom it was, as in a chronology; not there of what an earlier release wrote. */
      stated: z.string().optional(),
    }),
  },
})

/** That a concern is to be decided again. */
export const againKind = rowKind({
  name: 'again',
  places: ['casework AGAIN AGAIN'],
  shape: waitingShape,
})
