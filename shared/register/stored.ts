import * as z from 'zod'
import { adultIdSchema, childIdSchema } from '../kernel/ids.ts'
import { nhsNumberSchema } from '../people/nhs-number.ts'
import { addressSchema, personNameSchema, personShape } from '../people/person.ts'
import { childFactsShape, mostAdults, relationShape, relationships } from './child.ts'
import { childStatusSchema } from './child-status.ts'
import { correctionNoteSchema } from './correction-note.ts'
import { proposedLiftingSchema } from './lifting.ts'
import { loadedSchema } from './loaded.ts'
import { writtenAgreementSchema } from './written-agreement.ts'

/** What every record has: when and how often it was written, under which keys it is found, and what was taken back of it. */
const recordShape = {
  /** Counts what was recorded, from 1. */
  version: z.int().min(1),
  /** Hashed keys of the match index, in order. An index row counts only while its key stands here. */
  keys: z.array(z.string()),
  corrections: z.array(correctionNoteSchema),
  lifting: proposedLiftingSchema.optional(),
  /** Nobody real: whoever finds this record or reads it is looked into (policy §9.9). Never shown. */
  isCanary: z.literal(true).optional(),
} as const

/** An adult's relationship to the child whose record this stands in. */
const relationSchema = z.strictObject({ adultId: adultIdSchema, ...relationShape })
export type Relation = z.infer<typeof relationSchema>

const registeredChildSchema = z.strictObject({
  ...childFactsShape,
  alsoKnownAs: z.array(personNameSchema),
  formerNhsNumbers: z.array(nhsNumberSchema),
  earlierStatuses: z.array(childStatusSchema),
  restricted: z.strictObject({
    address: z.boolean(),
    adopted: z.boolean(),
    sensitiveService: z.boolean(),
  }),
  addresses: z.array(addressSchema),
  writtenAgreements: z.array(writtenAgreementSchema),
})
/** All that was recorded of a child and not taken back, the newest first. */
export type RegisteredChild = z.infer<typeof registeredChildSchema>

/** What an adult is evidence of, for whoever looks for the child: a copy, kept current like the keys. */
const adultEvidenceSchema = z.strictObject({
  adultId: adultIdSchema,
  names: z.array(z.strictObject({ given: z.string().optional(), family: z.string().optional() })),
  dateOfBirth: z.string().optional(),
  isHidden: z.boolean(),
})
export type AdultEvidence = z.infer<typeof adultEvidenceSchema>

/** A child as the register keeps it. `adultEvidence` is for matching alone, and stands in no view. */
export const storedChildSchema = z.strictObject({
  childId: childIdSchema,
  ...recordShape,
  child: registeredChildSchema,
  adults: z.array(relationSchema).max(mostAdults),
  adultEvidence: z.array(adultEvidenceSchema).max(mostAdults),
  recordedAt: z.iso.datetime(),
  loaded: loadedSchema.optional(),
})
export type StoredChild = z.infer<typeof storedChildSchema>

/** Whether the record joins a birth family to an adoptive one, and so may be told to neither. */
export const isAdopted = ({
  status,
  restricted,
}: Pick<RegisteredChild, 'status' | 'restricted'>): boolean =>
  status.code === 'ADOPTED' || restricted.adopted

/** What an adult's record says of each child: enough to use the children as evidence without reading theirs. */
const childLinkSchema = z.strictObject({
  childId: childIdSchema,
  relationship: z.enum(relationships),
  endedOn: z.string().optional(),
  hidesAddress: z.boolean(),
  /** An adopted child who does not live with this adult: the link is never told, and names nobody. */
  isAdoptedAway: z.literal(true).optional(),
  given: z.string().optional(),
  family: z.string().optional(),
  dateOfBirth: z.string().optional(),
  expectedDateOfDelivery: z.string().optional(),
})
export type ChildLink = z.infer<typeof childLinkSchema>

const registeredPersonSchema = z.strictObject({
  names: z.array(personNameSchema).min(1),
  dateOfBirth: personShape.dateOfBirth,
  sex: personShape.sex,
  addresses: z.array(addressSchema),
  nhsNumbers: z.array(nhsNumberSchema),
  phones: z.array(z.string()),
  emails: z.array(z.string()),
})
/** All that was recorded of an adult and not taken back: the first of each list is the current one. */
export type RegisteredPerson = z.infer<typeof registeredPersonSchema>

/** An adult, once per authority, however many children depend on them. */
export const storedAdultSchema = z.strictObject({
  adultId: adultIdSchema,
  ...recordShape,
  person: registeredPersonSchema,
  /** Stated, or derived from a child at any time since (policy §1.3). */
  previousRemoval: z.boolean(),
  restricted: z.strictObject({ address: z.boolean() }),
  children: z.array(childLinkSchema),
})
export type StoredAdult = z.infer<typeof storedAdultSchema>
