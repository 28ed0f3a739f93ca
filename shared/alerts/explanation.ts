import * as z from 'zod'
import { type PersonRef, personRefSchema } from '../concerns/person-ref.ts'
import { alertIdSchema, isOf } from '../kernel/ids.ts'
import { isOfWhereabouts } from '../matching/comparisons/of-whereabouts.ts'
import {
  explanationLineSchema,
  type MatchRecord,
  matchRecordSchema,
} from '../matching/match-record.ts'
import type { Alert } from './alert.ts'
import { closedRanks } from './redaction/of-adopted.ts'

type Line = z.infer<typeof explanationLineSchema>

export const consideredSchema = z
  .array(
    z.strictObject({
      id: z
        .string()
        .optional()
        .meta({ description: 'Absent where the alert itself withholds who it is about' }),
      weight: z.number().meta({ description: 'Bits: the sum of the waterfall' }),
      posterior: z.number(),
      guards: z.array(z.string()).meta({ description: 'Why the match is not automatic' }),
      waterfall: z.array(explanationLineSchema),
    }),
  )
  .meta({ description: 'People of your own register that were considered; never another’s' })

/** How each person was matched, for one authority: words of ours and bits, never a value from anybody's record. */
export const explanationSchema = z.strictObject({
  alertId: alertIdSchema,
  modelVersion: z.string(),
  people: z.array(
    z.strictObject({
      person: personRefSchema,
      band: matchRecordSchema.shape.band.meta({
        description: 'On your own register alone: whoever is known elsewhere is NONE here',
      }),
      incomplete: z
        .boolean()
        .meta({ description: 'A lookup was cut short: somebody may be missing' }),
      considered: consideredSchema,
    }),
  ),
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

/** The people of one register that a match considered, as its authority may see them. */
export const consideredOf = (
  { candidates }: MatchRecord,
  seenBy: {
    readonly authority: string
    readonly hidesPlaces: boolean
    readonly hidesNames: boolean
    /** Adopted children, who are nobody to whoever asks about a birth family (X6). */
    readonly except?: ReadonlySet<string>
  },
): z.infer<typeof consideredSchema> =>
  candidates
    .filter(({ id }) => isOf(seenBy.authority, id) && seenBy.except?.has(id) !== true)
    .map(({ id, weight, posterior, guards, explanation }) => ({
      ...(!seenBy.hidesNames && { id }),
      weight,
      posterior,
      guards,
      waterfall: seenBy.hidesPlaces ? withoutWhereabouts(explanation) : explanation,
    }))

type Matched = { readonly person: PersonRef; readonly match: MatchRecord }

/** What a match comes to on one register: another's people are nobody here. */
const bandOn = (
  { band, confirmed }: MatchRecord,
  considered: readonly { readonly id?: string | undefined }[],
  authority: string,
): MatchRecord['band'] => {
  if (confirmed.some((id) => isOf(authority, id))) return 'CONFIRMED'
  if (considered.length === 0 || band === 'CONFIRMED') return 'NONE'
  return considered.length > 1 ? 'MANY' : 'POSSIBLE'
}

/** What the alert's authority may see of the matches behind it: its own people, and nothing that the alert hides. */
export const explanationOf = (
  { alertId, authority, isOfAdopted }: Alert,
  matches: readonly Matched[],
  {
    hidesPlaces,
    adopted = new Set(),
  }: { readonly hidesPlaces: boolean; readonly adopted?: ReadonlySet<string> },
): Explanation => {
  const refs = matches
    .filter(({ match }) => match.confirmed.some((id) => adopted.has(id)))
    .map(({ person }) => person)
  const told =
    isOfAdopted === true
      ? matches.filter(({ person }) => refs.includes(person))
      : closedRanks(refs)(matches)
  const seenBy = {
    authority,
    hidesPlaces,
    hidesNames: isOfAdopted === true,
    ...(isOfAdopted !== true && { except: adopted }),
  }
  return {
    alertId,
    modelVersion: matches[0]?.match.modelVersion ?? '',
    people: told.map(({ person, match }) => {
      const considered = consideredOf(match, seenBy)
      const band = bandOn(match, considered, authority)
      return { person, band, incomplete: match.incomplete, considered }
    }),
  }
}
