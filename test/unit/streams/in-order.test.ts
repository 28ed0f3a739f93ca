import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { HubError } from '../../../shared/kernel/hub-error.ts'
import { inOrder } from '../../../shared/streams/in-order.ts'

const recordOf = (number: number): DynamoDBRecord => ({
  dynamodb: { SequenceNumber: String(number) },
})
const eventOf = (...numbers: number[]): DynamoDBStreamEvent => ({ Records: numbers.map(recordOf) })

const aBatch = (
  failing: readonly number[],
  thrown: unknown = new TypeError('canary'),
  isSwept = false,
) => {
  const handled: string[] = []
  const lines: unknown[][] = []
  const handle = inOrder(
    async ({ dynamodb }) => {
      const number = dynamodb?.SequenceNumber ?? ''
      await Promise.resolve()
      if (failing.includes(Number(number))) throw thrown
      handled.push(number)
      return { kind: 'done' }
    },
    { log: (...line) => void lines.push(line), isSwept },
  )
  return { handle, handled, lines }
}

describe('a batch', () => {
  it('is handled one after another', async () => {
    const { handle, handled, lines } = aBatch([])
    expect(await handle(eventOf(1, 2, 3))).toEqual({ batchItemFailures: [] })
    expect(handled).toEqual(['1', '2', '3'])
    expect(lines.map(([, event]) => event)).toEqual(Array(3).fill('RECORD_COMPLETED'))
  })

  it('of nothing is nothing', async () => {
    expect(await aBatch([]).handle(eventOf())).toEqual({ batchItemFailures: [] })
  })

  it.each([1, 2, 3])('stops at the first failure, %i, and says where', async (number) => {
    const { handle, handled } = aBatch([number])
    expect(await handle(eventOf(1, 2, 3))).toEqual({
      batchItemFailures: [{ itemIdentifier: String(number) }],
    })
    expect(handled).toHaveLength(number - 1)
  })

  it('does not go on to a second failure', async () => {
    const { handle, lines } = aBatch([2, 3])
    expect((await handle(eventOf(1, 2, 3))).batchItemFailures).toEqual([{ itemIdentifier: '2' }])
    expect(lines.filter(([, event]) => event === 'RECORD_FAILED')).toHaveLength(1)
  })

  it('goes on past a row that this code cannot read, and says so aloud', async () => {
    const { error } = z.object({ version: z.literal(1) }).safeParse({ version: 2 })
    const { handle, handled, lines } = aBatch([1, 3], error)
    expect(await handle(eventOf(1, 2, 3, 4))).toEqual({ batchItemFailures: [] })
    expect(handled).toEqual(['2', '4'])
    expect(lines.filter(([level]) => level === 'error')).toHaveLength(2)
  })

  it('rings for none that the sweep will find, set aside and tell of', async () => {
    const { handle, handled, lines } = aBatch([1], new HubError('row-unreadable', 'a row'), true)
    expect(await handle(eventOf(1, 2))).toEqual({ batchItemFailures: [] })
    expect(handled).toEqual(['2'])
    expect(lines.map(([level, event]) => [level, event])).toEqual([
      ['warn', 'RECORD_FAILED'],
      ['info', 'RECORD_COMPLETED'],
    ])
  })

  it('comes again whole when the record has no number', async () => {
    const { handle } = aBatch([Number.NaN, 0])
    const event = { Records: [{}] } as DynamoDBStreamEvent
    const failing = inOrder(() => Promise.reject(new Error('a')), {
      log: () => undefined,
      isSwept: true,
    })
    expect(await failing(event)).toEqual({ batchItemFailures: [{ itemIdentifier: '' }] })
    expect(await handle({ Records: [] })).toEqual({ batchItemFailures: [] })
  })

  it.each([
    ['an error', new TypeError('canary'), 'TypeError'],
    ['a text', 'canary', 'unknown'],
    ['null', null, 'unknown'],
  ])('logs %s by its name and where it was thrown', async (_, thrown, errorName) => {
    const { handle, lines } = aBatch([1], thrown)
    await handle(eventOf(1))
    const frames: unknown = expect.any(Array)
    expect(lines).toEqual([['error', 'RECORD_FAILED', { errorName, frames }]])
    expect(JSON.stringify(lines)).not.toContain('canary')
  })
})
