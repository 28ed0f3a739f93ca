import * as z from 'zod'
import { present } from '../kernel/present.ts'
import { addressSchema, personNameSchema } from '../people/person.ts'
import { reasonSchema } from './correction-note.ts'
import { addressKey, nameKey, textKey } from './keep-all.ts'
import type { AdultFacts } from './merge-adult.ts'
import { type Corrected, createTaking } from './taking.ts'

export const isWrong = z.literal(true).optional()
export const wrongTexts = z.array(z.string().min(1).max(254)).min(1).max(32).optional()
export const wrongNames = z.array(personNameSchema).min(1).max(32).optional()
export const wrongAddresses = z.array(addressSchema).min(1).max(32).optional()
export const isSomething = (remove: object): boolean => Object.keys(remove).length > 0

/** What was recorded of an adult and is wrong, as it stands in the record; dates of an address need not be repeated. */
export const adultCorrectionSchema = z
  .strictObject({
    remove: z
      .strictObject({
        names: wrongNames,
        addresses: wrongAddresses,
        nhsNumbers: wrongTexts,
        phones: wrongTexts,
        emails: wrongTexts,
        dateOfBirth: isWrong,
        sex: isWrong,
        previousRemoval: isWrong,
      })
      .refine(isSomething, { error: 'name what is wrong' }),
    reason: reasonSchema,
  })
  .meta({ id: 'AdultCorrection' })
export type AdultCorrection = z.infer<typeof adultCorrectionSchema>

/** The facts without what is wrong in them. One name must stay. */
export const correctAdult = (
  { person, previousRemoval, restricted }: AdultFacts,
  { remove }: Pick<AdultCorrection, 'remove'>,
): Corrected<AdultFacts> => {
  const { list, one, note, refused } = createTaking()
  const facts: AdultFacts = {
    person: {
      names: list('names', person.names, { wrong: remove.names, keyOf: nameKey }),
      ...present({
        dateOfBirth: one('dateOfBirth', person.dateOfBirth, remove.dateOfBirth),
        sex: one('sex', person.sex, remove.sex),
      }),
      addresses: list('addresses', person.addresses, {
        wrong: remove.addresses,
        keyOf: addressKey,
      }),
      nhsNumbers: list('nhsNumbers', person.nhsNumbers, {
        wrong: remove.nhsNumbers,
        keyOf: textKey,
      }),
      phones: list('phones', person.phones, { wrong: remove.phones, keyOf: textKey }),
      emails: list('emails', person.emails, { wrong: remove.emails, keyOf: textKey }),
    },
    previousRemoval:
      one('previousRemoval', previousRemoval || undefined, remove.previousRemoval) ?? false,
    restricted,
  }
  if (facts.person.names.length === 0) note('names')
  return refused.length > 0 ? { kind: 'refused', fields: refused } : { kind: 'corrected', facts }
}
