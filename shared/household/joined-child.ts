import * as z from 'zod'
import { authorityCodeSchema } from '../agencies/authorities.ts'
import { openStatusNames } from '../codes/open-statuses.ts'
import { adultRefSchema } from '../concerns/person-ref.ts'
import { childIdSchema } from '../kernel/ids.ts'
import { stageShape } from '../people/stage.ts'

/** How a known child belongs to a concern, the surest first: named in it, of an adult in it, or of the same home. */
export const joinedBecause = ['NAMED', 'RELATED', 'HOME'] as const

/** A known child that a concern is about, as the register stood. `isAdopted`: told to nobody through a birth family (X6). */
export const joinedChildSchema = z.strictObject({
  childId: childIdSchema,
  authority: authorityCodeSchema,
  why: z.enum(joinedBecause),
  relationships: z.array(z.strictObject({ adult: adultRefSchema, relationship: z.string() })),
  openStatus: z.enum(openStatusNames).nullable(),
  isAdopted: z.literal(true).optional(),
  ...stageShape,
})
export type JoinedChild = z.infer<typeof joinedChildSchema>
