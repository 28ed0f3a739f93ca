import type { ChildEvidence } from './child-evidence.ts'
import { keyKinds } from './keys/key-kinds.ts'
import { keyPartsOf } from './keys/key-parts.ts'
import { featuresOf, type PersonFacts, type PersonFeatures } from './normalise/person-features.ts'

/** A key in clear. It must be put through a keyed hash before it is stored or sent anywhere. */
export type IndexKey = { readonly type: string; readonly value: string }

/** Each lookup is one query of the index; assessment's cost is bounded by this. */
const mostLookups = 20
/** Further values of a kind are looked up only where there are fewer lookups than this. */
const enoughLookups = 8

/** Every key under which a register adult is stored: all names, addresses and numbers, past ones too. */
export const indexKeysOf = (features: PersonFeatures): readonly IndexKey[] => {
  const parts = keyPartsOf(features)
  return keyKinds.flatMap(({ type, valuesOf, isStored }) =>
    isStored?.(parts) === false
      ? []
      : [...new Set(valuesOf(parts))].map((value) => ({ type, value })),
  )
}

/**
 * The keys to look under, distinct, at most twenty, those of most use first. Each kind's first values come before any
 * kind's further ones, so that a person with eight aliases is still sought by every kind of key.
 */
export const lookupKeysOf = (features: PersonFeatures): readonly IndexKey[] => {
  const parts = keyPartsOf(features)
  const early: IndexKey[] = []
  const later: IndexKey[] = []
  for (const { type, early: first, valuesOf, isSought } of keyKinds) {
    if (isSought?.(parts) === false) continue
    for (const [at, value] of [...new Set(valuesOf(parts))].entries())
      (at < first ? early : later).push({ type, value })
  }
  const further = later.slice(0, Math.max(0, enoughLookups - early.length))
  return [...early, ...further].slice(0, mostLookups)
}

/** {@link indexKeysOf} of a person with the children who depend on them. */
export const indexKeys = (
  person: PersonFacts,
  children: readonly ChildEvidence[] = [],
): readonly IndexKey[] => indexKeysOf(featuresOf(person, children))

/** {@link lookupKeysOf} of a person and the children named with them. */
export const lookupKeys = (
  person: PersonFacts,
  children: readonly ChildEvidence[] = [],
): readonly IndexKey[] => lookupKeysOf(featuresOf(person, children))
