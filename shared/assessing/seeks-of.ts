import { addMonths } from '../calendar/months.ts'
import { type ConcernPerson, peopleOf } from '../concerns/people-of.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import { protects } from '../household/protects.ts'
import { childLookupKeys } from '../matching/child-keys.ts'
import { type IndexKey, lookupKeys, lookupsOfEach } from '../matching/index-keys.ts'
import type { Lookups, Seek } from './gathered.ts'
import { childEvidenceIn, childFactsIn } from './people-as-sought.ts'

const keysOf = (stored: StoredConcern, one: ConcernPerson): readonly IndexKey[] =>
  one.kind === 'child'
    ? childLookupKeys(childFactsIn(stored, one))
    : lookupKeys(one.person, childEvidenceIn(stored.concern), lookupsOfEach)

/** Everybody named in a concern, by the keys under which each may be found by themselves (policy §1.1). */
export const seeksOf = (stored: StoredConcern): Seek[] =>
  peopleOf(stored.concern).map((one) => ({
    person: one.ref,
    kind: one.kind,
    keys: keysOf(stored, one),
    settled: stored.settled.filter(({ person }) => person === one.ref).flatMap(({ ids }) => ids),
  }))

/** How long a concern protects others of its household. */
const monthsProtecting = 24

/** Until when a concern may protect others of its household (policy §2, protectedHousehold). */
export const protectsUntil = ({ receivedAt }: Pick<StoredConcern, 'receivedAt'>): Date =>
  addMonths(new Date(receivedAt), monthsProtecting)

/** By what a concern is found later: the very keys by which its people are sought now. */
export const lookupsOf = (stored: StoredConcern, seeks: readonly Seek[]): Lookups => ({
  concernId: stored.concernId,
  protects: protects(stored),
  keys: seeks.flatMap(({ keys }) => keys),
  until: protectsUntil(stored),
})
