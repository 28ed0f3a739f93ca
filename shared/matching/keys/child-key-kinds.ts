import { daysEarly, daysLate } from '../normalise/due.ts'
import type { ChildKeyParts } from './child-key-parts.ts'
import { periodOf, periodsOf } from './due-periods.ts'
import { type KeyKind, withEach } from './key-kind.ts'
import { housesOf, housesSought, postcodesOf } from './key-kinds.ts'

/** The eight weeks that two days touch, each with each sign of the mother. */
const periodsWith = (
  [first, last]: readonly [number, number],
  signs: readonly string[],
): readonly string[] => periodsOf(first, last).flatMap((period) => withEach(String(period), signs))

const periodWith = (day: number | undefined, signs: readonly string[]): readonly string[] =>
  withEach(day === undefined ? undefined : String(periodOf(day)), signs)

const bornOn = ({ own: { born } }: ChildKeyParts): number | undefined =>
  born !== undefined && born.first === born.last ? born.first : undefined

const motherSigns = ({ motherPairs, motherDates }: ChildKeyParts): readonly string[] => [
  ...motherPairs.slice(0, 1),
  ...motherDates,
  ...motherPairs.slice(1),
]

/** Neither a day of birth nor one expected. */
const lacksDate = ({ date, own: { due } }: ChildKeyParts): boolean =>
  date === undefined && due === undefined

/** When a registered child was due: on the day expected, or near enough to the day of birth. */
const dueValues = (parts: ChildKeyParts): readonly string[] => {
  const { due } = parts.own
  const born = bornOn(parts)
  if (due !== undefined) return periodsWith([due - daysLate, due + daysLate], motherSigns(parts))
  // A birth is found by the mother's own date and forename too, so her name alone is enough here.
  return born === undefined
    ? []
    : periodsWith([born - daysLate, born + daysEarly], parts.motherPairs)
}

/** When one not yet born when registered may have been born. */
const bornValues = (parts: ChildKeyParts): readonly string[] => {
  const { due } = parts.own
  return due === undefined ? [] : periodsWith([due - daysEarly, due + daysLate], motherSigns(parts))
}

/**
 * The kinds of key of a child, most telling first. Their types are not those of adults, so that a child's lookup never
 * meets an adult. None is a bare date, and only a name alone fills up: siblings, who share nearly everything, are few.
 */
export const childKeyKinds: readonly KeyKind<ChildKeyParts>[] = [
  {
    type: 'child-identifier',
    early: 2,
    valuesOf: ({ person }) => person.identifiers,
    tells: 'number',
  },
  { type: 'child-adult', early: 2, valuesOf: ({ adults }) => adults },
  {
    type: 'child-due-mother',
    early: 2,
    valuesOf: dueValues,
    soughtOf: (parts) => periodWith(parts.own.due, motherSigns(parts)),
  },
  {
    type: 'child-birth-date-name',
    early: 2,
    valuesOf: ({ date, sounds }) => withEach(date, sounds),
    tells: 'name-and-date',
  },
  {
    type: 'child-postcode-name',
    early: (parts) => (housesSought(parts).length > 0 ? 1 : 2),
    valuesOf: (parts) => postcodesOf(parts).flatMap((postcode) => withEach(postcode, parts.sounds)),
  },
  { type: 'child-house', early: 1, valuesOf: housesOf, soughtOf: housesSought },
  {
    type: 'child-name-pair-year',
    early: 2,
    valuesOf: ({ years, namePairs }) => namePairs.flatMap((pair) => withEach(pair, years)),
    tells: 'name',
  },
  {
    type: 'child-name-pair-area',
    early: 1,
    valuesOf: ({ areas, namePairs }) => areas.flatMap((area) => withEach(area, namePairs)),
    isSought: ({ years }) => years.length === 0,
  },
  {
    type: 'child-property',
    early: 1,
    valuesOf: ({ person }) => person.addresses.flatMap(({ uprn }) => uprn ?? []),
  },
  {
    // Two names of each of eight adults: beyond that the product would outgrow all other keys.
    type: 'child-adult-name',
    early: 1,
    valuesOf: ({ givenCodes, adultPairs }) =>
      givenCodes.slice(0, 3).flatMap((code) => withEach(code, adultPairs.slice(0, 16))),
  },
  {
    type: 'child-adult-alone',
    early: 2,
    valuesOf: ({ adultPairs }) => adultPairs.slice(0, 16),
    isSought: lacksDate,
    fullAbove: 125,
  },
  {
    type: 'child-half-name-year',
    early: 4,
    valuesOf: ({ years, halfNames: { alone, withStart } }) =>
      years.flatMap((year) => withEach(year, [...withStart, ...alone])),
    soughtOf: ({ years, halfNames: { alone, withStart } }) =>
      years.flatMap((year) => withEach(year, withStart.length > 0 ? withStart : alone)),
    isSought: lacksDate,
    fullAbove: 125,
  },
  {
    type: 'child-postcode-year',
    early: 1,
    valuesOf: (parts) => postcodesOf(parts).flatMap((postcode) => withEach(postcode, parts.years)),
  },
  {
    type: 'child-born-mother',
    early: 1,
    valuesOf: bornValues,
    soughtOf: (parts) => periodWith(bornOn(parts), motherSigns(parts)),
  },
  {
    type: 'child-name-pair',
    early: 1,
    valuesOf: ({ namePairs }) => namePairs,
    fullAbove: 125,
    tells: 'name',
  },
]
