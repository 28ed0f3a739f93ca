import * as z from 'zod'
import { calendarDateSchema } from '../calendar/calendar-date.ts'
import { keysOf } from '../kernel/keys-of.ts'
import { plainText } from '../people/plain-text.ts'

/** How near a child was to the abuse, and whether it so lived through it. */
export const childPresences = {
  SAW: { livedThroughIt: true },
  HEARD: { livedThroughIt: true },
  PRESENT: { livedThroughIt: true },
  NOT_PRESENT: { livedThroughIt: false },
  UNKNOWN: { livedThroughIt: false },
} as const satisfies Record<string, { readonly livedThroughIt: boolean }>

/** What a domestic abuse service knows that keeps a family safe. Its contact details are never disclosed as an address. */
export const domesticAbuseSchema = z.strictObject({
  role: z.enum(['VICTIM', 'ALLEGED_PERPETRATOR', 'UNKNOWN']),
  childPresent: z.enum(keysOf(childPresences)),
  safeContact: z
    .strictObject({
      number: plainText(20).optional(),
      safeToCall: z.boolean(),
      times: plainText(100).optional(),
      notSafeToTalkTo: plainText(200).optional(),
    })
    .optional(),
  dash: z
    .strictObject({
      score: z.int().min(0).max(24),
      level: z.enum(['STANDARD', 'MEDIUM', 'HIGH']).meta({
        description:
          'Professional judgement may raise the level that the score gives, never lower it',
      }),
    })
    .refine((dash) => levelOf(dash.score) <= levels.indexOf(dash.level), {
      error: 'judgement may raise the level that the score gives, never lower it',
      path: ['level'],
    })
    .optional(),
  maracReferred: z.boolean().default(false),
  maracOn: calendarDateSchema.optional(),
})

const levels = ['STANDARD', 'MEDIUM', 'HIGH']

/** 0–9 standard, 10–13 medium, 14 and over high. @see SafeLives DASH risk checklist */
const levelOf = (score: number): number => (score >= 14 ? 2 : score >= 10 ? 1 : 0)
