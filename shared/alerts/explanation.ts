import * as z from 'zod'
import type { AuthorityCode } from '../agencies/authorities.ts'
import { adultIdSchema, alertIdSchema, isOf } from '../kernel/ids.ts'
import { isOfWhereabouts } from '../matching/comparisons/comparisons.ts'
import {
  explanationLineSchema,
  type MatchRecord,
  matchRecordSchema,
} from '../matching/match-record.ts'
import type { Alert } from './alert.ts'

type Line = z.infer<typeof explanationLineSchema>

export const consideredSchema = z
  .array(
    z.strictObject({
      adultId: adultIdSchema
        .optional()
        .meta({ description: 'Absent where the alert itself withholds who it is about' }),
      weight: z.number().meta({ description: 'Bits: the sum of the waterfall' }),
      posterior: z.number(),
      guards: z.array(z.string()).meta({ description: 'Why the match is not automatic' }),
      waterfall: z.array(explanationLineSchema),
    }),
  )
  .meta({ description: 'Adults of your own register that were considered; never another’s' })

/** How a match was made, for one authority: words of ours and bits, never a value from anybody's record. */
export const explanationSchema = z.strictObject({
  alertId: alertIdSchema,
  modelVersion: z.string(),
  band: matchRecordSchema.shape.band,
  incomplete: z.boolean().meta({ description: 'A lookup was cut short: somebody may be missing' }),
  people: consideredSchema,
})
export type Explanation = z.infer<typeof explanationSchema>

/** Lines about whereabouts become one, with the sum of their bits, so that the waterfall still adds up. */
const withoutWhereabouts = (lines: readonly Line[]): Line[] => {
  const hidden = lines.filter(({ comparison }) => isOfWhereabouts(comparison))
  const bits = hidden.reduce((sum, line) => sum + line.bits, 0)
  return [
    ...lines.filter((line) => !hidden.includes(line)),
    { comparison: 'whereabouts', level: 'protected', bits },
  ]
}

/** An adult's id leads to the children: it stays out where the alert names no child. */
const namesNobody = ({ content }: Alert): boolean => content.children.length === 0

/** The adults of one register that a match considered, as its authority may see them. */
export const consideredOf = (
  { candidates }: MatchRecord,
  seenBy: {
    readonly authority: AuthorityCode
    readonly hidesPlaces: boolean
    readonly hidesNames: boolean
  },
): z.infer<typeof consideredSchema> =>
  candidates
    .filter(({ id }) => isOf(seenBy.authority, id))
    .map(({ id, weight, posterior, guards, explanation }) => ({
      ...(!seenBy.hidesNames && { adultId: adultIdSchema.parse(id) }),
      weight,
      posterior,
      guards,
      waterfall: seenBy.hidesPlaces ? withoutWhereabouts(explanation) : explanation,
    }))

/** What the alert's authority may see of the match behind it: its own adults, and nothing that the alert hides. */
export const explanationOf = (alert: Alert, match: MatchRecord): Explanation => ({
  alertId: alert.alertId,
  modelVersion: match.modelVersion,
  band: match.band,
  incomplete: match.incomplete,
  people: consideredOf(match, {
    authority: alert.authority,
    hidesPlaces: alert.content.banners.includes('PROTECTED_ADDRESS'),
    hidesNames: namesNobody(alert),
  }),
})
