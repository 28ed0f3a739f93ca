import type { AddressFeatures } from '../normalise/address-features.ts'
import { fullFormsOf } from '../normalise/nicknames/nicknames.ts'
import { type KeyKind, withEach } from './key-kind.ts'
import {
  areaOf,
  birthParts,
  childParts,
  codeOf,
  type KeyParts,
  unnamedBirthParts,
} from './key-parts.ts'

const fullFormOf = (token: string): string => fullFormsOf(token)[0] ?? token

const starts = (tokens: readonly string[], length: number): readonly string[] =>
  tokens.map((token) => token.slice(0, length))

export const postcodesOf = ({ person }: KeyParts): readonly string[] =>
  person.addresses.flatMap(({ postcode }) => postcode ?? [])

/** A house by its number, or that of its part of a building; and by its name. */
const houseNamesOf = ({ number, unit, building }: AddressFeatures): readonly string[] =>
  [number ?? unit, building].filter((name) => name !== undefined)

/** Its area, as most tell it; and its town, by which those look who know no postcode. */
const placesOf = (address: AddressFeatures): readonly string[] => [
  ...new Set([areaOf(address), address.town].filter((place) => place !== undefined)),
]

const housesBy =
  (placesIn: (address: AddressFeatures) => readonly string[]) =>
  ({ person }: KeyParts): readonly string[] =>
    person.addresses.flatMap((address) => {
      const { street } = address
      if (street === undefined) return []
      return placesIn(address).flatMap((place) =>
        houseNamesOf(address).map((house) => `${house}|${codeOf(street)}|${place}`),
      )
    })

/** A house as it is stored, and as it is sought. */
export const housesOf = housesBy(placesOf)
export const housesSought = housesBy((address) => placesOf(address).slice(0, 1))

/** A full address does better than what stands in for it. */
const lacksAddress = ({ person }: KeyParts): boolean =>
  !person.addresses.some(({ postcode, street }) => postcode !== undefined && street !== undefined)

const lacksPostcode = (parts: KeyParts): boolean => postcodesOf(parts).length === 0

/**
 * The kinds of key, most telling first. None grows with the register faster than families of one name and birth year
 * do, unless it fills up, and none is a bare date of birth: at a million people that block is full, and its value is
 * guessed at once if a secret leaks.
 */
export const keyKinds: readonly KeyKind<KeyParts>[] = [
  { type: 'identifier', early: 2, valuesOf: ({ person }) => person.identifiers, tells: 'number' },
  { type: 'child', early: 1, valuesOf: ({ person }) => childParts(person) },
  {
    type: 'birth',
    early: 1,
    valuesOf: ({ person }) => birthParts(person),
    soughtOf: ({ person }) => unnamedBirthParts(person),
  },
  { type: 'phone', early: 1, valuesOf: ({ person }) => person.phones },
  {
    type: 'birth-date-token',
    early: 2,
    // Whoever is called by a short form is sought under its full form, and stored under both.
    valuesOf: ({ date, tokens, middleNames }) =>
      withEach(date, starts([...tokens, ...middleNames, ...tokens.flatMap(fullFormsOf)], 2)),
    soughtOf: ({ date, tokens, middleNames }) =>
      withEach(date, starts([...tokens.map(fullFormOf), ...tokens, ...middleNames], 2)),
    tells: 'name-and-date',
  },
  {
    type: 'postcode-token',
    early: 2,
    valuesOf: (parts) =>
      postcodesOf(parts).flatMap((postcode) => withEach(postcode, starts(parts.tokens, 2))),
  },
  { type: 'house-street', early: 1, valuesOf: housesOf, soughtOf: housesSought },
  {
    type: 'name-pair',
    early: ({ person }) => ((person.names[0]?.families.length ?? 0) > 1 ? 2 : 1),
    valuesOf: ({ namePairs }) => namePairs,
    fullAbove: 125,
    tells: 'name',
  },
  {
    type: 'name-pair-year',
    early: 1,
    valuesOf: ({ year, namePairs }) => withEach(year, namePairs),
    tells: 'name',
  },
  {
    // A year that is wrong leaves the day: of a common name nothing else would be left.
    type: 'name-pair-day',
    early: 1,
    valuesOf: ({ day, namePairs }) => withEach(day, namePairs),
    tells: 'name',
  },
  {
    type: 'name-pair-area',
    early: 1,
    valuesOf: ({ areas, namePairs }) => areas.flatMap((area) => withEach(area, namePairs)),
    isSought: ({ date }) => date === undefined,
  },
  {
    // Needs no name at all, so it finds people whose names were misread or changed altogether.
    type: 'postcode-birth-year',
    early: 1,
    valuesOf: (parts) => withEach(parts.year, postcodesOf(parts)),
  },
  {
    type: 'property',
    early: 1,
    valuesOf: ({ person }) => person.addresses.flatMap(({ uprn }) => uprn ?? []),
  },
  { type: 'email', early: 1, valuesOf: ({ person }) => person.emails },
  {
    type: 'birth-year-token',
    early: 2,
    valuesOf: ({ year, currentTokens }) => withEach(year, starts(currentTokens, 3)),
    isSought: lacksAddress,
    fullAbove: 60,
  },
  {
    type: 'mailbox',
    early: 1,
    valuesOf: ({ person }) => person.emails.map((email) => email.slice(0, email.indexOf('@'))),
    isSought: lacksAddress,
    isStored: lacksAddress,
  },
  {
    type: 'name-token',
    early: 2,
    valuesOf: ({ currentTokens }) => currentTokens.map(codeOf),
    isSought: lacksPostcode,
    fullAbove: 60,
  },
  {
    type: 'name-starts',
    early: 1,
    valuesOf: ({ person: { names } }) =>
      names
        .slice(0, 1)
        .flatMap(({ given, family }) =>
          given === undefined || family === undefined
            ? []
            : [`${given.slice(0, 3)}|${family.slice(0, 3)}`],
        ),
    isSought: lacksAddress,
    isStored: lacksAddress,
    fullAbove: 60,
  },
  {
    type: 'house-day',
    early: 1,
    valuesOf: ({ date, person }) =>
      withEach(
        date?.slice(5),
        person.addresses.slice(0, 1).flatMap((address) => houseNamesOf(address).slice(0, 1)),
      ),
    isSought: lacksAddress,
    isStored: lacksAddress,
    fullAbove: 60,
  },
  {
    type: 'birth-year-town',
    early: 1,
    valuesOf: ({ year, towns }) => withEach(year, towns),
    isSought: lacksPostcode,
    isStored: lacksAddress,
    fullAbove: 60,
  },
]
