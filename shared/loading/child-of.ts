import type { AuthorityCode } from '../agencies/authorities.ts'
import { present } from '../kernel/present.ts'
import { type Child, mostAdults, type RelatedAdult } from '../register/child.ts'
import { addressesOf, spanOf } from './addresses-of.ts'
import { adultOf, type Related } from './adult-of.ts'
import { type Birth, birthOf } from './birth-of.ts'
import type { Fact, Origin } from './fact.ts'
import type { Noting } from './noting.ts'
import {
  namesOf,
  numberOf,
  type PersonFact,
  restrictedIn,
  sexIn,
  type ToldPerson,
  toldOf,
} from './person-of.ts'
import { withoutRepeats } from './relations.ts'
import { type StatusFact, statusesOf } from './statuses-of.ts'
import { pupilNumberOf } from './values.ts'

export type ChildWorld = {
  readonly authority: AuthorityCode
  readonly today: string
  readonly noting: Noting
}

/** All that rows tell of one person taken for a child. */
export type ToldChild = { readonly facts: readonly Fact[]; readonly adults: readonly Related[] }

const only = <Of extends Fact['of']>(facts: readonly Fact[], of: Of) =>
  facts.filter((fact): fact is Extract<Fact, { of: Of }> => fact.of === of)

const nameOf = (person: ToldPerson, isBorn: boolean, noting: Noting) => {
  const [name, ...others] = namesOf(person, noting)
  if (name === undefined && isBorn) noting.note('NAME_MISSING', person.origin)
  const isWhole = name?.given !== undefined && name.family !== undefined
  if (name !== undefined && !isWhole && isBorn) noting.note('NAME_IN_PART', person.origin)
  return { ...present({ name }), alsoKnownAs: others }
}

const sexOf = (person: ToldPerson, isBorn: boolean, noting: Noting): 'M' | 'F' | 'U' => {
  const sex = sexIn(person, noting)
  if (isBorn || sex === 'U') return sex
  noting.note('SEX_OF_UNBORN', person.origin)
  return 'U'
}

const pupilOf = ({ told, origin }: ToldPerson, { note }: Noting): string | undefined => {
  if (told.pupilNumber === undefined) return undefined
  const read = pupilNumberOf(told.pupilNumber)
  if (read === undefined) note('UPN_WRONG', origin)
  return read
}

type Text = { readonly text: string | undefined; readonly most: number; readonly origin: Origin }

const shortText = ({ text, most, origin }: Text, { note }: Noting): string | undefined => {
  if (text === undefined || text.length <= most) return text
  note('TEXT_TOO_LONG', origin)
  return undefined
}

/** The team that works with the child now, of the involvements the one that began last. */
const teamOf = (facts: readonly Fact[], person: ToldPerson, { noting, today }: ChildWorld) => {
  const involved = only(facts, 'team')
    .map(({ told, origin }) => ({ team: told.team, origin, ...spanOf(told, () => undefined) }))
    .filter(({ team, to }) => team !== undefined && (to === undefined || to > today))
    .toSorted((one, other) =>
      `${one.from ?? ''} ${one.team ?? ''}` < `${other.from ?? ''} ${other.team ?? ''}` ? 1 : -1,
    )
  const [newest] = involved
  const text = person.told.team ?? newest?.team
  return shortText({ text, most: 100, origin: newest?.origin ?? person.origin }, noting)
}

const rankOf = ({ relationship, relationshipEndedOn }: RelatedAdult): number =>
  (relationshipEndedOn === undefined ? 0 : 2) +
  (relationship === 'MOTHER' || relationship === 'FATHER' ? 0 : 1)

const textOf = (adult: RelatedAdult): string =>
  `${rankOf(adult)} ${adult.id} ${9 - (adult.relationshipStartedOn?.length ?? 0)} ${JSON.stringify(adult)}`

