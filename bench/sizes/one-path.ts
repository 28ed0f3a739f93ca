import { gatherFrom } from '../../shared/aws/dynamodb/gather.ts'
import { defaultModel } from '../../shared/matching/default-model.ts'
import { lookupKeys, lookupsOfEach } from '../../shared/matching/index-keys.ts'
import { type MatchResult, matchPerson } from '../../shared/matching/match.ts'
import type { PersonFacts } from '../../shared/matching/normalise/person-features.ts'
import { hashOf } from './hash-of.ts'
import { type Rows, tableOf } from './table-of.ts'

/** A subject, and all that the tables hold of the query about them. */
export type Given = Rows & { readonly subject: PersonFacts }

export type OnePath = {
  readonly match: MatchResult
  readonly fetched: readonly string[]
  readonly roundTrips: number
}

const tables = { register: 'register', casework: 'casework' }

/** One query from keys to band as the function takes it: the hub's own reading, over tables in memory. */
export const onePath = async (given: Given): Promise<OnePath> => {
  const { store, roundTrips } = tableOf(given)
  const gather = gatherFrom(store, tables, (keys) => Promise.resolve(keys.map(hashOf)))
  const keys = lookupKeys(given.subject, [], lookupsOfEach)
  const sought = { person: 'subject', kind: 'adult', keys, settled: [] } as const
  const { adults, sought: found } = await gather([sought], defaultModel.version)
  const match = matchPerson({
    query: given.subject,
    children: [],
    candidates: adults.map(({ adultId, person, children }) => ({ id: adultId, person, children })),
    model: defaultModel,
    incomplete: found.some((one) => one.incomplete),
  })
  return { match, fetched: adults.map(({ adultId }) => adultId), roundTrips: roundTrips() }
}
