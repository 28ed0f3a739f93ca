import type { DateParts } from '../normalise/date-parts.ts'
import { digitsOf } from '../normalise/date-parts.ts'
import type { NameFeatures } from '../normalise/name-features.ts'
import { fullFormsOf } from '../normalise/nicknames/nicknames.ts'
import type { PersonFeatures } from '../normalise/person-features.ts'
import { phoneticCode } from '../text/phonetic-code.ts'

/**
 * One way to find a person. `early` is how many of its values are looked up before any kind's further values: two where
 * one name may have changed and the other not.
 */
export type KeyKind = {
  readonly type: string
  readonly early: number
  readonly valuesOf: (features: PersonFeatures) => readonly string[]
}

const codeLength = 4
const codeOf = (word: string): string => phoneticCode(word).slice(0, codeLength)
const sorted = (...parts: readonly string[]): string => [...parts].sort().join('|')
const pad = (value: number): string => String(value).padStart(2, '0')

/** The first forename and every family name, of the current name first. Middle names would double the index for little. */
const tokensOf = ({ names }: PersonFeatures): readonly string[] => [
  ...new Set(names.flatMap(({ givens, families }) => [...givens.slice(0, 1), ...families])),
]

const namePairs = ({ givens: [given], families }: NameFeatures): readonly string[] =>
  given === undefined
    ? []
    : families.flatMap((family) =>
        fullFormsOf(given).map((form) => sorted(codeOf(form), codeOf(family))),
      )

/** Day and month in one order, so that a swapped pair keeps its key. */
const orderFree = (date: DateParts | undefined): string | undefined => {
  if (date?.month === undefined || date.day === undefined) return undefined
  return `${date.year}|${sorted(pad(date.month), pad(date.day))}`
}

const yearMonth = (date: DateParts | undefined): string | undefined =>
  date?.month === undefined ? undefined : `${date.year}-${pad(date.month)}`

const withTokens = (
  stem: string | undefined,
  features: PersonFeatures,
  shorten: (token: string) => string,
): readonly string[] =>
  stem === undefined ? [] : tokensOf(features).map((token) => `${stem}|${shorten(token)}`)

const childValues = ({ children }: PersonFeatures): readonly string[] =>
  children.flatMap(({ name, dateOfBirth }) => {
    const given = name?.givens[0]
    const date = dateOfBirth && digitsOf(dateOfBirth)
    if (given === undefined || date === undefined) return []
    return fullFormsOf(given).map((form) => `${date}|${codeOf(form)}`)
  })

/**
 * The kinds of key, most telling first. No kind grows with the register faster than families of one name do, and none
 * is a bare date of birth: at a million people that block is full, and its value is guessed at once if a secret leaks.
 */
export const keyKinds: readonly KeyKind[] = [
  { type: 'nhs-number', early: 2, valuesOf: ({ nhsNumbers }) => nhsNumbers },
  { type: 'child', early: 1, valuesOf: childValues },
  { type: 'phone', early: 1, valuesOf: ({ phones }) => phones },
  {
    type: 'birth-date-initial',
    early: 2,
    valuesOf: (each) => withTokens(orderFree(each.dateOfBirth), each, (token) => token.charAt(0)),
  },
  {
    type: 'postcode-token',
    early: 2,
    valuesOf: (each) =>
      each.addresses.flatMap(({ postcode }) =>
        withTokens(postcode, each, (token) => token.slice(0, 2)),
      ),
  },
  {
    type: 'house-street',
    early: 1,
    valuesOf: ({ addresses }) =>
      addresses.flatMap(({ number, street }) =>
        number === undefined || street === undefined ? [] : [`${number}|${codeOf(street)}`],
      ),
  },
  {
    // Needs no name at all, so it finds people whose names were misread or changed altogether.
    type: 'postcode-birth-year',
    early: 1,
    valuesOf: ({ addresses, dateOfBirth }) =>
      dateOfBirth === undefined
        ? []
        : addresses.flatMap(({ postcode }) =>
            postcode === undefined ? [] : [`${postcode}|${dateOfBirth.year}`],
          ),
  },
  { type: 'name-pair', early: 1, valuesOf: ({ names }) => names.flatMap(namePairs) },
  {
    type: 'birth-month-token',
    early: 2,
    valuesOf: (each) => withTokens(yearMonth(each.dateOfBirth), each, codeOf),
  },
  {
    type: 'property',
    early: 1,
    valuesOf: ({ addresses }) => addresses.flatMap(({ uprn }) => uprn ?? []),
  },
  { type: 'email', early: 1, valuesOf: ({ emails }) => emails },
]
