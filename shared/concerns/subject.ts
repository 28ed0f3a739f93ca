import * as z from 'zod'
import { keysOf } from '../kernel/keys-of.ts'
import { personShape } from '../people/person.ts'

type Row = {
  /** A relative in the meaning of the Act: by blood, marriage or a home shared as if married. */
  readonly isRelative: boolean
}

/** How the adult of a concern stands to the child. @see Domestic Abuse Act 2021, s.3 */
export const relationshipsToChild = {
  MOTHER: { isRelative: true },
  FATHER: { isRelative: true },
  STEP_PARENT: { isRelative: true },
  PARTNER_OF_PARENT: { isRelative: true },
  GRANDPARENT: { isRelative: true },
  OTHER_RELATIVE: { isRelative: true },
  OTHER: { isRelative: false },
  UNKNOWN: { isRelative: false },
} as const satisfies Record<string, Row>

/** The adult whom a concern is about, told from others by a date of birth or an address at least. */
export const subjectSchema = z
  .strictObject({
    ...personShape,
    relationshipToChild: z.enum(keysOf(relationshipsToChild)),
    parentalResponsibility: z.enum(['YES', 'NO', 'UNKNOWN']).default('UNKNOWN'),
    contactLevel: z.enum(['NONE', 'OCCASIONAL', 'WEEKLY', 'OVERNIGHT', 'RESIDENT', 'UNKNOWN']),
  })
  .refine((subject) => subject.dateOfBirth !== undefined || subject.addresses.length > 0, {
    error: 'give a date of birth or an address, so that the person can be told from others',
    path: ['dateOfBirth'],
  })
