import type { Person } from '../people/person.ts'
import type { ChildEvidence } from './child-evidence.ts'
import { keyKinds } from './keys/key-kinds.ts'
import { featuresOf, type PersonFeatures } from './normalise/person-features.ts'

/** A key in clear. It must be put through a keyed hash before it is stored or sent anywhere. */
export type IndexKey = { readonly type: string; readonly value: string }

/** Each look-up is one query of the index; assessment's cost is bounded by this. */
const mostLookups = 12

const keysByKind = (features: PersonFeatures): readonly (readonly IndexKey[])[] =>
  keyKinds.map(({ type, valuesOf }) =>
    [...new Set(valuesOf(features))].map((value) => ({ type, value })),
  )

/** Every key under which a register adult is stored: all names, addresses and numbers, past ones too. */
export const indexKeys = (
  person: Person,
  children: readonly ChildEvidence[] = [],
): readonly IndexKey[] => keysByKind(featuresOf(person, children)).flat()

/**
 * The keys to look under, distinct, at most twelve, those of most use first. Each kind's first values come before any
 * kind's further ones, so that a person with eight aliases is still sought by every kind of key.
 */
export const lookupKeys = (
  person: Person,
  children: readonly ChildEvidence[] = [],
): readonly IndexKey[] => {
  const byKind = keysByKind(featuresOf(person, children))
  const early = byKind.flatMap((keys, at) => keys.slice(0, keyKinds[at]?.early))
  const later = byKind.flatMap((keys, at) => keys.slice(keyKinds[at]?.early))
  return [...early, ...later].slice(0, mostLookups)
}
