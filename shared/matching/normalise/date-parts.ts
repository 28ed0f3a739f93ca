/** What is known of a date; any part may be missing. */
export type DateParts = {
  readonly year: number | undefined
  readonly month: number | undefined
  readonly day: number | undefined
}

const partialDate = /^(\d{4}|XXXX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?$/
const numberOf = (text: string | undefined, most: number): number | undefined => {
  const value = Number(text)
  return Number.isInteger(value) && value >= 1 && value <= most ? value : undefined
}

/**
 * Parts of a date that may end after the year or the month, or write X for digits not known. 1 January is read as the
 * year alone: it is what systems and borders write for "not known", and taking it as a day would make strangers agree.
 * A part that cannot be (month 13) is missing.
 * @see ISO 8601-2, unspecified digits
 */
export const datePartsOf = (text: string | undefined): DateParts | undefined => {
  const found = partialDate.exec(text ?? '')
  if (found === null) return undefined
  const year = numberOf(found[1], 9999)
  const month = numberOf(found[2], 12)
  const day = numberOf(found[3], 31)
  if (year === undefined && (month === undefined || day === undefined)) return undefined
  if (month === 1 && day === 1)
    return year === undefined ? undefined : { year, month: undefined, day: undefined }
  return { year, month, day }
}

const twoDigits = (value: number): string => String(value).padStart(2, '0')

/** Eight digits of a full date, or undefined when a part is missing. */
export const digitsOf = ({ year, month, day }: DateParts): string | undefined =>
  year === undefined || month === undefined || day === undefined
    ? undefined
    : `${String(year).padStart(4, '0')}${twoDigits(month)}${twoDigits(day)}`

/** Days since 1970 of a full date, for distances. */
export const dayNumberOf = ({ year, month, day }: DateParts): number | undefined =>
  year === undefined || month === undefined || day === undefined
    ? undefined
    : Math.floor(Date.UTC(year, month - 1, day) / 86_400_000)
