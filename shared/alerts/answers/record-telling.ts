import * as z from 'zod'
import type { Person } from '../../agencies/same-person.ts'
import { toldPeopleCodes, whyNotToldCodes } from '../../codes/tellings.ts'
import { present } from '../../kernel/present.ts'
import { workIdSchema } from '../../kernel/work-id.ts'
import { plainLines } from '../../people/plain-text.ts'
import type { Alert } from '../alert.ts'
import { answerSchema } from './outcome-schema.ts'

/** That a parent was told: who, by whom and when. */
const toldSchema = z.strictObject({
  wasTold: z.literal(true),
  who: z.array(z.enum(toldPeopleCodes)).min(1).max(toldPeopleCodes.length),
  toldBy: workIdSchema,
  toldAt: z.iso.datetime(),
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

export type TellingResult =
  | { readonly kind: 'answered'; readonly alert: Alert }
  | { readonly kind: 'changed-since-read' | 'in-the-future' }

/** The alert with one telling more; what was recorded before stays. */
export const recordTelling = (
  alert: Alert,
  given: TellingGiven,
  by: { readonly person: Person; readonly expectedVersion: number; readonly now: Date },
): TellingResult => {
  if (alert.version !== by.expectedVersion) return { kind: 'changed-since-read' }
  if (given.wasTold && Date.parse(given.toldAt) > by.now.getTime()) return { kind: 'in-the-future' }
  const { person, now } = by
  const telling = {
    by: person.by,
    ...present({ practitioner: person.practitioner }),
    ...(person.isVouchedFor === true && ({ isVouchedFor: true } as const)),
    at: now.toISOString(),
    given,
  }
  const tellings = [...(alert.tellings ?? []), telling]
  return { kind: 'answered', alert: { ...alert, version: alert.version + 1, tellings } }
}
