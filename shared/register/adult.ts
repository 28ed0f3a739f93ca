import * as z from 'zod'
import { authorityCodeSchema } from '../agencies/authorities.ts'
import { personShape } from '../people/person.ts'

/** A restriction that is sent as `true` begins; `false`, like nothing, leaves it as it stands. */
export const restrictionSchema = z.boolean().optional()

/** What an authority says of an adult, alone or with a child. Nothing that is left out is taken away. */
export const adultShape = {
  ...personShape,
  previousRemoval: z.boolean().optional().meta({
    description:
      'A child of this adult was looked after, adopted, placed by an order or under special guardianship. `false` takes nothing back',
  }),
  restricted: z.strictObject({ address: restrictionSchema }).optional(),
} as const

/** An adult as an authority records them by themselves. */
export const adultSchema = z
  .strictObject({
    authority: authorityCodeSchema.meta({ description: 'Must be the caller’s own' }),
    ...adultShape,
  })
  .meta({ id: 'Adult' })
export type Adult = z.infer<typeof adultSchema>

/** The facts among them, wherever they were sent. */
export type ToldAdult = Omit<Adult, 'authority'>
