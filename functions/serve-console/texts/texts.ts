import { cy } from './cy.ts'
import { en } from './en.ts'

export type TextKey = keyof typeof en
export const isTextKey = (key: string): key is TextKey => Object.hasOwn(en, key)

/** Languages of the console. A text that one does not have yet stands in English. */
const languages = { en, cy } as const satisfies Record<string, Partial<Record<TextKey, string>>>
export type Language = keyof typeof languages
export const locales = { en: 'en-GB', cy: 'cy-GB' } as const satisfies Record<Language, string>
/** As somebody who looks for their own finds it. */
export const languageNames = { en: 'English', cy: 'Cymraeg' } as const satisfies Record<
  Language,
  string
>
export const isLanguage = (name: string | undefined): name is Language =>
  name !== undefined && Object.hasOwn(languages, name)

export type Values = Readonly<Record<string, string | number>>
/** A text by its key, filled in. */
export type Say = (key: TextKey, values?: Values) => string

export const sayIn =
  (language: Language): Say =>
  (key, values = {}) => {
    const all: Partial<Record<TextKey, string>> = languages[language]
    const text: string = all[key] ?? en[key]
    return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
  }
