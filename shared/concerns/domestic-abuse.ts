import * as z from 'zod'
import { calendarDateSchema } from '../calendar/calendar-date.ts'
import { keysOf } from '../kernel/keys-of.ts'
import { plainLines, plainText } from '../people/plain-text.ts'

/** How near a child was to the abuse, and whether it so lived through it. */
export const childPresences = {
  SAW: { livedThroughIt: true },
  HEARD: { livedThroughIt: true },
  PRESENT: { livedThroughIt: true },
  NOT_PRESENT: { livedThroughIt: false },
  UNKNOWN: { livedThroughIt: false },
} as const satisfies Record<string, { readonly livedThroughIt: boolean }>

const levels = ['STANDARD', 'MEDIUM', 'HIGH'] as const

/** 0–9 standard, 10–13 medium, 14 and over high. @see SafeLives DASH risk checklist */
export const dashLevelOf = (score: number): (typeof levels)[number] => {
  if (score >= 14) return 'HIGH'
  return score >= 10 ? 'MEDIUM' : 'STANDARD'
}

const isLevelHighEnough = ({
  score,
  level,
}: {
  readonly score?: number | undefined
  readonly level?: (typeof levels)[number] | undefined
}): boolean =>
  score === undefined ||
  level === undefined ||
  levels.indexOf(dashLevelOf(score)) <= levels.indexOf(level)

const neverLower = {
  error: 'judgement may raise the level that the score gives, never lower it',
  path: ['level'],
}

const dashShape = {
  score: z.int().min(0).max(24).optional().meta({
    description: 'Left out where the level is professional judgement alone',
  }),
  level: z.enum(levels).meta({
    description: 'Professional judgement may raise the level that the score gives, never lower it',
  }),
} as const

const safeContactShape = {
  number: plainText(20).optional(),
  safeToCall: z.boolean(),
  times: plainText(100).optional(),
  notSafeToTalkTo: plainLines(200).optional(),
} as const

/** What a domestic abuse service knows that keeps a family safe. Its contact details are never disclosed as an address. */
export const domesticAbuseSchema = z.strictObject({
  childPresent: z.enum(keysOf(childPresences)),
  refuge: plainText(200).optional().meta({ description: 'Where the victim is kept safe' }),
  safeContact: z.strictObject(safeContactShape).optional(),
  dash: z.strictObject(dashShape).refine(isLevelHighEnough, neverLower).optional(),
  maracReferred: z.boolean().default(false),
  maracOn: calendarDateSchema.optional(),
})

/**
 * The same as it is kept of a grave concern with gaps: a telephone not said to be safe is not, and a score without a level
 * has the one that it gives.
 */
export const keptDomesticAbuseSchema = domesticAbuseSchema.extend({
  childPresent: domesticAbuseSchema.shape.childPresent.default('UNKNOWN'),
  safeContact: z
    .strictObject({ ...safeContactShape, safeToCall: safeContactShape.safeToCall.default(false) })
    .optional(),
  dash: z
    .strictObject({ ...dashShape, level: dashShape.level.optional() })
    .refine(({ score, level }) => score !== undefined || level !== undefined, {
      error: 'give a score or a level',
    })
    .refine(isLevelHighEnough, neverLower)
    .transform(({ level, ...dash }) => ({ ...dash, level: level ?? dashLevelOf(dash.score ?? 0) }))
    .optional(),
})
