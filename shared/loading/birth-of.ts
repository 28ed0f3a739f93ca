import type { Noting } from './noting.ts'
import type { ToldPerson } from './person-of.ts'
import { dayOf, isPlaceholderDay } from './values.ts'

export type Birth =
  | { readonly dateOfBirth: string; readonly expectedDateOfDelivery?: never }
  | { readonly expectedDateOfDelivery: string; readonly dateOfBirth?: never }

const millisecondsPerDay = 86_400_000
const daysFrom = (today: string, days: number): string =>
  new Date(Date.parse(today) + days * millisecondsPerDay).toISOString().slice(0, 10)

const bornOn = (text: string, today: string) => {
  const day = dayOf(text)
  if (isPlaceholderDay(text)) return 'BIRTH_PLACEHOLDER'
  if (day === undefined) return 'BIRTH_UNREADABLE'
  return day > today ? 'BIRTH_IN_FUTURE' : { dateOfBirth: day }
}

const expectedOn = (text: string, today: string) => {
  const day = dayOf(text)
  if (day === undefined) return 'EXPECTED_UNREADABLE'
  return day > daysFrom(today, 42 * 7) ? 'EXPECTED_TOO_FAR' : { expectedDateOfDelivery: day }
}

/** When a child was born or is expected; undefined where neither is said so that it can be true. */
export const birthOf = (
  { told, origin }: ToldPerson,
  { note }: Noting,
  today: string,
): Birth | undefined => {
  const { birth, expected } = told
  if (birth === undefined && expected === undefined) {
    note('BIRTH_MISSING', origin)
    return undefined
  }
  if (birth !== undefined && expected !== undefined) note('BIRTH_AND_EXPECTED', origin)
  const read = birth === undefined ? expectedOn(expected ?? '', today) : bornOn(birth, today)
  if (typeof read === 'string') {
    note(read, origin)
    return undefined
  }
  const isLongPast =
    'expectedDateOfDelivery' in read && read.expectedDateOfDelivery < daysFrom(today, -28)
  if (isLongPast) note('EXPECTED_LONG_PAST', origin)
  return read
}
