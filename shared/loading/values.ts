import { calendarDateSchema } from '../calendar/calendar-date.ts'
import { londonDay } from '../calendar/london-day.ts'
import { isNhsNumber } from '../kernel/is-nhs-number.ts'
import { relationships } from '../register/child.ts'
import { type StatusCode, statusCodes } from '../register/child-status.ts'

const iso = /^(\d{4})-(\d\d)-(\d\d)(?:[T ]|$)/
const british = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: |$)/
const withZone = /T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)$/

const calendarDay = (text: string): string | undefined =>
  calendarDateSchema.safeParse(text).success ? text : undefined

/** A day as systems write it: 2019-04-30 or 30/04/2019, with or without an hour. A moment with its offset is the day that it is in London. */
export const dayOf = (text: string): string | undefined => {
  if (withZone.test(text)) {
    const moment = new Date(text)
    return Number.isNaN(moment.getTime()) ? undefined : calendarDay(londonDay(moment))
  }
  const [, year, month, day] = iso.exec(text) ?? []
  if (year !== undefined) return calendarDay(`${year}-${month ?? ''}-${day ?? ''}`)
  const [, dd = '', mm = '', yyyy] = british.exec(text) ?? []
  return yyyy === undefined
    ? undefined
    : calendarDay(`${yyyy}-${mm.padStart(2, '0')}-${dd.padStart(2, '0')}`)
}

const placeholderDays =
  /^(?:1900-01-01|1899-12-30|1753-01-01|9999-12-31|2099-12-31|0?1\/0?1\/1900|31\/12\/(?:9999|2099))/

/** What systems put where they have no day, as it was typed. */
export const isPlaceholderDay = (text: string): boolean => placeholderDays.test(text)

/** As words of different systems compare: letters and digits alone, in small letters. */
export const folded = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '')

const yes = new Set(['y', 'yes', 'true', '1', 't'])
const no = new Set(['n', 'no', 'false', '0', 'f'])

/** Yes or no, however a system writes it; undefined of anything else. */
export const isYes = (text: string): boolean | undefined => {
  const word = folded(text)
  if (yes.has(word)) return true
  return no.has(word) ? false : undefined
}

const weightOf = (text: string): number => {
  const read = isYes(text)
  if (read === undefined) return 1
  return read ? 2 : 0
}

/** Of two answers whether somebody is protected, the one that protects: a yes before what cannot be read, and that before a no. */
export const moreProtecting = (one: string, other: string): string =>
  weightOf(other) > weightOf(one) ? other : one

const sexes = new Map<string, 'M' | 'F' | 'U'>(
  Object.entries({
    m: 'M',
    male: 'M',
    boy: 'M',
    1: 'M',
    f: 'F',
    female: 'F',
    girl: 'F',
    2: 'F',
    u: 'U',
    unknown: 'U',
    i: 'U',
    indeterminate: 'U',
    notknown: 'U',
    0: 'U',
    9: 'U',
  }),
)

export const sexOf = (text: string): 'M' | 'F' | 'U' | undefined => sexes.get(folded(text))

export type NhsNumberRead = string | 'wrong' | 'placeholder'

export const nhsNumberOf = (text: string): NhsNumberRead => {
  const digits = text.replace(/[\s\p{Pd}]+/gu, '')
  if (/^(\d)\1+$/.test(digits)) return 'placeholder'
  return isNhsNumber(digits) ? digits : 'wrong'
}

const checkLetters = 'ABCDEFGHJKLMNPQRTUVWXYZ'

/** @see DfE, Unique pupil numbers: the sum of digits by their place, modulo 23, is the letter */
export const pupilNumberOf = (text: string): string | undefined => {
  const upn = text.replace(/\s/g, '').toUpperCase()
  if (!/^[A-HJ-NP-RT-Z]\d{11}[0-9A-HJ-NP-RT-Z]$/.test(upn)) return undefined
  const last = upn.at(-1) ?? ''
  const values = [...upn.slice(1, 12)].map(Number)
  const lastValue = /\d/.test(last) ? Number(last) : checkLetters.indexOf(last)
  const sum = [...values, lastValue].reduce((total, value, at) => total + value * (at + 2), 0)
  return checkLetters[sum % 23] === upn[0] ? upn : undefined
}

