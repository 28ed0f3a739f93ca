import type { AddressFeatures } from '../normalise/address-features.ts'
import { type KeyKind, withEach } from './key-kind.ts'
import {
  areaOf,
  birthParts,
  childParts,
  codeOf,
  type KeyParts,
  unnamedBirthParts,
} from './key-parts.ts'

const starts = (tokens: readonly string[], length: number): readonly string[] =>
  tokens.map((token) => token.slice(0, length))

export const postcodesOf = ({ person }: KeyParts): readonly string[] =>
  person.addresses.flatMap(({ postcode }) => postcode ?? [])

/** A house by its number, or that of its part of a building; and by its name. */
const houseNamesOf = ({ number, unit, building }: AddressFeatures): readonly string[] =>
  [number ?? unit, building].filter((name) => name !== undefined)

export const housesOf = ({ person }: KeyParts): readonly string[] =>
  person.addresses.flatMap((address) => {
    const { street } = address
    const area = areaOf(address)
    if (street === undefined || area === undefined) return []
    return houseNamesOf(address).map((house) => `${house}|${codeOf(street)}|${area}`)
  })

/** A full address does better than what stands in for it. */
const lacksAddress = ({ person }: KeyParts): boolean =>
  !person.addresses.some(({ postcode, street }) => postcode !== undefined && street !== undefined)

const lacksPostcode = (parts: KeyParts): boolean => postcodesOf(parts).length === 0

/**
 * The kinds of key, most telling first. None grows with the register faster than families of one name and birth year
 * do, unless it is broad, and none is a bare date of birth: at a million people that block is full, and its value is
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
    valuesOf: ({ date, tokens, middleNames }) =>
      withEach(date, starts([...tokens, ...middleNames], 2)),
    tells: 'name-and-date',
  },
  {
    type: 'postcode-token',
    early: 2,
    valuesOf: (parts) =>
      postcodesOf(parts).flatMap((postcode) => withEach(postcode, starts(parts.tokens, 2))),
  },
  { type: 'house-street', early: 1, valuesOf: housesOf },
  {
    type: 'name-pair',
    early: 1,
    valuesOf: ({ namePairs }) => namePairs,
    isBroad: true,
    tells: 'name',
  },
  {
    type: 'name-pair-year',
    early: 1,
    valuesOf: ({ year, namePairs }) => withEach(year, namePairs),
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
    isBroad: true,
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
    isBroad: true,
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
    isBroad: true,
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
    isBroad: true,
  },
  {
    type: 'birth-year-town',
    early: 1,
    valuesOf: ({ year, towns }) => withEach(year, towns),
    isSought: lacksPostcode,
    isStored: lacksAddress,
    isBroad: true,
  },
]
