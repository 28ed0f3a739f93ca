import * as z from 'zod'
import { instantSchema } from '../../calendar/calendar-date.ts'
import { toldPeopleCodes, whyNotToldCodes } from '../../codes/tellings.ts'
import { workIdSchema } from '../../kernel/work-id.ts'
import { plainLines } from '../../people/plain-text.ts'
import { answerSchema } from './outcome-schema.ts'

/** That a parent was told: who, by whom and when. */
const toldSchema = z.strictObject({
  wasTold: z.literal(true),
  who: z.array(z.enum(toldPeopleCodes)).min(1).max(toldPeopleCodes.length),
  toldBy: workIdSchema,
  toldAt: instantSchema,
})

/** That none was, and why not. */
const notToldSchema = z.strictObject({
  wasTold: z.literal(false),
  whyNot: z.enum(whyNotToldCodes),
  reason: plainLines(500).optional(),
})

/** Whether a parent was told that a concern came. */
export const tellingGivenSchema = z.discriminatedUnion('wasTold', [toldSchema, notToldSchema])
export type TellingGiven = z.infer<typeof tellingGivenSchema>

/** The same as it is kept: with whoever recorded it. */
export const tellingSchema = z.strictObject({ ...answerSchema.shape, given: tellingGivenSchema })
