import { commonChildNames, commonGivenNames } from '../../common-names.ts'
import { celticNames } from './celtic-names.ts'
import { childrensNames } from './childrens-names.ts'
import { englishNames } from './english-names.ts'
import { widerNames } from './wider-names.ts'

/** Groups of forms that one person may go by. Our own list: public ones lack most names of these islands' newer families. */
export const nicknameGroups: readonly (readonly string[])[] = [
  ...englishNames,
  ...childrensNames,
  ...celticNames,
  ...widerNames,
].map((line) => line.split(' '))

const groupsByForm = ((): ReadonlyMap<string, readonly number[]> => {
  const byForm = new Map<string, number[]>()
  for (const [group, forms] of nicknameGroups.entries()) {
    for (const form of new Set(forms)) byForm.set(form, [...(byForm.get(form) ?? []), group])
  }
  return byForm
})()

/** Whether two folded forms may be one name. Not transitive: Alex is Alexander and Alexandra, who are two names. */
export const isNicknameOf = (a: string, b: string): boolean => {
  const others = groupsByForm.get(b)
  return (
    others !== undefined && (groupsByForm.get(a)?.some((group) => others.includes(group)) ?? false)
  )
}

const spellings: readonly ReadonlySet<string>[] = widerNames.map((line) => new Set(line.split(' ')))

/** Whether two folded forms are one name brought into Latin letters in two ways. */
export const isSpellingOf = (a: string, b: string): boolean =>
  spellings.some((forms) => forms.has(a) && forms.has(b))

/** The fullest form of every name this may be short for, or the form itself; so that Bob and Robert share a key. */
export const fullFormsOf = (form: string): readonly string[] => {
  const groups = groupsByForm.get(form)
  return groups === undefined ? [form] : groups.map((group) => nicknameGroups[group]?.[0] ?? form)
}

/** Whether a folded form is a name that people are given, and so no slip in another. */
export const isGivenName = (form: string): boolean =>
  groupsByForm.has(form) ||
  Object.hasOwn(commonGivenNames, form) ||
  Object.hasOwn(commonChildNames, form)
