import { type AddressLine, linesIn, readLine } from './address-line.ts'
import { directions, isOfFlats, isStreetWord } from './address-words.ts'

/** The house within its place. `unit` is the part of it, outer and inner joined; `building` its name. */
export type HouseAndStreet = {
  readonly number: string | undefined
  readonly unit: string | undefined
  readonly building: string | undefined
  /** The building has many homes by its name: without a part of it, nobody's home is told. */
  readonly isOfFlats: boolean
  readonly streetWords: readonly string[]
}

type Name = {
  readonly words: readonly string[]
  readonly field: 'house' | 'street'
  readonly isAfterNumber: boolean
}
type Line = AddressLine & { readonly field: Name['field'] }

const isStreet = ({ words }: Name): boolean => {
  const last = words.at(-1) ?? ''
  return isStreetWord(last) || (directions.has(last) && isStreetWord(words.at(-2) ?? ''))
}

const namesOf = ({ before, after, field }: Line): readonly Name[] =>
  [
    { words: before, field, isAfterNumber: false },
    { words: after, field, isAfterNumber: true },
  ].filter(({ words }) => words.length > 0)

/** The street: behind a number rather than not, called a street rather than not, and never a line of the house's field where there are others. */
const streetAmong = (names: readonly Name[], hasHouse: boolean): Name | undefined => {
  const ofStreet = names.filter(({ field }) => field === 'street')
  if (ofStreet.length === 0) return names.find((name) => name.isAfterNumber || isStreet(name))
  const numbered = ofStreet.filter(({ isAfterNumber }) => isAfterNumber)
  return (
    numbered.find(isStreet) ??
    numbered[0] ??
    ofStreet.findLast(isStreet) ??
    (hasHouse ? ofStreet[0] : (ofStreet.at(1) ?? ofStreet[0]))
  )
}

/** "14a" is the flat a of 14, unless a flat of it is told too; "14/2" is flat 2 of 14, unless another number is. */
const splitNumber = (
  number: string | undefined,
  units: readonly string[],
): { readonly number: string | undefined; readonly units: readonly string[] } => {
  const [, house, letter] = /^(\d+)s?([a-z]|(?<=s)\d+)$/.exec(number ?? '') ?? []
  return house === undefined || letter === undefined || units.length > 0
    ? { number, units }
    : { number: house, units: [letter] }
}

const isNumbered = (unit: string): boolean => /\d|^[a-z]$/.test(unit)

/** A floor beside a numbered flat says nothing more, nor does "flat" beside a floor. */
const unitOf = (units: readonly string[]): string | undefined => {
  const distinct = [...new Set(units)]
  const numbered = distinct.filter((unit) => isNumbered(unit) || unit.startsWith('block'))
  const named = distinct.filter((unit) => unit !== 'flat')
  const told = [numbered, named, distinct].find(({ length }) => length > 0)
  return told?.toSorted().join('+')
}

const withoutThe = (words: readonly string[]): readonly string[] =>
  words[0] === 'the' ? words.slice(1) : words

const numbersIn = (lines: readonly Line[]): readonly string[] => [
  ...new Set(lines.flatMap(({ numbers }) => numbers)),
]

const readField = (text: string, field: Name['field']): readonly Line[] =>
  linesIn(text).map((words) => ({ ...readLine(words), field }))

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.join(' ') === other.join(' ')

/** Reads the fields of house and street, in whichever of them house and street stand. */
export const houseAndStreetIn = (
  house: string,
  street: string,
  town: readonly string[],
): HouseAndStreet => {
  const lines = [...readField(house, 'house'), ...readField(street, 'street')]
  const names = lines.flatMap(namesOf).filter(({ words }) => !isSame(words, town))
  const hasHouse = house !== ''
  const streetName = streetAmong(names, hasHouse)
  const until = streetName === undefined ? names.length : names.indexOf(streetName)
  const building = names
    .slice(0, until)
    .find(({ words }) => !isSame(words, streetName?.words ?? []))
  // "7 Riverside Park" is the seventh of a park, as "Flat 7, Riverside Park" is.
  const isOfBuilding = building?.isAfterNumber === true
  const numbers = numbersIn(lines)
  const own = isOfBuilding && numbers.length < 2 ? undefined : numbers.at(-1)
  const others = numbers.filter((number) => number !== own)
  const split = splitNumber(own, [...lines.flatMap(({ units }) => units), ...others])
  return {
    number: split.number,
    unit: unitOf(split.units),
    building: building && (withoutThe(building.words).join('') || undefined),
    isOfFlats: building !== undefined && isOfFlats(building.words),
    streetWords: streetName?.words ?? [],
  }
}
