import { commonChildNames, commonGivenNames } from '../../common-names.ts'
import { celticNames } from './celtic-names.ts'
import { childrensNames } from './childrens-names.ts'
import { englishNames } from './english-names.ts'
import { givenNamesAToG } from './given-names-a-to-g.ts'
import { givenNamesHToM } from './given-names-h-to-m.ts'
import { givenNamesNToZ } from './given-names-n-to-z.ts'
import { shortForms } from './short-forms.ts'
import { spellings } from './spellings.ts'
import { widerNames } from './wider-names.ts'

const groupsOf = (lines: readonly string[]): readonly (readonly string[])[] =>
  lines.map((line) => line.split(' '))

const spellingGroups = groupsOf(spellings)

/** Groups of forms that one person may go by. Our own list: public ones lack most names of these islands' newer families. */
export const nicknameGroups: readonly (readonly string[])[] = [
  ...groupsOf([...englishNames, ...childrensNames, ...celticNames]),
  ...spellingGroups,
  ...groupsOf([...widerNames, ...shortForms]),
]

const indexOf = (
  groups: readonly (readonly string[])[],
): ReadonlyMap<string, readonly number[]> => {
  const byForm = new Map<string, number[]>()
  for (const [group, forms] of groups.entries()) {
    for (const form of new Set(forms)) byForm.set(form, [...(byForm.get(form) ?? []), group])
  }
  return byForm
}

const groupsByForm = indexOf(nicknameGroups)
const spellingsByForm = indexOf(spellingGroups)

/** Asked of every two forenames that differ, so without a closure. */
const shareGroup = (
  byForm: ReadonlyMap<string, readonly number[]>,
  a: string,
  b: string,
): boolean => {
  const some = byForm.get(a)
  const others = some === undefined ? undefined : byForm.get(b)
  if (some === undefined || others === undefined) return false
  for (const group of some) if (others.includes(group)) return true
  return false
}

/** Names in their own right: whoever bears one is not known to bear a longer one that begins so (Ella, Eleanor's too). */
const fullNames: ReadonlySet<string> = new Set([
  ...nicknameGroups.flatMap((forms) => forms.slice(0, 1)),
  ...[givenNamesAToG, givenNamesHToM, givenNamesNToZ].flatMap((names) => names.trim().split(/\s+/)),
  ...Object.keys(commonGivenNames),
  ...Object.keys(commonChildNames),
])

/** Whether a folded form is a given name that we know. */
export const isGivenName = (form: string): boolean => groupsByForm.has(form) || fullNames.has(form)

const shortestShort = 3

/** A short form made in the usual way, by leaving off the end: Kath of Kathleen. Not where the short one is a name itself. */
const isShortened = (short: string, long: string): boolean =>
  short.length >= shortestShort &&
  long.length >= short.length + 2 &&
  long.startsWith(short) &&
  !fullNames.has(short)

/** Whether two folded forms may be one name. Not transitive: Alex is Alexander and Alexandra, who are two names. */
export const isNicknameOf = (a: string, b: string): boolean =>
  isOfOneGroup(a, b) ||
  (a.charCodeAt(0) === b.charCodeAt(0) && (isShortened(a, b) || isShortened(b, a)))

/** Short for one name, and given as two to sisters and brothers. */
const ownNames = new Set(
  (
    'ella ellie ellen nora molly polly moira maureen daisy megan greta rita elsie eliza libby lisa jack sean ian evan liam ' +
    'hannah nancy annie lily harry jake seamus hamish'
  ).split(' '),
)

/** Ella and Ellie are both short for Eleanor, but of two who are so called neither need be she. */
const isOfOneGroup = (a: string, b: string): boolean =>
  shareGroup(groupsByForm, a, b) && !(ownNames.has(a) && ownNames.has(b))

const longEnough = 5

const endsOf = (form: string): string =>
  form
    .replace(/(?<=[aeiou])h$/, '')
    .replace(/(?:leigh|ley|lie|lee)$/, 'li')
    .replace(/(?<=[^aeiou])(?:ey|ie|ee|y|i)$/, 'i')

/** One spelling of those that differ by sound alone: a doubled letter, y or i, c or k, ph or f, the end of Kelly or Sarah. */
const spelt = (form: string): string =>
  form
    .replace(/ph/g, 'f')
    .replace(/ck/g, 'k')
    .replace(/c(?![eiyh])/g, 'k')
    .replace(/^ch(?=r)/, 'k')
    .replace(/nne$/, 'n')
    .replace(/y(?=[^aeiou])/g, 'i')
    .replace(/([a-z])\1/g, '$1')

/** Short names differ by their ends (Eli and Ellie), but for a silent h (Sara, Sarah). */
const isSpeltAs = (a: string, b: string): boolean => {
  if (spelt(a) === spelt(b)) return true
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (long.length < longEnough || (short.length < longEnough && long !== `${short}h`)) return false
  return spelt(endsOf(a)) === spelt(endsOf(b))
}

const mostMore = 3

const mayBeRespelt = (a: string, b: string): boolean => {
  const [first, other] = [a.charAt(0), b.charAt(0)]
  return (
    Math.abs(a.length - b.length) <= mostMore &&
    a.charAt(1) === b.charAt(1) &&
    (first === other || (first === 'c' && other === 'k') || (first === 'k' && other === 'c'))
  )
}

const withoutE = (form: string): string => form.replace(/([aou])e/g, '$1').replace(/^aa/, 'a')

const isRespelt = (a: string, b: string): boolean => {
  if (!mayBeRespelt(a, b)) return false
  return isSpeltAs(a, b) || (Math.min(a.length, b.length) > 3 && withoutE(a) === withoutE(b))
}

/** Whether two folded forms are one name as it is spelt, or brought into Latin letters, in two ways. */
export const isSpellingOf = (a: string, b: string): boolean =>
  shareGroup(spellingsByForm, a, b) || isRespelt(a, b)

/** The spelling that stands for all spellings of a folded form. */
export const usualSpelling = (form: string): string => {
  const [group] = spellingsByForm.get(form) ?? []
  return group === undefined ? form : (spellingGroups[group]?.[0] ?? form)
}

const mostForms = 3

/**
 * The fullest form of every name this may be short for, or the form itself; so that Bob and Robert share a key. Not more than
 * a few, those of these islands first: names like John are a name of every language.
 */
export const fullFormsOf = (form: string): readonly string[] => {
  const groups = groupsByForm.get(form)
  if (groups === undefined) return [form]
  const fullest = groups.map((group) => nicknameGroups[group]?.[0] ?? form)
  return [...new Set(fullest)].slice(0, mostForms)
}
