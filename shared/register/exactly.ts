import { foldText } from '../matching/normalise/fold-text.ts'
import { isAdopted, type StoredAdult, type StoredChild } from './stored.ts'

type Name = { readonly given?: string | undefined; readonly family?: string | undefined }

/** Of whom somebody knows who they are: a number, or a whole name and the day of birth. */
export type Details =
  | { readonly nhsNumber: string }
  | {
      readonly name: { readonly given: string; readonly family: string }
      readonly dateOfBirth: string
    }

const isSameName = (one: Name, other: Name): boolean =>
  foldText(one.given ?? '') === foldText(other.given ?? '') &&
  foldText(one.family ?? '') === foldText(other.family ?? '')

type Facts = {
  readonly names: readonly Name[]
  readonly dateOfBirth?: string | undefined
  readonly nhsNumbers: readonly string[]
}

const areOf = (details: Details, { names, dateOfBirth, nhsNumbers }: Facts): boolean =>
  'nhsNumber' in details
    ? nhsNumbers.includes(details.nhsNumber)
    : dateOfBirth === details.dateOfBirth && names.some((name) => isSameName(name, details.name))

/** Whether a record is of exactly this adult, by any name that they have had. */
export const isExactlyAdult = (details: Details, { person }: StoredAdult): boolean =>
  areOf(details, person)

const earlierOf = ({ alsoKnownAs, formerNhsNumbers }: StoredChild['child']) => ({
  names: alsoKnownAs,
  nhsNumbers: formerNhsNumbers,
})

/** As {@link isExactlyAdult}, of a child. One who was adopted is found by what is theirs now, never by what was. */
export const isExactlyChild = (details: Details, { child }: StoredChild): boolean => {
  const now = child.nhsNumber === undefined ? [] : [child.nhsNumber]
  const current = child.name === undefined ? [] : [child.name]
  const { dateOfBirth } = child
  const before = isAdopted(child) ? { names: [], nhsNumbers: [] } : earlierOf(child)
  return areOf(details, {
    names: [...current, ...before.names],
    dateOfBirth,
    nhsNumbers: [...now, ...before.nhsNumbers],
  })
}
