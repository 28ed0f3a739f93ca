import type { AddressFeatures } from '../normalise/address-features.ts'
import type { ChildFeatures } from '../normalise/child-features.ts'
import type { DateParts } from '../normalise/date-parts.ts'
import type { NameFeatures } from '../normalise/name-features.ts'
import { fullFormsOf } from '../normalise/nicknames/nicknames.ts'
import type { PersonFeatures } from '../normalise/person-features.ts'
import { phoneticCode } from '../text/phonetic-code.ts'

const codeLength = 4
/** The sound of a word, short enough that its end may be misspelt; a word without one (W) is its own: all of them are no one name. */
export const codeOf = (word: string): string => (phoneticCode(word) || word).slice(0, codeLength)

const sorted = (a: string, b: string): string => (a < b ? `${a}|${b}` : `${b}|${a}`)
const pad = (value: number): string => String(value).padStart(2, '0')
const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)]

/** What keys are made of, worked out once per person. */
export type KeyParts = {
  readonly person: PersonFeatures
  /** The first forename and every family name, of the current name first. */
  readonly tokens: readonly string[]
  /** Those of the current name alone. */
  readonly currentTokens: readonly string[]
  /** Second forenames, by which some people are known. */
  readonly middleNames: readonly string[]
  /** Sounds of forename and family name, in one order, so that exchanged halves and short forms keep their key. */
  readonly namePairs: readonly string[]
  readonly year: string | undefined
  /** Year, and day and month in one order, so that a swapped pair keeps its key. */
  readonly date: string | undefined
  /** Day and month of it. */
  readonly day: string | undefined
  readonly areas: readonly string[]
  readonly towns: readonly string[]
}

/** The first given name, and the last, by which many are called whose first is shared by custom (Mohammed, Syeda). */
export const calledNames = (givens: readonly string[]): readonly string[] => [
  ...givens.slice(0, 1),
  ...givens.slice(1).slice(-1),
]

/** The last word of a name stands last wherever its halves are divided (Deqa | Isse Said, Deqa Isse | Said). */
const outerFirst = (families: readonly string[]): readonly string[] => [
  ...families.slice(0, 1),
  ...families.slice(1).slice(-1),
  ...families.slice(1, -1),
]

/** A short form stands under its full forms, and as it is: it may be somebody's family name on the other side. */
export const pairsOf = ({ givens, families }: NameFeatures): readonly string[] =>
  calledNames(givens)
    .flatMap((given) => [...fullFormsOf(given), given])
    .flatMap((form) => outerFirst(families).map((family) => sorted(codeOf(form), codeOf(family))))

export const orderFree = (date: DateParts | undefined): string | undefined =>
  date?.year === undefined || date.month === undefined || date.day === undefined
    ? undefined
    : `${date.year}|${sorted(pad(date.month), pad(date.day))}`

/** Where somebody lives, roughly: the outward code, or what stands for it where no British postcode is known. */
export const areaOf = ({ area, postcode, town }: AddressFeatures): string | undefined =>
  area ?? postcode?.slice(0, 2) ?? town

const known = (values: readonly (string | undefined)[]): readonly string[] =>
  distinct(values.filter((value) => value !== undefined))

const wordsOf = ({ givens, families }: NameFeatures): readonly string[] => [
  ...givens.slice(0, 1),
  ...families,
]

/** A reading in Latin letters before the name in its own script, so that either is among the first looked up. */
const latinFirst = (words: readonly string[]): readonly string[] => [
  ...words.filter((word) => word < '{'),
  ...words.filter((word) => word >= '{'),
]

export const keyPartsOf = (person: PersonFeatures): KeyParts => {
  const { names, addresses, dateOfBirth } = person
  return {
    person,
    tokens: latinFirst(distinct(names.flatMap(wordsOf))),
    currentTokens: distinct(names.slice(0, 1).flatMap(wordsOf)),
    middleNames: distinct(names.flatMap(({ givens }) => givens.slice(1, 2))),
    namePairs: distinct(names.flatMap(pairsOf)),
    year: dateOfBirth?.year === undefined ? undefined : String(dateOfBirth.year),
    date: orderFree(dateOfBirth),
    day: orderFree(dateOfBirth)?.slice('1970|'.length),
    areas: known(addresses.map(areaOf)),
    towns: known(addresses.map(({ town }) => (town === undefined ? undefined : codeOf(town)))),
  }
}

/** A child's full date of birth with the sound of each form of the forename. */
export const childParts = ({ children }: PersonFeatures): readonly string[] =>
  children.flatMap(({ name, dateOfBirth }) => {
    const given = name?.givens[0]
    const date = dateOfBirth?.digits
    if (given === undefined || date === undefined) return []
    return fullFormsOf(given).map((form) => `${date}|${codeOf(form)}`)
  })

const birthsWith = (
  { names: [name] }: PersonFeatures,
  children: readonly ChildFeatures[],
): readonly string[] => {
  const given = name?.givens[0]
  if (given === undefined) return []
  const codes = distinct(fullFormsOf(given).map(codeOf))
  return children.flatMap(({ dateOfBirth }) =>
    dateOfBirth?.digits === undefined ? [] : codes.map((code) => `${dateOfBirth.digits}|${code}`),
  )
}

/** The full date of each birth with the sound of the parent's forename. */
export const birthParts = (person: PersonFeatures): readonly string[] =>
  birthsWith(person, person.children)

/** Those of children who have no name yet: "Baby of Jane". */
export const unnamedBirthParts = (person: PersonFeatures): readonly string[] =>
  birthsWith(
    person,
    person.children.filter(({ name }) => name?.given === undefined),
  )
