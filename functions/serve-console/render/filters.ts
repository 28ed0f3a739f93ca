import type { Language } from '../texts/texts.ts'

const locales = { en: 'en-GB', cy: 'cy-GB' } as const satisfies Record<Language, string>
const timeZone = 'Europe/London'

const formatIn = (language: Language, options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat(locales[language], { timeZone, ...options })
  return (moment: unknown): string => format.format(new Date(String(moment)))
}

/** How pages write moments: as people in Britain do, and in London’s time wherever the function runs. */
export const filters = (language: Language) => {
  const time = formatIn(language, { hour: 'numeric', minute: '2-digit', hour12: true })
  const day = formatIn(language, { weekday: 'long', day: 'numeric', month: 'long' })
  const date = formatIn(language, { day: 'numeric', month: 'long', year: 'numeric' })
  const second = formatIn(language, { timeStyle: 'medium' })
  const clock = (moment: unknown): string => time(moment).replaceAll(/[\s\u202f]/g, '')
  return {
    clock,
    date,
    /** As a log has it, which is kept for longer than a year. */
    exactly: (moment: unknown): string => `${date(moment)}, ${second(moment)}`,
    dayAndTime: (moment: unknown): string => `${day(moment)}, ${clock(moment)}`,
  }
}
