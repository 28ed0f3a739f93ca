import { zone } from '../../../shared/calendar/london-day.ts'
import { dayInWords } from '../texts/day-in-words.ts'
import { type Language, locales } from '../texts/texts.ts'

const formatIn = (language: Language, options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat(locales[language], { timeZone: zone, ...options })
  return (moment: unknown): string => format.format(new Date(String(moment)))
}

/** How pages write moments: as people in Britain do, and in London’s time wherever the function runs. */
export const filters = (language: Language) => {
  const time = formatIn(language, { hour: 'numeric', minute: '2-digit', hour12: true })
  const day = formatIn(language, { weekday: 'long', day: 'numeric', month: 'long' })
  const date = formatIn(language, { day: 'numeric', month: 'long', year: 'numeric' })
  const inMonth = formatIn(language, { month: 'long', year: 'numeric' })
  const monthAlone = formatIn(language, { month: 'long' })
  const second = formatIn(language, { timeStyle: 'medium' })
  const clock = (moment: unknown): string => time(moment).replaceAll(/[\s\u202f]/g, '')
  return {
    clock,
    date,
    /** A month, written as 2026-11. */
    month: (month: unknown): string => inMonth(`${String(month)}-15T12:00:00Z`),
    /** The same without its year. */
    monthAlone: (month: unknown): string => monthAlone(`${String(month)}-15T12:00:00Z`),
    /** A day as it would be said; of which only the year or the month is known, that. */
    spokenDay: (day: unknown): string => dayInWords(String(day ?? ''), language),
    /** A weight with its sign, to a tenth. */
    signed: (weight: unknown): string => {
      const tenths = Math.round(Number(weight) * 10) / 10
      return `${tenths < 0 ? '−' : '+'}${Math.abs(tenths).toFixed(1)}`
    },
    /** As a log has it, which is kept for longer than a year. */
    exactly: (moment: unknown): string => `${date(moment)}, ${second(moment)}`,
    dayAndTime: (moment: unknown): string => `${day(moment)}, ${clock(moment)}`,
  }
}
