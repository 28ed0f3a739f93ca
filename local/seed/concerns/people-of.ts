import type { ConcernInput } from '../seed-types.ts'
import type { Cast } from './casting.ts'
import type { Told } from './concern-spec.ts'
import { asRegistered } from './known-as.ts'

/** The part of a concern that says who it is about. */
export type People = Pick<ConcernInput, 'authority' | 'subject' | 'children' | 'whyChildrenUnknown'>

const namedBy = ({ naming }: Told, { children, adult }: Cast): ConcernInput['children'] => {
  const count = naming === 'none' ? 0 : naming === 'all' ? children.length : 1
  return children.slice(0, count).map(({ name, dateOfBirth, expectedDateOfDelivery }) => ({
    name,
    dateOfBirth,
    expectedDateOfDelivery,
    relationships: [
      {
        adult: 'subject' as const,
        relationship: adult.relationship,
        livesWithChild: adult.livesWithChild,
      },
    ],
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
      relationshipToChild: adult.relationship,
      parentalResponsibility: adult.parentalResponsibility,
      contactLevel: adult.livesWithChild === 'YES' ? 'RESIDENT' : 'WEEKLY',
    },
    children,
    ...(children.length === 0 && {
      whyChildrenUnknown: 'Has spoken of children at home; names not yet asked.',
    }),
  }
}
