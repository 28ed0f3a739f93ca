import { bornOn, daysFrom, isoOf, yearsInDays } from '../../people/calendar.ts'
import { bornName, type CoupleNames, drawLine } from '../../people/family-names.ts'
import { nhsNumberOf, telephoneOf } from '../../people/invented-numbers.ts'
import type { Habit } from '../../people/names/habit.ts'
import { nicknamesOf } from '../../people/names/nicknames.ts'
import type { Person } from '../../people/people-types.ts'
import { makePerson, type Wanted } from '../../people/person.ts'
import type { Random } from '../../people/random.ts'
import type { Issuer } from '../issuer.ts'
import type { AddressInput, AdultInput, NameInput } from '../seed-types.ts'
import type { FamilyKind } from './family-kinds.ts'

type Member = FamilyKind['members'][number]

/** What everybody of one household has in common. */
export type Setting = {
  readonly random: Random
  readonly issuer: Issuer
  readonly today: Date
  readonly habit: Habit
  readonly names: CoupleNames
  readonly homes: readonly AddressInput[]
  /** Age in years of the oldest child, which bounds the ages of the adults. */
  readonly oldest: number
  readonly landline: string | undefined
}

const agesOver: Readonly<Partial<Record<Member['as'], readonly [number, number]>>> = {
  GRANDPARENT: [38, 62],
  CARER: [28, 58],
  SIBLING: [3, 9],
  FATHER: [18, 44],
}

type FamilyOf = Pick<Wanted, 'family' | 'formerFamily'>

const familyOf = ({ names, random, habit }: Setting, { as, sex }: Member): FamilyOf => {
  const { line, woman } = names
  if (as === 'MOTHER') return woman
  if (as === 'FATHER') return { family: line }
  const isOfMother = as === 'GRANDPARENT' || as === 'SIBLING'
  if (isOfMother && (sex === 'F' || habit.feminine === undefined))
    return { family: woman.formerFamily ?? woman.family }
  return { family: bornName(random, habit, { line: drawLine(random, habit), sex }) }
}

/** One adult as they are. */
export const makeGrown = (setting: Setting, member: Member): Person => {
  const { random, issuer, today, habit, oldest } = setting
  const [least, most] = agesOver[member.as] ?? [17, 38]
  const years = Math.max(18, oldest + random.between(least, most))
  const born = bornOn(daysFrom(today, -yearsInDays(years) - random.between(1, 360)))
  return makePerson(random, {
    ...familyOf(setting, member),
    serial: issuer.serials(1),
    habit,
    sex: member.sex,
    year: born.year,
    born,
  })
}

// Two names keep a child with three adults within one transaction's writes.
const mostNames = 2

/** What a register holds of one adult's names, the current one first: former name, own script, what others call them. */
const namesOf = ({ random, habit }: Setting, person: Person): NameInput[] => {
  const { family, formerFamily } = person
  const called = person.given[person.called] ?? ''
  const names: NameInput[] = [{ given: person.given.join(' '), family }]
  if (formerFamily !== undefined && formerFamily !== family && random.chance(0.6))
    names.push({ given: called, family: formerFamily })
  const original = habit.ownScript?.get(called)
  if (original !== undefined && random.chance(0.6))
    names.push({ given: original, family: habit.ownScript?.get(family) ?? family })
  const [nickname] = nicknamesOf(called)
  if (nickname !== undefined && random.chance(0.2)) names.push({ given: nickname, family })
  return names.slice(0, mostNames)
}

/** Full for nearly everybody; otherwise the month or the year alone, never an invented first of January. */
const toldBirth = (random: Random, { born }: Person): string | undefined => {
  if (random.chance(0.03)) return undefined
  const day = isoOf(born)
  if (day.endsWith('-01-01') || random.chance(0.02)) return day.slice(0, 4)
  return random.chance(0.02) ? day.slice(0, 7) : day
}

const known = (random: Random, share: number, text: string): string[] =>
  text !== '' && random.chance(share) ? [text] : []

/** One adult of a household, with what a register would know of them: never quite everything. */
export const recordAdult = (
  setting: Setting,
  { member, person }: { readonly member: Member; readonly person: Person },
  homes: readonly AddressInput[],
): AdultInput => {
  const { random, issuer, landline } = setting
  const isApart = member.isApart === true
  const dateOfBirth = toldBirth(random, person)
  return {
    id: issuer.adultId(),
    names: namesOf(setting, person),
    ...(dateOfBirth !== undefined && { dateOfBirth }),
    sex: member.sex,
    addresses: [...homes],
    nhsNumbers: known(random, 0.72, nhsNumberOf(person.serial)),
    phones: [
      ...known(random, 0.6, telephoneOf(person.serial)),
      ...(isApart || landline === undefined ? [] : [landline]),
    ],
    emails: known(random, 0.6, person.email),
    relationship: member.as,
    parentalResponsibility:
      member.parentalResponsibility ?? (member.as === 'SIBLING' ? 'NO' : 'YES'),
    livesWithChild: isApart ? 'NO' : 'YES',
    previousRemoval: member.previousRemoval === true || random.chance(0.04),
  }
}
