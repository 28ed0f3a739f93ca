import { borne, bornName, drawLine, namesOfCouple } from '../../local/people/family-names.ts'
import type { Habit } from '../../local/people/names/habit.ts'
import { drawHabit, minorityShare } from '../../local/people/names/origins.ts'
import { firstYear, lastAdultYear, type Person, type Sex } from '../../local/people/people-types.ts'
import { makePerson } from '../../local/people/person.ts'
import type { Random } from '../../local/people/random.ts'
import type { HouseholdKind } from './household-kinds.ts'

export type Setting = {
  readonly random: Random
  readonly kind: HouseholdKind
  readonly habit: Habit
  readonly firstSerial: number
}

export type Adults = {
  readonly people: readonly Person[]
  readonly mother: Person | undefined
  readonly father: Person | undefined
  /** The name that goes to the children. */
  readonly line: string
}

const yearsOf = {
  young: [1976, 2005],
  middle: [1970, 2001],
  old: [1934, 1976],
  any: [1942, 2007],
} as const

/** Of parents and of the old, the middle years are commoner than the ends. */
const drawYear = (random: Random, ages: HouseholdKind['ages']): number => {
  const [first, last] = yearsOf[ages]
  if (ages === 'young' || ages === 'any') return random.between(first, last)
  return Math.floor(first + ((random.fraction() + random.fraction()) / 2) * (last - first + 1))
}

/** Somebody who lives alone, with their children, or with others who are no relatives. */
const alone = (setting: Setting, at: number): Person => {
  const { random, kind, habit, firstSerial } = setting
  const womenShare = kind.children > 0 ? 0.86 : 0.5
  const sex: Sex = random.chance(womenShare) ? 'F' : 'M'
  const year = drawYear(random, kind.ages)
  const born = bornName(random, habit, { line: drawLine(random, habit), sex })
  // Many of the widowed, divorced and separated bear the name of the marriage.
  const wasMarried = sex === 'F' && year < 1985 && random.chance(habit.takesNameShare * 0.7)
  const family = wasMarried ? borne(habit, drawLine(random, habit), sex) : born
  const formerFamily = wasMarried ? born : undefined
  return makePerson(random, {
    serial: firstSerial + at,
    habit,
    sex,
    year,
    family,
    formerFamily,
  })
}

const mixedShare = 0.07

const couple = (setting: Setting): Adults => {
  const { random, kind, habit, firstSerial } = setting
  const year = drawYear(random, kind.ages)
  const hers = random.chance(mixedShare) ? drawHabit(random, minorityShare) : habit
  const { line, woman: names } = namesOfCouple(random, habit, hers)
  const man = makePerson(random, {
    serial: firstSerial,
    habit,
    sex: 'M',
    year,
    family: line,
  })
  const woman = makePerson(random, {
    ...names,
    serial: firstSerial + 1,
    habit: hers,
    sex: 'F',
    year: Math.max(firstYear, Math.min(lastAdultYear, year + random.between(-4, 7))),
    housePhone: man.phone,
  })
  return { people: [man, woman], mother: woman, father: man, line }
}

export const makeAdults = (setting: Setting): Adults => {
  if (setting.kind.bond === 'couple') return couple(setting)
  const person = alone(setting, 0)
  const isMother = person.sex === 'F'
  return {
    people: [person],
    mother: isMother ? person : undefined,
    father: isMother ? undefined : person,
    line: person.family,
  }
}

/** A parent of one of the couple, who has moved in; or people who share a house. */
export const makeOthers = (setting: Setting, adults: Adults): readonly Person[] => {
  const { random, kind, habit, firstSerial } = setting
  const next = firstSerial + adults.people.length
  const lodgers = Array.from({ length: kind.lodgers ?? 0 }, (_, at) =>
    alone({ ...setting, habit: drawHabit(random, minorityShare) }, adults.people.length + at),
  )
  if (kind.hasGrandparent !== true) return lodgers
  const sex: Sex = random.chance(0.7) ? 'F' : 'M'
  const isHis = random.chance(0.6)
  const child = isHis ? adults.father : adults.mother
  const family = borne(habit, (isHis ? undefined : child?.formerFamily) ?? child?.family ?? '', sex)
  const year = (child?.born.year ?? 1980) - random.between(20, 38)
  const housePhone = adults.people[0]?.phone ?? ''
  const formerFamily = sex === 'F' ? drawLine(random, habit) : undefined
  return [
    makePerson(random, {
      serial: next,
      habit,
      sex,
      year: Math.max(firstYear, year),
      family,
      formerFamily,
      housePhone,
    }),
  ]
}
