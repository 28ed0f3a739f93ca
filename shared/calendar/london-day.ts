export const zone = 'Europe/London'

const millisecondsPerHour = 60 * 60 * 1000
const day = new Intl.DateTimeFormat('en-CA', {
  timeZone: zone,
  calendar: 'iso8601',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

let held = { hour: Number.NaN, day: '' }

/**
 * The day it is in London, as an ISO date: the day by which law begins and people are of age. London is whole hours from
 * Greenwich, so within one hour it is one day, and whoever asks again is not put to working it out.
 */
export const londonDay = (now: Date): string => {
  const hour = Math.floor(now.getTime() / millisecondsPerHour)
  if (hour !== held.hour) held = { hour, day: day.format(now) }
  return held.day
}

/** The month that it is in London, as YYYY-MM. */
export const londonMonth = (now: Date): string => londonDay(now).slice(0, 7)

/** When a day, an ISO date, is over in London: a midnight is that of Greenwich, or an hour before it. */
export const endOf = (ended: string): Date => {
  const next = new Date(ended)
  next.setUTCDate(next.getUTCDate() + 1)
  const inSummer = new Date(next.getTime() - millisecondsPerHour)
  return londonDay(inSummer) === ended ? next : inSummer
}

/** Whole seconds until the next day begins in London, at least one. */
export const secondsOfDayLeft = (now: Date): number =>
  Math.ceil((endOf(londonDay(now)).getTime() - now.getTime()) / 1000)
