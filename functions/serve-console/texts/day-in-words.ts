import { type Language, locales } from './texts.ts'

const shapes: readonly (readonly [RegExp, Intl.DateTimeFormatOptions])[] = [
  [/^\d{4}-\d\d-\d\d$/, { day: 'numeric', month: 'long', year: 'numeric' }],
  [/^\d{4}-\d\d$/, { month: 'long', year: 'numeric' }],
]

/** A day as it would be said: 27 November 2026; of which only the month is known, November 2026. What is none stands as it was written. */
export const dayInWords = (day: string, language: Language = 'en'): string => {
  const options = shapes.find(([shape]) => shape.test(day))?.[1]
  const moment = new Date(`${day.padEnd(10, '-01')}T12:00:00Z`)
  return options === undefined || Number.isNaN(moment.getTime())
    ? day
    : new Intl.DateTimeFormat(locales[language], options).format(moment)
}
