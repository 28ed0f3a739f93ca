import { keysOf } from '../kernel/keys-of.ts'

type Row = {
  /** A relative in the meaning of the Act: by blood, marriage or a home shared as if married. */
  readonly isRelative: boolean
}

/** How an adult stands to a child, in a concern. @see Domestic Abuse Act 2021, s.3 */
export const relationshipsToChild = {
  MOTHER: { isRelative: true },
  FATHER: { isRelative: true },
  STEP_PARENT: { isRelative: true },
  PARTNER_OF_PARENT: { isRelative: true },
  GRANDPARENT: { isRelative: true },
  SIBLING: { isRelative: true },
  OTHER_RELATIVE: { isRelative: true },
  CARER: { isRelative: false },
  OTHER: { isRelative: false },
  UNKNOWN: { isRelative: false },
} as const satisfies Record<string, Row>
export const relationshipToChildCodes = keysOf(relationshipsToChild)

/** How another adult of a concern stands to its subject. */
export const relationshipsToSubject = [
  'PARTNER',
  'FORMER_PARTNER',
  'PARENT',
  'SIBLING',
  'ADULT_CHILD',
  'OTHER_RELATIVE',
  'HOUSEHOLD_MEMBER',
  'OTHER',
  'UNKNOWN',
] as const
