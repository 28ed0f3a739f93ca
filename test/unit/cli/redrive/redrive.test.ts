import { describe, expect, it } from 'vitest'
import { destinationOf } from '../../../../cli/redrive/destination-of.ts'
import { type Letter, type Queues, type Readers, redrive } from '../../../../cli/redrive/redrive.ts'

const event = (id: string): string =>
  JSON.stringify({ specversion: '1.0', id, type: 'alert.raised', data: { alertId: 'a' } })

const noReaders: Readers = {
  read: () => Promise.reject(new Error('nothing is kept whole of this')),
  drop: () => Promise.reject(new Error('nothing is kept whole of this')),
  handTo: () => Promise.reject(new Error('nobody reads this')),
}

/** Queues in memory; what was received is hidden until the test is over. */
const aPost = (
  dead: readonly string[],
  fail: { readonly onSend?: number; readonly onRemove?: number } = {},
) => {
  const letters = dead.map((body, at): Letter => ({ body, receipt: String(at) }))
  const hidden = new Set<string>()
  const left = new Set(letters.map(({ receipt }) => receipt))
  const sent: string[] = []
  const queues: Queues & Readers = {
    ...noReaders,
    receive: async () => {
      const found = letters
        .filter(({ receipt }) => left.has(receipt) && !hidden.has(receipt))
        .slice(0, 2)
      for (const { receipt } of found) hidden.add(receipt)
      return found
    },
    send: async (queue, body) => {
      if (sent.length === fail.onSend) throw new Error('no connection')
      sent.push(`${queue} ${JSON.parse(body).id}`)
    },
    remove: async (_, receipt) => {
      if (sent.length === fail.onRemove) throw new Error('no connection')
      left.delete(receipt)
    },
  }
  return { queues, sent, left, hidden }
}

const unsent = 'hub-alerts-E99-unsent'

describe('dead letters', () => {
  it.each([
    [unsent, 'hub-inbox-E99'],
    ['hub-inbox-E99-refused', 'hub-inbox-E99'],
    ['hub-escalations-E99-unsent', 'hub-escalations-E99'],
    ['hub-escalations-E99-refused', 'hub-escalations-E99'],
    ['hub-holding-unsent', 'hub-holding'],
  ])('of %s go back to %s', (queue, destination) => {
    expect(destinationOf(queue)).toBe(destination)
  })

  it.each([
    ['hub-assess-concern-left-behind', 'waits in the index'],
    ['hub-inbox-E99', 'no queue of dead letters'],
    ['other-unsent', 'no queue of dead letters'],
    ['', 'no queue of dead letters'],
  ])('are none in %s', (queue, said) => {
    expect(() => destinationOf(queue)).toThrow(said)
  })

  it('are all put back, each told by its id', async () => {
    const { queues, sent, left } = aPost(['1', '2', '3'].map(event))
    const told: string[] = []
    const report = await redrive(unsent, queues, (line) => void told.push(line))
    expect(report).toEqual({ moved: 3, left: 0 })
    expect(sent).toEqual(['1', '2', '3'].map((id) => `hub-inbox-E99 ${id}`))
    expect([left.size, told[0]]).toEqual([0, 'alert.raised 1 → hub-inbox-E99'])
  })

  it.each(['not JSON', '{"id":7}', '[]'])(
    'that are none of the hub’s (%s) stay, and keep no other',
    async (odd) => {
      const { queues, sent, left } = aPost([odd, event('1')])
      const told: string[] = []
      expect(await redrive(unsent, queues, (line) => void told.push(line))).toEqual({
        moved: 1,
        left: 1,
      })
      expect([sent.length, left.size]).toEqual([1, 1])
      expect(told.join()).not.toContain(odd)
    },
  )

  it('are none lost when it dies between sending and taking away: one is there twice, and receivers drop it', async () => {
    const dead = ['1', '2', '3'].map(event)
    const died = aPost(dead, { onRemove: 2 })
    await expect(redrive(unsent, died.queues, () => undefined)).rejects.toThrow('no connection')
    expect([died.sent.length, died.left.size]).toEqual([2, 2])
    const broken = aPost(dead, { onSend: 1 })
    await expect(redrive(unsent, broken.queues, () => undefined)).rejects.toThrow('no connection')
    expect([broken.sent.length, broken.left.size]).toEqual([1, 2])
  })
})

const whole = 'hub-watch-tables-left-behind'
const named = JSON.stringify({
  source: 'aws.s3',
  detail: { bucket: { name: 'left' }, object: { key: 'aws/lambda/a-stream/one' } },
})
const givenUp = (name: string, records = [{ eventName: 'REMOVE' }, { eventName: 'MODIFY' }]) =>
  JSON.stringify({
    requestContext: {
      functionArn: `arn:aws:lambda:eu-west-2:000000000000:function:${name}:live`,
      condition: 'RetryAttemptsExhausted',
    },
    DDBStreamBatchInfo: { batchSize: records.length },
    payload: JSON.stringify({ Records: records }),
  })

/** A bucket with one object, and a reader that answers so. */
const kept = (object: string | undefined, answer: { hasFailed: boolean; reply: string }) => {
  const { queues, left } = aPost([named])
  const handed: string[] = []
  const dropped: string[] = []
  const places = {
    ...queues,
    read: async () => object,
    drop: async ({ name }: { name: string }) => void dropped.push(name),
    handTo: async (reader: string, event: string) => {
      handed.push(`${reader} ${event}`)
      return answer
    },
  }
  return { places, left, handed, dropped }
}

const taken = { hasFailed: false, reply: '{"batchItemFailures":[]}' }

describe('changes that a stream gave up on', () => {
  it('are handed to their reader whole, and go once that took them', async () => {
    const { places, left, handed, dropped } = kept(givenUp('hub-watch-tables'), taken)
    const told: string[] = []
    expect(await redrive(whole, places, (line) => void told.push(line))).toEqual({
      moved: 1,
      left: 0,
    })
    expect(handed).toEqual([
      'hub-watch-tables {"Records":[{"eventName":"REMOVE"},{"eventName":"MODIFY"}]}',
    ])
    expect([dropped, left.size, told]).toEqual([
      ['aws/lambda/a-stream/one'],
      0,
      ['2 changes → hub-watch-tables'],
    ])
  })

  it('that have gone, since their name came twice, keep no other', async () => {
    const { places, left, handed } = kept(undefined, taken)
    expect(await redrive(whole, places, () => undefined)).toEqual({ moved: 1, left: 0 })
    expect([handed, left.size]).toEqual([[], 0])
  })

  it.each([
    ['fails', { hasFailed: true, reply: '{"errorMessage":"no"}' }],
    ['takes a part', { hasFailed: false, reply: '{"batchItemFailures":[{"itemIdentifier":"7"}]}' }],
    ['answers as none does', { hasFailed: false, reply: 'null' }],
  ])('stay when their reader %s', async (_, answer) => {
    const { places, left, dropped } = kept(givenUp('hub-watch-tables'), answer)
    expect(await redrive(whole, places, () => undefined)).toEqual({ moved: 0, left: 1 })
    expect([dropped, left.size]).toEqual([[], 1])
  })

  it.each([
    ['another function', givenUp('hub-issue-token')],
    ['a function of a like name', givenUp('hub-watch-tables-too')],
    ['nothing', '{}'],
    ['no JSON', 'x'],
  ])('are handed to nobody when they name %s', async (_, object) => {
    const { places, handed } = kept(object, taken)
    expect(await redrive(whole, places, () => undefined)).toEqual({ moved: 0, left: 1 })
    expect(handed).toEqual([])
  })
})
