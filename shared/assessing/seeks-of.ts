import { peopleOf } from '../concerns/people-of.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import { childLookupKeys } from '../matching/child-keys.ts'
import { lookupKeys } from '../matching/index-keys.ts'
import type { Seek } from './gathered.ts'
import { childEvidenceOf, childFactsOf } from './match-of.ts'

/** The most keys under which one person is sought. */
const mostLookups = 9

/** Everybody named in a concern, by the keys under which each may be found by themselves (policy §1.1). */
export const seeksOf = (stored: StoredConcern): Seek[] =>
  peopleOf(stored.concern).map((one) => ({
    person: one.person,
    kind: one.kind,
    keys:
      one.kind === 'child'
        ? childLookupKeys(childFactsOf(stored, one.person))
        : lookupKeys(one.facts, childEvidenceOf(stored.concern)).slice(0, mostLookups),
    settled: stored.settled.filter(({ person }) => person === one.person).flatMap(({ ids }) => ids),
  }))
