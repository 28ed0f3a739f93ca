import type { ChildEvidence } from './child-evidence.ts'
import { keyKinds } from './keys/key-kinds.ts'
import { keyPartsOf } from './keys/key-parts.ts'
import { type IndexKey, type LookupBounds, soughtKeysOf, storedKeysOf } from './keys/keys-of.ts'
import { featuresOf, type PersonFacts, type PersonFeatures } from './normalise/person-features.ts'

export type { IndexKey } from './keys/keys-of.ts'

/** Each lookup is one query of the index; assessment's cost is bounded by this. */
const bounds: LookupBounds = { most: 20, enough: 8 }

/** Every key under which a register adult is stored: all names, addresses and numbers, past ones too. */
export const indexKeysOf = (features: PersonFeatures): readonly IndexKey[] =>
  storedKeysOf(keyKinds, keyPartsOf(features))

/** Lookups of each person where a concern is about several: beyond these hardly anybody more is found. */
export const lookupsOfEach = 9

/** The keys to look for an adult under, at most twenty. */
export const lookupKeysOf = (features: PersonFeatures): readonly IndexKey[] =>
  soughtKeysOf(keyKinds, keyPartsOf(features), bounds)

/** {@link indexKeysOf} of a person with the children who depend on them. */
export const indexKeys = (
  person: PersonFacts,
  children: readonly ChildEvidence[] = [],
): readonly IndexKey[] => indexKeysOf(featuresOf(person, children))

/** {@link lookupKeysOf} of a person and the children named with them, at most so many. */
export const lookupKeys = (
  person: PersonFacts,
  children: readonly ChildEvidence[] = [],
  most: number = bounds.most,
): readonly IndexKey[] => lookupKeysOf(featuresOf(person, children)).slice(0, most)
