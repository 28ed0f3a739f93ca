import type { ConcernInput, Relationship, SubjectInput } from '../seed-types.ts'
import type { Cast } from './casting.ts'
import type { Told } from './concern-spec.ts'
import { asRegistered } from './known-as.ts'

/** The part of a concern that says who it is about. */
export type People = Pick<ConcernInput, 'authority' | 'subject' | 'children' | 'whyChildrenUnknown'>

/** A concern has fewer words for relationships than a register. */
const asSeenByService: Readonly<Record<Relationship, SubjectInput['relationshipToChild']>> = {
  MOTHER: 'MOTHER',
  FATHER: 'FATHER',
  STEP_PARENT: 'STEP_PARENT',
  PARTNER_OF_PARENT: 'PARTNER_OF_PARENT',
  GRANDPARENT: 'GRANDPARENT',
  SIBLING: 'OTHER_RELATIVE',
  OTHER_RELATIVE: 'OTHER_RELATIVE',
  CARER: 'OTHER',
  OTHER: 'OTHER',
}

const namedBy = ({ naming }: Told, { children, adult }: Cast): ConcernInput['children'] => {
  const count = naming === 'none' ? 0 : naming === 'all' ? children.length : 1
  return children.slice(0, count).map(({ name, dateOfBirth, expectedDateOfDelivery }) => ({
    name,
    dateOfBirth,
    expectedDateOfDelivery,
    livesWithSubject: adult.livesWithChild,
  }))
}

/** A family of the register as another agency would describe it. */
export const peopleOf = (told: Told, cast: Cast): People => {
  const { adult, authority } = cast
  const children = namedBy(told, cast)
  return {
    authority,
    subject: {
      ...(told.knownAs ?? []).reduce((known, change) => change(known, adult), asRegistered(adult)),
      relationshipToChild: asSeenByService[adult.relationship],
      parentalResponsibility: adult.parentalResponsibility,
      contactLevel: adult.livesWithChild === 'YES' ? 'RESIDENT' : 'WEEKLY',
    },
    children,
    ...(children.length === 0 && {
      whyChildrenUnknown: 'Has spoken of children at home; names not yet asked.',
    }),
  }
}
