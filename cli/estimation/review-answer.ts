import * as z from 'zod'
import { keysOf } from '../../shared/kernel/keys-of.ts'
import {
  type ComparisonName,
  comparisonLevels,
} from '../../shared/matching/comparisons/comparisons.ts'

const names = keysOf(comparisonLevels)
const isKnown = ([name, level]: readonly [string, string]): boolean =>
  comparisonLevels[name as ComparisonName].some((each) => each === level)

/**
 * What a reviewer said of one candidate, and how the match had come to it: levels and bits, no values and no ids. Bits are
 * to a tenth, so that how rare a name is does not tell which name it is.
 */
export const reviewAnswerSchema = z.strictObject({
  modelVersion: z.string(),
  weight: z.number(),
  posterior: z.number().min(0).max(1),
  guards: z.array(z.string()),
  levels: z
    .partialRecord(z.enum(names), z.string())
    .refine((levels) => Object.entries(levels).every(isKnown), {
      error: 'a level is not one of this version',
    }),
  /** The lines of the explanation that do not follow from a level. */
  bits: z.strictObject({
    prior: z.number(),
    rarity: z.number(),
    household: z.number(),
    rivals: z.number(),
  }),
  settled: z.enum(['same', 'other']),
})
export type ReviewAnswer = z.infer<typeof reviewAnswerSchema>
