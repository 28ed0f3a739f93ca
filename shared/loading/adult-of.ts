import { monthsBetween } from '../calendar/months.ts'
import { localIdSchema } from '../kernel/ids.ts'
import { present } from '../kernel/present.ts'
import type { RelatedAdult } from '../register/child.ts'
import { type AddressFact, addressesOf, spanOf } from './addresses-of.ts'
import type { Fact, Origin } from './fact.ts'
import type { FlawCode } from './flaws.ts'
import type { Noting } from './noting.ts'
import {
  emailsOf,
  namesOf,
  numberOf,
  type PersonFact,
  phonesOf,
  restrictedIn,
  sexIn,
  type ToldPerson,
  toldOf,
} from './person-of.ts'
import { dayOf, isPlaceholderDay, isYes, relationshipOf } from './values.ts'

export type RelationFact = Extract<Fact, { of: 'relation' }>

/** A relationship with all that rows tell of the adult. */
export type Related = {
  readonly relation: RelationFact
  readonly facts: readonly Fact[]
}

type Child = { readonly born: string | undefined; readonly nhsNumber: string | undefined }
export type AdultWorld = { readonly noting: Noting; readonly today: string; readonly child: Child }

const leastYears = 11

const birthOf = ({ told, origin }: ToldPerson, { noting, today }: AdultWorld) => {
  if (told.birth === undefined) return undefined
  const day = dayOf(told.birth)
  if (day !== undefined && !isPlaceholderDay(told.birth) && day <= today) return day
  noting.note('ADULT_BIRTH_WRONG', origin)
  return undefined
}

const yesNo = (text: string | undefined, origin: Origin, { note }: Noting) => {
  if (text === undefined || /^(?:unknown|u|not known|9)$/i.test(text)) return 'UNKNOWN'
  const read = isYes(text)
  if (read === undefined) note('YES_OR_NO_UNREADABLE', origin)
  if (read === undefined) return 'UNKNOWN'
  return read ? 'YES' : 'NO'
}

const relationshipIn = ({ told, origin }: RelationFact, { note }: Noting) => {
  if (told.relationship === 'FAMILY') {
    note('RELATION_UNSAID', origin)
    return 'OTHER'
  }
  const read = told.relationship === undefined ? undefined : relationshipOf(told.relationship)
  if (read === undefined) note('RELATION_UNREADABLE', origin)
  return read ?? 'OTHER'
}

const endOf = (relationTo: string | undefined, person: ToldPerson, { note }: Noting) => {
  const died = person.told.died === undefined ? undefined : dayOf(person.told.died)
  if (died === undefined) return relationTo
  note('ADULT_DIED', person.origin)
  return relationTo !== undefined && relationTo < died ? relationTo : died
}

const relationOf = (relation: RelationFact, person: ToldPerson, { noting }: AdultWorld) => {
  const { told, origin } = relation
  const { from, to } = spanOf(told, () => noting.note('RELATION_DATES', origin))
  return {
    relationship: relationshipIn(relation, noting),
    ...present({ relationshipStartedOn: from, relationshipEndedOn: endOf(to, person, noting) }),
    parentalResponsibility: yesNo(told.parentalResponsibility, origin, noting),
    livesWithChild: yesNo(told.livesWithChild, origin, noting),
  } as const
}

const isTooYoung = (relationship: string, born: string | undefined, child: Child): boolean =>
  (relationship === 'MOTHER' || relationship === 'FATHER') &&
  born !== undefined &&
  child.born !== undefined &&
  monthsBetween(born, child.born) < leastYears * 12

const numbersOf = (person: ToldPerson, { noting, child }: AdultWorld): string[] => {
  const number = numberOf(person, noting)
  if (number === undefined) return []
  if (number !== child.nhsNumber) return [number]
  noting.note('NHS_NUMBER_OF_ANOTHER', person.origin)
  return []
}

const placesOf = (facts: readonly Fact[], person: ToldPerson, { noting }: AdultWorld) => {
  const told = facts.filter((fact): fact is AddressFact => fact.of === 'address')
  const { addresses, isConfidential } = addressesOf(told, noting)
  const restricted = restrictedIn(person, 'restricted', noting)
  return { addresses, restricted: isConfidential ? true : restricted }
}

/** Who the adult of a relationship is; undefined where no row says, or says it of nobody who can be named. */
const personIn = ({ relation, facts }: Related, { noting }: AdultWorld): ToldPerson | undefined => {
  const { adult: id, origin, id: childId } = relation
  const people = facts.filter((fact): fact is PersonFact => fact.of === 'person')
  const person = toldOf(people, noting, 'ADULT_TOLD_DIFFERENTLY')
  const wrong: readonly (FlawCode | false)[] = [
    id === '' && 'ID_MISSING',
    id !== '' && !localIdSchema.safeParse(id).success && 'ID_UNFIT',
    id === childId && 'RELATION_TO_SELF',
    id !== '' && person === undefined && 'RELATION_WITHOUT_ADULT',
  ]
  for (const code of wrong) if (code !== false) noting.note(code, origin)
  return id === '' ? undefined : person
}

const restrictionOf = (restricted: boolean | undefined) =>
  restricted === undefined ? undefined : { address: restricted }

const saidRemoval = ({ told }: ToldPerson): true | undefined =>
  told.removal !== undefined && isYes(told.removal) === true ? true : undefined

/** An adult of a child, as the register takes one; undefined where nobody could be found by it. */
export const adultOf = (related: Related, world: AdultWorld): RelatedAdult | undefined => {
  const { noting, child } = world
  const { relation, facts } = related
  const person = personIn(related, world)
  if (person === undefined) return undefined
  const names = namesOf(person, noting)
  if (names.length === 0) {
    noting.note('ADULT_NAME_MISSING', person.origin)
    return undefined
  }
  const stated = relationOf(relation, person, world)
  const dateOfBirth = birthOf(person, world)
  if (isTooYoung(stated.relationship, dateOfBirth, child))
    noting.note('PARENT_TOO_YOUNG', relation.origin)
  const { addresses, restricted } = placesOf(facts, person, world)
  const sex = person.told.sex === undefined ? undefined : sexIn(person, noting)
  return {
    id: relation.adult,
    names,
    ...present({ dateOfBirth, sex }),
    addresses,
    nhsNumbers: numbersOf(person, world),
    phones: phonesOf(person, noting),
    emails: emailsOf(person, noting),
    ...present({ previousRemoval: saidRemoval(person), restricted: restrictionOf(restricted) }),
    ...stated,
  }
}
