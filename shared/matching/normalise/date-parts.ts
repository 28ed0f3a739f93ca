type Part = number | undefined

/**
 * What is known of a date; any part may be missing. A full date has its eight digits too, and its days since 1970 for
 * distances: worked out once, because every pair asks for them.
 */
export type DateParts = {
  readonly year: Part
  readonly month: Part
  readonly day: Part
  readonly digits: string | undefined
  readonly dayNumber: number | undefined
  /** The eight digits of the same day in the Ethiopian calendar, by which some people know their birthday. */
  readonly ethiopian: string | undefined
}

const partialDate = /^(\d{4}|XXXX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?$/
const numberOf = (text: string | undefined, most: number): Part => {
  const value = Number(text)
  return Number.isInteger(value) && value >= 1 && value <= most ? value : undefined
}

const firstYear = 1905

const twoDigits = (value: number): string => String(value).padStart(2, '0')

const digitsOf = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}${twoDigits(month)}${twoDigits(day)}`

/** Days from the first of the Ethiopian year 0 to 1970, which began a cycle of four years. */
const daysToEpoch = 716_732
const daysOfCycle = 1461

/** Twelve months of thirty days and a short one; every fourth year has a day more. @see Dershowitz and Reingold, Calendrical Calculations */
const ethiopianOf = (dayNumber: number): string => {
  const days = dayNumber + daysToEpoch
  const inCycle = ((days % daysOfCycle) + daysOfCycle) % daysOfCycle
  const year = Math.min(3, Math.floor(inCycle / 365))
  const inYear = inCycle - year * 365
  const cycles = Math.floor(days / daysOfCycle)
  return digitsOf(cycles * 4 + year, Math.floor(inYear / 30) + 1, (inYear % 30) + 1)
}

const dateOf = (year: Part, month: Part, day: Part): DateParts => {
  if (year === undefined || month === undefined || day === undefined)
    return { year, month, day, digits: undefined, dayNumber: undefined, ethiopian: undefined }
  const dayNumber = Date.UTC(year, month - 1, day) / 86_400_000
  const digits = digitsOf(year, month, day)
  return { year, month, day, digits, dayNumber, ethiopian: ethiopianOf(dayNumber) }
}

/**
 * Parts of a date that may end after the year or the month, or write X for digits not known. 1 January is read as the
 * year alone: it is what systems and borders write for "not known", and taking it as a day would make strangers agree.
 * A part that cannot be (month 13) is missing, and so is all of a date before anybody living was born (1900-01-01).
 * @see ISO 8601-2, unspecified digits
 */
export const datePartsOf = (text: string | undefined): DateParts | undefined => {
  const found = partialDate.exec(text ?? '')
  if (found === null) return undefined
  const year = numberOf(found[1], 9999)
  const month = numberOf(found[2], 12)
  const day = numberOf(found[3], 31)
  if (year === undefined ? month === undefined || day === undefined : year < firstYear)
    return undefined
  if (month === 1 && day === 1)
    return year === undefined ? undefined : dateOf(year, undefined, undefined)
  return dateOf(year, month, day)
}

const calendarDay = /^(\d{4})-(\d{2})-(\d{2})$/

/** Days since 1970 of a day that is surely meant, 1 January too. */
export const dayNumberOf = (text: string | undefined): number | undefined => {
  const found = calendarDay.exec(text ?? '')
  const time = found === null ? Number.NaN : Date.parse(`${text}T00:00:00Z`)
  return Number.isNaN(time) ? undefined : time / 86_400_000
}