export type PostcodeRead = string | 'wrong' | 'pseudo' | 'confidential'

/** `CON` is what the Standard Safeguarding Dataset writes for an address that the case system protects. */
export const postcodeOf = (text: string): PostcodeRead => {
  const code = text.toUpperCase().replace(/[^A-Z0-9]/g, '')
  if (code === 'CON' || code === 'CONFIDENTIAL' || code === 'RESTRICTED') return 'confidential'
  if (code.startsWith('ZZ99')) return 'pseudo'
  return /^[A-Z]{1,2}\d[A-Z0-9]?\d[A-Z]{2}$/.test(code)
    ? `${code.slice(0, -3)} ${code.slice(-3)}`
    : 'wrong'
}

type Relationship = (typeof relationships)[number]

/** Words that case systems use, beside the codes themselves. */
const relationshipWords: Readonly<Record<Relationship, string>> = {
  MOTHER: 'mother|birth mother|mum|natural mother|adoptive mother|mth|parent mother',
  FATHER: 'father|birth father|dad|natural father|adoptive father|fth|putative father',
  STEP_PARENT: 'step parent|stepmother|stepfather|step mother|step father',
  PARTNER_OF_PARENT:
    'partner of parent|parents partner|mothers partner|fathers partner|partner of mother|partner of father',
  GRANDPARENT:
    'grandparent|grandmother|grandfather|maternal grandmother|paternal grandmother|maternal grandfather|paternal grandfather',
  SIBLING: 'sibling|brother|sister|half brother|half sister|half sibling|step brother|step sister',
  OTHER_RELATIVE: 'other relative|aunt|uncle|cousin|great grandparent|relative',
  CARER:
    'carer|foster carer|foster parent|guardian|special guardian|kinship carer|private foster carer|legal guardian',
  OTHER: 'other|friend|neighbour|lodger|not related|parent',
}

const byWord = new Map(
  relationships.flatMap((code) =>
    [code, ...relationshipWords[code].split('|')].map((word) => [folded(word), code] as const),
  ),
)

export const relationshipOf = (text: string): Relationship | undefined => byWord.get(folded(text))

const statusWords: Readonly<Record<StatusCode, string>> = {
  EARLY_HELP: 'early help|eh|targeted family help|family help',
  IN_NEED: 'in need|cin|child in need|s17|section 17',
  PROTECTION_PLAN: 'protection plan|cp|cpp|child protection|child protection plan',
  LOOKED_AFTER: 'looked after|lac|cla|child looked after|in care',
  PROCEEDINGS: 'proceedings|care proceedings|plo',
  ADOPTED: 'adopted|adoption',
  SPECIAL_GUARDIANSHIP: 'special guardianship|sgo',
  CLOSED: 'closed|case closed|ended',
}

const statusByWord = new Map(
  statusCodes.flatMap((code) =>
    [code, ...statusWords[code].split('|')].map((word) => [folded(word), code] as const),
  ),
)

export const statusOf = (text: string): StatusCode | undefined => statusByWord.get(folded(text))

const placeholders = new Set([
  'unknown',
  'notknown',
  'unborn',
  'baby',
  'babyof',
  'tbc',
  'tba',
  'na',
  'none',
  'null',
  'x',
  'xx',
  'xxx',
  'unnamed',
  'notrecorded',
])

/** Whether a word stands for a name that nobody knows. */
export const isNamePlaceholder = (name: string): boolean => {
  const word = folded(name)
  return placeholders.has(word) || (word === '' && !/\p{L}/u.test(name))
}
