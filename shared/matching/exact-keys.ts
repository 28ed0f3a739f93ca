import { childLookupKeys } from './child-keys.ts'
import { type IndexKey, lookupKeys } from './index-keys.ts'
import { childKeyKinds } from './keys/child-key-kinds.ts'
import type { Telling } from './keys/key-kind.ts'
import { keyKinds } from './keys/key-kinds.ts'

type Known = {
  readonly names: readonly { readonly given: string; readonly family: string }[]
  readonly dateOfBirth?: string | undefined
  readonly nhsNumbers: readonly string[]
}

/** Lists of keys: whoever is meant stands under one of every list. */
export type ExactKeys = readonly (readonly IndexKey[])[]

const typesOf = (telling: Telling): ReadonlySet<string> =>
  new Set(
    [...keyKinds, ...childKeyKinds]
      .filter(({ tells }) => tells === telling)
      .map(({ type }) => type),
  )

/** Of a whole name: what every concern is sought by, however much else it says (`early` of these kinds). */
const namesOfOne = 2

/**
 * By which somebody is found of whom a number is known, or a whole name and the day of birth: by the number; or by the day
 * with the beginning (of a child: the sound) of the given name, and by the day with that of the family name.
 */
export const exactKeysOf = (kind: 'child' | 'adult', known: Known): ExactKeys => {
  const person = { ...known, names: [...known.names], nhsNumbers: [...known.nhsNumbers] }
  const keys =
    kind === 'adult'
      ? lookupKeys({ ...person, addresses: [], phones: [], emails: [] })
      : childLookupKeys({ ...person, addresses: [], adults: [] })
  const of = (telling: Telling): readonly IndexKey[] => {
    const types = typesOf(telling)
    return keys.filter(({ type }) => types.has(type))
  }
  return known.nhsNumbers.length > 0
    ? [of('number')]
    : of('name-and-date')
        .slice(0, namesOfOne)
        .map((key) => [key])
}