/** Each adult once; whoever is related by a family alone gives way to what says how. */
const adultsOf = (
  related: readonly Related[],
  world: ChildWorld,
  child: Birth & { readonly nhsNumber: string | undefined },
) => {
  const { noting, today } = world
  const said = new Set(
    related
      .filter(({ relation }) => relation.told.relationship !== 'FAMILY')
      .map(({ relation }) => relation.adult),
  )
  const told = related.filter(
    ({ relation }) => relation.told.relationship !== 'FAMILY' || !said.has(relation.adult),
  )
  const made = withoutRepeats(told).flatMap((one) => {
    const adult = adultOf(one, {
      noting,
      today,
      child: { born: child.dateOfBirth, nhsNumber: child.nhsNumber },
    })
    return adult === undefined ? [] : [{ adult, origin: one.relation.origin }]
  })
  const byId = new Map<string, RelatedAdult>()
  for (const { adult, origin } of made.toSorted((one, other) =>
    textOf(one.adult) < textOf(other.adult) ? -1 : 1,
  )) {
    const before = byId.get(adult.id)
    if (before === undefined) byId.set(adult.id, adult)
    else if (JSON.stringify(before) !== JSON.stringify(adult)) noting.note('RELATION_TWICE', origin)
  }
  const [first] = made
  if (byId.size > mostAdults && first !== undefined) noting.note('ADULTS_TOO_MANY', first.origin)
  return [...byId.values()].slice(0, mostAdults)
}

type Restricting = { readonly person: ToldPerson; readonly isConfidential: boolean }

const restrictionOf = ({ person, isConfidential }: Restricting, noting: Noting) => {
  const address = isConfidential ? true : restrictedIn(person, 'restricted', noting)
  const sensitiveService = restrictedIn(person, 'sensitive', noting)
  const said = present({ address, sensitiveService })
  return Object.keys(said).length === 0 ? undefined : said
}

type Parts = { readonly person: ToldPerson; readonly birth: Birth; readonly told: ToldChild }

const childWith = ({ person, birth, told }: Parts, world: ChildWorld): Child | undefined => {
  const { noting, authority, today } = world
  const { facts, adults: related } = told
  const isBorn = birth.dateOfBirth !== undefined
  const statuses = statusesOf(only(facts, 'status') satisfies StatusFact[], noting, today)
  if (statuses === undefined) {
    if (!noting.isRefused()) noting.note('STATUS_MISSING', person.origin)
    return undefined
  }
  const { addresses, isConfidential } = addressesOf(only(facts, 'address'), noting)
  const nhsNumber = numberOf(person, noting)
  const adults = adultsOf(related, world, { ...birth, nhsNumber })
  if (adults.length === 0) noting.note('NO_ADULTS', person.origin)
  const { school, gp } = person.told
  const { origin } = person
  return {
    authority,
    ...nameOf(person, isBorn, noting),
    ...birth,
    sex: sexOf(person, isBorn, noting),
    ...present({ nhsNumber, uniquePupilNumber: pupilOf(person, noting) }),
    status: statuses.status,
    earlierStatuses: [...statuses.earlierStatuses],
    ...present({
      allocatedTeam: teamOf(facts, person, world),
      school: shortText({ text: school, most: 200, origin }, noting),
      gp: shortText({ text: gp, most: 200, origin }, noting),
      restricted: restrictionOf({ person, isConfidential }, noting),
    }),
    addresses,
    writtenAgreements: [],
    adults,
  }
}

/** A child as the register takes one, of all that rows tell; undefined where what is wrong with them refuses it. */
export const childOf = (told: ToldChild, world: ChildWorld): Child | undefined => {
  const { noting, today } = world
  const people: readonly PersonFact[] = only(told.facts, 'person')
  const person = toldOf(people, noting, 'PERSON_TWICE')
  const [first] = told.facts
  if (person === undefined) {
    if (first !== undefined) noting.note('PERSON_UNKNOWN', first.origin)
    return undefined
  }
  if (person.told.died !== undefined) noting.note('CHILD_DIED', person.origin)
  const birth = birthOf(person, noting, today)
  if (birth === undefined) return undefined
  const child = childWith({ person, birth, told }, world)
  return noting.isRefused() ? undefined : child
}
