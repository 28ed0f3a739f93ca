import { yearsOf } from '../normalise/birth-span.ts'
import type { AdultFeatures, ChildsOwn } from '../normalise/childs-own.ts'
import { daysEarly, daysLate } from '../normalise/due.ts'
import type { NameFeatures } from '../normalise/name-features.ts'
import { fullFormsOf } from '../normalise/nicknames/nicknames.ts'
import type { PersonFeatures } from '../normalise/person-features.ts'
import { calledNames, codeOf, type KeyParts, keyPartsOf, orderFree, pairsOf } from './key-parts.ts'

const soundLength = 2

/** One half of a name, by sound: where the other is not known, and with how that begins. */
type HalfNames = { readonly alone: readonly string[]; readonly withStart: readonly string[] }

/** What keys of a child are made of, beside what those of an adult are. */
export type ChildKeyParts = KeyParts & {
  /** How each half of the name begins, by sound; a short form under its full forms too. Of the current name first. */
  readonly sounds: readonly string[]
  readonly givenCodes: readonly string[]
  /** One half of the name by sound with how the other begins, which may be an initial, misspelt or not known. */
  readonly halfNames: HalfNames
  /** Years in which the child may have been born. */
  readonly years: readonly string[]
  readonly own: ChildsOwn
  /** Date of birth and forename of each adult. */
  readonly adults: readonly string[]
  readonly adultPairs: readonly string[]
  /** Names of the one who is or may be the mother, and her dates. */
  readonly motherPairs: readonly string[]
  readonly motherDates: readonly string[]
}

const distinct = (values: readonly string[]): readonly string[] => [
  ...new Set(values.filter((value) => value !== '')),
]

/** First of every list, then second of every list, and so on. */
const interleaved = (lists: readonly (readonly string[])[]): readonly string[] => {
  const longest = Math.max(0, ...lists.map(({ length }) => length))
  return Array.from({ length: longest }, (_, at) =>
    lists.flatMap((list) => list.slice(at, at + 1)),
  ).flat()
}

const formsOf = (given: string | undefined): readonly string[] =>
  given === undefined ? [] : [...fullFormsOf(given), given]

/** The first of each name before its other forms, so that every name is looked up before any form of one. */
const soundsOf = (names: readonly NameFeatures[]): readonly string[] =>
  [
    ...names.flatMap(({ givens: [given], families }) => [
      ...formsOf(given).slice(0, 1),
      ...families,
    ]),
    ...names.flatMap(({ givens: [given, ...others] }) => [...formsOf(given).slice(1), ...others]),
  ].map((word) => codeOf(word).slice(0, soundLength))

/** The first given name, and the last, by which many are called: the ones before their other forms. */
const codesOfGiven = (names: readonly NameFeatures[]): readonly string[] => {
  const called = names.flatMap(({ givens }) => calledNames(givens).map(formsOf))
  return distinct([...called.flatMap((forms) => forms.slice(0, 1)), ...called.flat()].map(codeOf))
}

const halvesOf = ({ givens: [given], families }: NameFeatures): HalfNames => {
  const givenCodes = formsOf(given).map(codeOf)
  const familyCodes = families.slice(0, 2).map(codeOf)
  return {
    alone: familyCodes,
    withStart: interleaved([
      familyCodes.flatMap((code) => givenCodes.map((start) => `${code}|${start.slice(0, 1)}`)),
      givenCodes.flatMap((code) => familyCodes.map((start) => `${code}|${start.slice(0, 1)}`)),
    ]),
  }
}

const datedNames = ({ names, dateOfBirth }: AdultFeatures): readonly string[] => {
  const date = orderFree(dateOfBirth)
  return date === undefined ? [] : codesOfGiven(names).map((code) => `${date}|${code}`)
}

/** The mother where one is named; otherwise whoever may be her. */
export const mothersOf = (adults: readonly AdultFeatures[]): readonly AdultFeatures[] => {
  const mothers = adults.filter(({ role }) => role === 'mother')
  return mothers.length > 0 ? mothers : adults.filter(({ role }) => role === undefined)
}

/** Years of a birth, or of one that is expected. */
const yearsOfBirth = ({ born, due }: ChildsOwn): readonly string[] => {
  if (born !== undefined) return yearsOf(born)
  return due === undefined ? [] : yearsOf({ first: due - daysEarly, last: due + daysLate })
}

const nobody: ChildsOwn = { due: undefined, born: undefined, adults: [] }

export const childKeyPartsOf = (child: PersonFeatures): ChildKeyParts => {
  const { names, ofChild: own = nobody } = child
  const mothers = mothersOf(own.adults)
  const halves = names.map(halvesOf)
  const mothersFirst = [...mothers, ...own.adults.filter((adult) => !mothers.includes(adult))]
  return {
    ...keyPartsOf(child),
    sounds: distinct(soundsOf(names)),
    givenCodes: codesOfGiven(names),
    halfNames: {
      alone: distinct(halves.flatMap(({ alone }) => alone)),
      withStart: distinct(halves.flatMap(({ withStart }) => withStart)),
    },
    years: yearsOfBirth(own),
    own,
    adults: distinct(interleaved(mothersFirst.map(datedNames))),
    adultPairs: distinct(interleaved(mothersFirst.map((adult) => adult.names.flatMap(pairsOf)))),
    motherPairs: distinct(mothers.flatMap((mother) => mother.names.flatMap(pairsOf))),
    motherDates: distinct(mothers.map(({ dateOfBirth }) => orderFree(dateOfBirth) ?? '')),
  }
}
