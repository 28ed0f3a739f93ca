import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'

/** One call of a client, as the code made it. `text` is the request as JSON, to tell calls apart by the keys in them. */
export type DynamoDBCall = {
  readonly command: string
  readonly tables: readonly string[]
  readonly text: string
}

type Hooks = Partial<Record<'before' | 'after', (call: DynamoDBCall) => Promise<void> | void>>

const tableNamesIn = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    if (key === 'TableName' && typeof inner === 'string') return [inner]
    if (key === 'RequestItems') return Object.keys(inner as object)
    return tableNamesIn(inner)
  })
}

let added = 0

/**
 * Waits for the hooks around every call of the client, outside of the SDK's own retries: what throws before it never
 * arrived, what throws after it was applied and the reply lost. Gives the function that takes the hooks away.
 */
export const aroundDynamoDB = (
  client: DynamoDBClient,
  { before, after }: Hooks,
): (() => boolean) => {
  added += 1
  const name = `around-${added}`
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const call = {
        command: String(context['commandName']),
        tables: tableNamesIn(args.input),
        text: JSON.stringify(args.input),
      }
      await before?.(call)
      const output = await next(args)
      await after?.(call)
      return output
    },
    { step: 'initialize', name },
  )
  return () => client.middlewareStack.remove(name)
}

/** The transactions of the hub, told apart by a key that only they write. */
export const transactions = {
  intake: '"pk":{"S":"IDEM#',
  assessment: '"sk":{"S":"ASSESSMENT#',
  markSent: '"pk":{"S":"OUTBOX#',
  answer: '"pk":{"S":"ALERT#',
  register: '"pk":{"S":"BK#',
} as const

/** Crashes once, before or after the first transaction that holds `text`; says whether it has. */
export const crashOnce = (
  client: DynamoDBClient,
  when: 'before' | 'after',
  text: string,
): { readonly hasCrashed: () => boolean; readonly stop: () => boolean } => {
  let crashed = false
  const stop = aroundDynamoDB(client, {
    [when]: (call: DynamoDBCall): void => {
      if (crashed || call.command !== 'TransactWriteItemsCommand' || !call.text.includes(text))
        return
      crashed = true
      throw new Error(`crash ${when} the transaction`)
    },
  })
  return { hasCrashed: () => crashed, stop }
}
