import * as z from 'zod'
import { adultIdSchema, childIdSchema } from '../kernel/ids.ts'
import { personSchema } from '../people/person.ts'
import { childSchema, relationships } from './child.ts'

/** A child as the register keeps it. `version` counts writes from 1 and guards each of them. */
export const storedChildSchema = z.strictObject({
  childId: childIdSchema,
  version: z.int().min(1),
  child: childSchema,
  adultIds: z.array(adultIdSchema),
  recordedAt: z.iso.datetime(),
})
export type StoredChild = z.infer<typeof storedChildSchema>

/** Whether the record joins a birth family to an adoptive one, and so may be told to neither. */
export const isAdopted = ({ status, restricted }: StoredChild['child']): boolean =>
  status === 'ADOPTED' || restricted.adopted

/** What an adult's record says of each child: enough to use the children as evidence without reading theirs. */
const childLinkSchema = z.strictObject({
  childId: childIdSchema,
  relationship: z.enum(relationships),
  hidesAddress: z.boolean(),
  given: z.string().optional(),
  family: z.string().optional(),
  dateOfBirth: z.string().optional(),
  expectedDateOfDelivery: z.string().optional(),
})
export type ChildLink = z.infer<typeof childLinkSchema>

/** An adult, once per authority, however many children depend on them. `keys` are the hashed keys of the match index. */
export const storedAdultSchema = z.strictObject({
  adultId: adultIdSchema,
  version: z.int().min(1),
  person: personSchema,
  previousRemoval: z.boolean(),
  children: z.array(childLinkSchema),
  keys: z.array(z.string()),
})
export type StoredAdult = z.infer<typeof storedAdultSchema>
