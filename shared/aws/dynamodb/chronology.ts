import { type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import * as z from 'zod'
import {
  type ChronologyEntry,
  chronologyEntrySchema,
  type StandingEntry,
} from '../../chronology/entry.ts'
import type { ChildId } from '../../kernel/ids.ts'
import { batchGet } from './batch-get.ts'
import { asItem } from './item.ts'
import { entryKey, supersededKey } from './keys.ts'

export type EntriesPage = {
  readonly items: readonly StandingEntry[]
  /** Id of the page's last entry, where there are more. */
  readonly next: string | undefined
}
type Page = { readonly limit: number; readonly after?: string | undefined }

const queryEntries = async (
  client: DynamoDBClient,
  casework: string,
  { childId, limit, after }: Page & { readonly childId: ChildId },
): Promise<readonly ChronologyEntry[]> => {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: casework,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :entries)',
      ExpressionAttributeValues: asItem({ ':pk': entryKey(childId, '').pk, ':entries': 'ENTRY#' }),
      ScanIndexForward: false,
      ConsistentRead: true,
      Limit: limit,
      ...(after !== undefined && { ExclusiveStartKey: asItem(entryKey(childId, after)) }),
    }),
  )
  return Items.map((item) => chronologyEntrySchema.parse(unmarshall(item)['entry']))
}

const markSchema = z.object({ sk: z.string(), supersededBy: z.string() })

/** Says of each entry what corrected it and what it corrects, as far as the reader may see both. */
const standingOf = async (
  client: DynamoDBClient,
  casework: string,
  { childId, entries }: { readonly childId: ChildId; readonly entries: readonly ChronologyEntry[] },
): Promise<readonly StandingEntry[]> => {
  const corrected = new Set(entries.flatMap(({ corrects }) => corrects ?? []))
  const rows = await batchGet(client, {
    [casework]: [
      ...entries.map(({ entryId }) => supersededKey(childId, entryId)),
      ...[...corrected].map((entryId) => entryKey(childId, entryId)),
    ],
  })
  const seen = new Set(rows.map(({ sk }) => String(sk)))
  const marks = new Map(
    rows.flatMap((row) => {
      const mark = markSchema.safeParse(row)
      return mark.success ? [[mark.data.sk, mark.data.supersededBy] as const] : []
    }),
  )
  return entries.map((entry) => ({
    childId,
    entry: isCorrectionOfUnseen(entry, (id) => seen.has(entryKey(childId, id).sk))
      ? asConcern(entry)
      : entry,
    supersededBy: marks.get(supersededKey(childId, entry.entryId).sk),
  }))
}

const isCorrectionOfUnseen = (
  { corrects }: ChronologyEntry,
  isSeen: (entryId: string) => boolean,
): boolean => corrects !== undefined && !isSeen(corrects)

/** That something was corrected would tell that there was something, which the reader may not see. */
const asConcern = ({ corrects: _, ...entry }: ChronologyEntry): ChronologyEntry => ({
  ...entry,
  kind: 'CONCERN',
})

/**
 * One page of what a child's authority may see, newest first. One more entry is read than shown, so that whether a next
 * page is offered depends on these entries alone.
 */
export const readEntriesOfChildIn =
  (client: DynamoDBClient, casework: string) =>
  async (childId: ChildId, { limit, after }: Page): Promise<EntriesPage> => {
    const found = await queryEntries(client, casework, { childId, limit: limit + 1, after })
    const entries = found.slice(0, limit)
    return {
      items: await standingOf(client, casework, { childId, entries }),
      next: found.length > limit ? entries.at(-1)?.entryId : undefined,
    }
  }
