import { type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { chronologySchema } from '../../chronology/notification.ts'
import type { Gather } from '../../concerns/gathered.ts'
import type { IndexKey } from '../../matching/index-keys.ts'
import { prerank } from '../../matching/prerank.ts'
import { largestBlock, mostCandidates, usableHits } from '../../matching/usable-hits.ts'
import { type IndexEntry, indexEntrySchema } from '../../register/index-entry.ts'
import { storedAdultSchema, storedChildSchema } from '../../register/stored.ts'
import { batchGet } from './batch-get.ts'
import { asItem } from './item.ts'
import { adultKey, childKey, chronologyKey } from './keys.ts'

type Tables = { readonly register: string; readonly casework: string }
type Block = {
  readonly key: IndexKey
  readonly entries: readonly IndexEntry[]
  readonly isCut: boolean
}

const readBlock = async (
  client: DynamoDBClient,
  register: string,
  { key, hash }: { key: IndexKey; hash: string },
): Promise<Block> => {
  const { Items = [], LastEvaluatedKey } = await client.send(
    new QueryCommand({
      TableName: register,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: asItem({ ':pk': `BK#${hash}` }),
      Limit: largestBlock,
    }),
  )
  const entries = Items.map((item) => indexEntrySchema.parse(unmarshall(item)['entry']))
  return { key, entries, isCut: LastEvaluatedKey !== undefined }
}

/**
 * Two round trips: every key of the index at once, then one batch for the adults worth scoring, their children and what
 * is remembered of those. `hashKeys` gives the keyed hash of each key, in order.
 */
export const gatherFrom =
  (
    client: DynamoDBClient,
    tables: Tables,
    hashKeys: (keys: readonly IndexKey[]) => Promise<readonly string[]>,
  ): Gather =>
  async (keys) => {
    const hashes = await hashKeys(keys)
    const lookups = keys.flatMap((key, at) =>
      hashes[at] === undefined ? [] : [{ key, hash: hashes[at] }],
    )
    const blocks = await Promise.all(
      lookups.map((lookup) => readBlock(client, tables.register, lookup)),
    )
    const { hits, incomplete } = usableHits(
      blocks.map(({ key, entries, isCut }) => ({
        key,
        ids: entries.map(({ adultId }) => adultId),
        isCut,
      })),
    )
    const adultIds = prerank(hits, mostCandidates)
    const wanted = new Set<string>(adultIds)
    const entries = blocks
      .flatMap((block) => block.entries)
      .filter(({ adultId }) => wanted.has(adultId))
    const childIds = [...new Set(entries.flatMap((entry) => entry.childIds))]
    const rows = await batchGet(client, {
      [tables.register]: [...adultIds.map(adultKey), ...childIds.map(childKey)],
      [tables.casework]: childIds.map(chronologyKey),
    })
    const of = (field: string): unknown[] =>
      rows.flatMap((row) => (row[field] === undefined ? [] : [row[field]]))
    const remembered = of('chronology').map((value) => chronologySchema.parse(value))
    return {
      adults: of('adult').map((value) => storedAdultSchema.parse(value)),
      children: of('child').map((value) => storedChildSchema.parse(value)),
      chronologies: childIds.map(
        (childId) =>
          remembered.find((chronology) => chronology.childId === childId) ?? {
            childId,
            version: 0,
            notifications: [],
          },
      ),
      incomplete,
    }
  }
