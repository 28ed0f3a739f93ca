import * as z from 'zod'
import { comparisonLevels, comparisonNames } from './comparisons/comparisons.ts'
import type { MatchModel } from './model.ts'

const likelihood = z.number().positive().max(1.000001)
const threshold = z.strictObject({ value: z.number(), limit: z.number() })
const comparison = z.strictObject({
  levels: z.array(
    z.strictObject({ level: z.string(), m: z.number().positive(), u: likelihood, h: likelihood }),
  ),
  floor: z.number().optional(),
  ceiling: z.number().optional(),
  frequency: z
    .strictObject({
      average: likelihood,
      cap: z.number().min(0).max(20),
      inherited: z.boolean(),
      unlisted: likelihood,
      values: z.record(z.string(), likelihood),
      among: z.record(z.string(), likelihood).optional(),
    })
    .optional(),
})

/** A model read from a file. Every comparison must hold exactly the levels this code finds, or weights would be lost. */
export const matchModelSchema: z.ZodType<MatchModel> = z
  .strictObject({
    version: z.string().min(1).max(60),
    prior: z.strictObject({ same: z.number().positive(), household: z.number().positive() }),
    namesakePenalty: z.number().min(0).max(20),
    comparisons: z.record(z.enum(comparisonNames as [string, ...string[]]), comparison),
    thresholds: z.strictObject({ confirm: threshold, review: threshold, lead: threshold }),
  })
  .refine(
    ({ comparisons }) =>
      comparisonNames.every((name) => {
        const levels = comparisons[name]?.levels.map(({ level }) => level)
        return JSON.stringify(levels) === JSON.stringify(comparisonLevels[name])
      }),
    { error: 'the levels are not those of this version', path: ['comparisons'] },
  ) as unknown as z.ZodType<MatchModel>
