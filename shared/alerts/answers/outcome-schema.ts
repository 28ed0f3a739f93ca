import * as z from 'zod'
import { authorityCodeSchema } from '../../agencies/authorities.ts'
import { instantSchema } from '../../calendar/calendar-date.ts'
import {
  conferenceKinds,
  noFurtherActionReasonCodes,
  whatFollowsCodes,
} from '../../codes/outcome-details.ts'
import { outcomeCodes } from '../../codes/outcomes.ts'
import { workIdSchema } from '../../kernel/work-id.ts'

/** Who answered, through which sign-in, and when. */
export const answerSchema = z.strictObject({
  by: z.string(),
  practitioner: workIdSchema.optional(),
  isVouchedFor: z.literal(true).optional(),
  at: z.iso.datetime(),
})

/** What is said beside the code, each where the code asks for it or allows it. */
export const outcomeDetails = {
  conference: z.enum(conferenceKinds).optional(),
  whatFollows: z.enum(whatFollowsCodes).optional(),
  otherAuthority: authorityCodeSchema.optional(),
  noFurtherActionReason: z.enum(noFurtherActionReasonCodes).optional(),
  strategyDiscussionAt: instantSchema.optional().meta({
    description: 'When the strategy discussion was held',
  }),
}

/** What was decided, by whom; `confirmation` is the second person's where it takes two. */
export const outcomeSchema = answerSchema.extend({
  code: z.enum(outcomeCodes),
  reason: z.string().optional(),
  ...outcomeDetails,
  confirmation: answerSchema.extend({ reason: z.string().optional() }).optional(),
})
export type Outcome = z.infer<typeof outcomeSchema>
