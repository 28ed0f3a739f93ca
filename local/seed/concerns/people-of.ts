import { localCodes } from '../../../infra/stages/local.ts'
import type { ConcernInput, Relationship } from '../seed-types.ts'
import type { Cast } from './casting.ts'
import type { Told } from './concern-spec.ts'
import { asRegistered } from './known-as.ts'

/** The part of a concern that says who it is about. */
export type People = Pick<
  ConcernInput,
  'authority' | 'subject' | 'otherAdults' | 'children' | 'whyChildrenUnknown'
>
type Related = NonNullable<ConcernInput['children'][number]['relationships']>

const subjectsRelationship = ({ standsAs }: Told, { adult }: Cast): Relationship =>
  standsAs ?? adult.relationship

const relationshipsIn = (told: Told, cast: Cast): Related => {
  const { adult } = cast
  const subject = {
    adult: 'subject',
    relationship: subjectsRelationship(told, cast),
    livesWithChild: adult.livesWithChild,
  } as const
  if (told.withParent !== true) return [subject]
  const { relationship, livesWithChild } = adult
  return [subject, { adult: 'otherAdults/0', relationship, livesWithChild }]
}

const namedBy = (told: Told, cast: Cast): ConcernInput['children'] => {
  const { naming } = told
  const count = naming === 'none' ? 0 : naming === 'all' ? cast.children.length : 1
  return cast.children.slice(0, count).map(({ name, dateOfBirth, expectedDateOfDelivery }) => ({
    name,
    dateOfBirth,
    expectedDateOfDelivery,
    relationships: relationshipsIn(told, cast),
  }))
}

const contactOf = ({ livesWithChild }: Cast['adult']) =>
  livesWithChild === 'YES' ? 'RESIDENT' : 'WEEKLY'

const othersIn = ({ withParent }: Told, { adult }: Cast): ConcernInput['otherAdults'] =>
  withParent !== true
    ? []
    : [
        {
          ...asRegistered(adult),
          relationshipToChild: adult.relationship,
          relationshipToSubject: 'PARTNER',
          parentalResponsibility: adult.parentalResponsibility,
          contactLevel: contactOf(adult),
        },
      ]

const authorityIn = ({ isElsewhere }: Told, { authority }: Cast): ConcernInput['authority'] =>
  isElsewhere === true ? (localCodes.find((code) => code !== authority) ?? authority) : authority

/** A family of the register as another agency would describe it. */
export const peopleOf = (told: Told, cast: Cast): People => {
  const { adult } = cast
  const children = namedBy(told, cast)
  return {
    authority: authorityIn(told, cast),
    subject: {
      ...(told.knownAs ?? []).reduce((known, change) => change(known, adult), asRegistered(adult)),
      relationshipToChild: subjectsRelationship(told, cast),
      parentalResponsibility: told.standsAs === undefined ? adult.parentalResponsibility : 'NO',
      contactLevel: contactOf(adult),
    },
    otherAdults: othersIn(told, cast),
    children,
    ...(children.length === 0 && {
      whyChildrenUnknown: 'Has spoken of children at home; names not yet asked.',
    }),
  }
}
