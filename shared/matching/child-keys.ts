import type { ChildFacts } from './child-facts.ts'
import { lookupsOfEach } from './index-keys.ts'
import { childKeyKinds } from './keys/child-key-kinds.ts'
import { childKeyPartsOf } from './keys/child-key-parts.ts'
import { type IndexKey, type LookupBounds, soughtKeysOf, storedKeysOf } from './keys/keys-of.ts'
import { featuresOfChild } from './normalise/features-of-child.ts'

const bounds: LookupBounds = { most: lookupsOfEach, enough: lookupsOfEach }

/** Every key under which a registered child is stored: all names, addresses and numbers, and those of its adults. */
export const childIndexKeys = (child: ChildFacts): readonly IndexKey[] =>
  storedKeysOf(childKeyKinds, childKeyPartsOf(featuresOfChild(child)))

/** The keys to look for a child of a concern under, distinct, at most nine, those of most use first. */
export const childLookupKeys = (child: ChildFacts): readonly IndexKey[] =>
  soughtKeysOf(childKeyKinds, childKeyPartsOf(featuresOfChild(child)), bounds)
