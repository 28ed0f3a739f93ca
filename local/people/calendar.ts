import type { Born } from './people-types.ts'

const dayLength = 86_400_000

/** The ISO day of an instant, in UTC. */
export const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10)

/** The ISO day this many days after an instant's; before it, where `days` is negative. */
export const daysFrom = (instant: Date, days: number): string =>
  dayOf(new Date(instant.getTime() + days * dayLength))

/** Days in this many years, near enough to place a birthday by chance. */
export const yearsInDays = (years: number): number => Math.round(years * 365.25)

/** Whole years from an ISO day to an instant; negative before birth. */
export const ageOn = (day: string, instant: Date): number => {
  const today = dayOf(instant)
  const years = Number(today.slice(0, 4)) - Number(day.slice(0, 4))
  return today.slice(5) < day.slice(5) ? years - 1 : years
}

/** A day of birth as an ISO day. */
export const isoOf = ({ year, month, day }: Born): string =>
  [year, month, day].map((part) => String(part).padStart(2, '0')).join('-')

export const bornOn = (isoDay: string): Born => {
  const [year = 0, month = 1, day = 1] = isoDay.split('-').map(Number)
  return { year, month, day }
}
