import { type Language, locales } from './texts.ts'

const shapes: readonly (readonly [RegExp, Intl.DateTimeFormatOptions])[] = [
  [/^\d{4}-\d\d-\d\d$/, { day: 'numeric', month: 'long', year: 'numeric' }],
  [/^\d{4}-\d\d$/, { month: 'long', year: 'numeric' }],
]

type Formats = readonly (readonly [RegExp, Intl.DateTimeFormat])[]

/** Made once in each language: making one takes longer than a page’s days do. */
const made = new Map<Language, Formats>()

const formatsIn = (language: Language): Formats => {
  const formats =
    made.get(language) ??
    shapes.map(
      ([shape, options]) => [shape, new Intl.DateTimeFormat(locales[language], options)] as const,
    )
  made.set(language, formats)
  return formats
}

/** A day as it would be said: 27 November 2026; of which only the month is known, November 2026. What is none stands as it was written. */
export const dayInWords = (day: string, language: Language = 'en'): string => {
  const format = formatsIn(language).find(([shape]) => shape.test(day))?.[1]
  const moment = new Date(`${day.padEnd(10, '-01')}T12:00:00Z`)
  return format === undefined || Number.isNaN(moment.getTime()) ? day : format.format(moment)
}
