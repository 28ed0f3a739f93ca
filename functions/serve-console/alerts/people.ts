import { nameOf } from '../texts/name-of.ts'
import type { Content, ToldChild } from './alert-content.ts'
import type { Listed } from './inbox.ts'

const day = (iso: string): Date => new Date(`${iso}T12:00:00Z`)
const isDay = (iso: string | undefined): iso is string =>
  iso !== undefined && /^\d{4}-\d\d-\d\d$/.test(iso)

/** Whole months from a day to today; undefined for a day that is not whole, or still to come. */
export const monthsOld = (born: string | undefined, now: Date): number | undefined => {
  if (!isDay(born)) return undefined
  const from = day(born)
  const months =
    (now.getUTCFullYear() - from.getUTCFullYear()) * 12 + now.getUTCMonth() - from.getUTCMonth()
  const whole = now.getUTCDate() < from.getUTCDate() ? months - 1 : months
  return whole < 0 ? undefined : whole
}

/** How old somebody is, as it is said: months below two, years from then on. */
export type Age =
  | { readonly unit: 'unborn' | 'unknown' }
  | { readonly unit: 'months' | 'years'; readonly count: number }

export const ageOfMonths = (months: number | undefined): Age => {
  if (months === undefined) return { unit: 'unknown' }
  return months < 24
    ? { unit: 'months', count: months }
    : { unit: 'years', count: Math.floor(months / 12) }
}

export const ageOfChild = (
  {
    dateOfBirth,
    expectedDateOfDelivery,
    ageYears,
  }: Pick<ToldChild, 'dateOfBirth' | 'expectedDateOfDelivery' | 'ageYears'>,
  now: Date,
): Age => {
  if (expectedDateOfDelivery !== undefined && dateOfBirth === undefined) return { unit: 'unborn' }
  const months = monthsOld(dateOfBirth, now)
  if (months === undefined && ageYears !== undefined) return { unit: 'years', count: ageYears }
  return ageOfMonths(months)
}

/** How old a child in a list is. */
export const ageOfListed = ({
  isUnborn,
  ageMonths,
  ageYears,
}: NonNullable<Listed['children']>[number]): Age => {
  if (isUnborn === true) return { unit: 'unborn' }
  return ageMonths === undefined && ageYears !== undefined
    ? { unit: 'years', count: ageYears }
    : ageOfMonths(ageMonths)
}

/** What each person of a concern is called, by the reference to them; empty where nobody said. */
export const namesIn = ({ adults, children }: Pick<Content, 'adults' | 'children'>) =>
  new Map([
    ...adults.map(({ person, names }): [string, string] => [person, nameOf(names[0])]),
    ...children.map(({ person, name }): [string, string] => [person, nameOf(name)]),
  ])
