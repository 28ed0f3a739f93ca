/** What is known of a date. A day is never present without its month. */
export type DateParts = {
  readonly year: number
  readonly month: number | undefined
  readonly day: number | undefined
}

const partialDate = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/
const numberOf = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Number(text)
const within = (value: number | undefined, most: number): boolean =>
  value === undefined || (value >= 1 && value <= most)

/**
 * Parts of an ISO date that may end after the year or the month. 1 January is read as the year alone: it is what systems
 * and borders write for "not known", and taking it as a day would make strangers agree.
 */
export const datePartsOf = (text: string | undefined): DateParts | undefined => {
  const found = partialDate.exec(text ?? '')
  if (found === null) return undefined
  const year = Number(found[1])
  const month = numberOf(found[2])
  const day = numberOf(found[3])
  if (!within(month, 12) || !within(day, 31)) return undefined
  if (month === 1 && day === 1) return { year, month: undefined, day: undefined }
  return { year, month, day }
}

const twoDigits = (value: number): string => String(value).padStart(2, '0')

/** Eight digits of a full date, or undefined when a part is missing. */
export const digitsOf = ({ year, month, day }: DateParts): string | undefined =>
  month === undefined || day === undefined
    ? undefined
    : `${String(year).padStart(4, '0')}${twoDigits(month)}${twoDigits(day)}`

/** Days since 1970 of a full date, for distances. */
export const dayNumberOf = ({ year, month, day }: DateParts): number | undefined =>
  month === undefined || day === undefined
    ? undefined
    : Math.floor(Date.UTC(year, month - 1, day) / 86_400_000)
