import { describe, expect, it } from 'vitest'
import { createInMemoryStore } from '../../../local/in-memory/store.ts'
import {
  concernsNearIn,
  concernsSoughtIn,
  keepLookupsIn,
} from '../../../shared/aws/dynamodb/lookups.ts'
import { tables as definitions } from '../../../shared/aws/dynamodb/tables.ts'
import { type ConcernId, concernIdSchema } from '../../../shared/kernel/ids.ts'
import { firstUuidAt } from '../../../shared/kernel/uuid-v7.ts'
import type { IndexKey } from '../../../shared/matching/index-keys.ts'
import { now } from '../../builders/ports.ts'

/** As many as a service may send of one person before anybody stops it. */
const flood = 450
/** As long as a real hash. */
const hashOf = ({ type }: IndexKey): string => `1#${type}#${'A'.repeat(22)}`
const until = new Date(now.getTime() + 86_400_000)

/** A concern that many minutes ago. */
const concernAt = (minutes: number): ConcernId =>
  concernIdSchema.parse(firstUuidAt(new Date(now.getTime() - minutes * 60_000)))

const [narrow, broad] = [
  { type: 'identifier', value: '9999999999' },
  { type: 'name-pair', value: 'ysolde|ferris' },
] as const satisfies readonly IndexKey[]

/** One concern that protects, and since then very many about the same person that say nothing. */
const flooded = async (key: IndexKey) => {
  const store = createInMemoryStore(definitions)
  const hashKeys = (keys: readonly IndexKey[]): Promise<readonly string[]> =>
    Promise.resolve(keys.map(hashOf))
  const keep = keepLookupsIn(store, 'casework', hashKeys)
  const protecting = concernAt(flood + 1)
  await keep({ concernId: protecting, protects: true, keys: [key], until })
  for (let at = flood; at > 0; at -= 1)
    await keep({ concernId: concernAt(at), protects: false, keys: [key], until })
  return {
    protecting,
    near: concernsNearIn(store, 'casework', hashKeys),
    sought: concernsSoughtIn(store, 'casework', (hashes) => Promise.resolve(hashes)),
  }
}

describe('a concern that protects', () => {
  it('is found however many others somebody sends about the same person afterwards', async () => {
    const { protecting, near } = await flooded(narrow)
    const latest = { concernId: concernAt(0), keys: [narrow], protects: false }
    expect(await near(latest, now)).toEqual([protecting])
  })

  it('finds each of them, to be protected too', async () => {
    const { near } = await flooded(narrow)
    const latest = { concernId: concernAt(0), keys: [narrow], protects: true }
    expect(await near(latest, now)).toHaveLength(flood + 1)
  })
})

describe('a person who is recorded', () => {
  it('is found in every concern about them, the newest first', async () => {
    const { protecting, sought } = await flooded(narrow)
    const found = await sought([hashOf(narrow)], now)
    expect(found).toHaveLength(flood + 1)
    expect(found.at(-1)).toBe(protecting)
  })

  it('is not sought under a key that very many share', async () => {
    const { sought } = await flooded(broad)
    expect(await sought([hashOf(broad)], now)).toEqual([])
  })
})
