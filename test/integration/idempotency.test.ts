import { beforeAll, describe, expect, it } from 'vitest'
import { aConcern } from '../builders/a-concern.ts'
import { anApiEvent } from '../builders/an-api-event.ts'
import { drugService, otherService } from '../builders/clients.ts'
import {
  actionsAbout,
  allRows,
  callsOf,
  concernIdIn,
  rowsButCounts,
} from '../builders/hub-calls.ts'
import { aroundDynamoDB } from '../fakes/around-dynamodb.ts'
import type { TestHub } from '../fakes/test-hub.ts'
import { startCaseworkHub, startInProcessHub } from './in-process-hub.ts'

let hub: TestHub
let calls: ReturnType<typeof callsOf>
beforeAll(async () => {
  hub = await startCaseworkHub('idempotency')
  calls = callsOf(hub)
  await calls.putChild('C1')
})

let keys = 0
const aKey = (): string => {
  keys += 1
  return `a-key-of-its-own-${keys}`
}

const concernCount = async (): Promise<number> =>
  (await allRows(hub, 'intake')).filter(({ sk }) => sk === 'CONCERN').length

const unknownFamily = aConcern({
  subject: {
    names: [{ given: 'Silke', family: 'Underhallow' }],
    dateOfBirth: '1979-09-09',
    relationshipToChild: 'FATHER',
    contactLevel: 'UNKNOWN',
  },
  children: [{ name: { given: 'Pim', family: 'Underhallow' }, dateOfBirth: '2018-08-08' }],
})

describe('a key sent again', () => {
  it('with the same body gives the first answer, and says so', async () => {
    const key = aKey()
    const first = await calls.submit(key)
    const again = await calls.submit(key)
    expect(again.status).toBe(202)
    expect(again.body).toEqual(first.body)
    expect(first.headers['Idempotency-Replayed']).toBeUndefined()
    expect(again.headers['Idempotency-Replayed']).toBe('true')
    expect((await actionsAbout(hub, concernIdIn(first)))['CONCERN_SUBMITTED']).toBe(1)
  })

  it('with another body is refused, and the first concern stays as it was', async () => {
    const key = aKey()
    const first = await calls.submit(key)
    const before = await rowsButCounts(hub)
    const other = await calls.submit(key, aConcern({ reason: 'Something else altogether.' }))
    expect(other.status).toBe(422)
    expect(other.body).toMatchObject({
      type: 'urn:safeguarding-hub:problem:idempotency-key-reused',
    })
    expect(JSON.stringify(other.body)).not.toContain(concernIdIn(first))
    expect(await rowsButCounts(hub)).toEqual(before)
  })

  it('with the same fields in other bytes is another body', async () => {
    const key = aKey()
    await calls.submit(key)
    const token = await hub.tokenFor(drugService)
    const rawBody = JSON.stringify(aConcern(), undefined, 2)
    const headers = { 'Idempotency-Key': key }
    const reply = await hub.call('submit', anApiEvent('submitConcern', { token, rawBody, headers }))
    expect(reply.status).toBe(422)
  })

  it('by another client is another concern', async () => {
    const key = aKey()
    const first = await calls.submit(key)
    const other = await calls.submit(key, aConcern(), otherService)
    expect(other.status).toBe(202)
    expect(other.headers['Idempotency-Replayed']).toBeUndefined()
    expect(concernIdIn(other)).not.toBe(concernIdIn(first))
  })

  it('by another client of the same agency is another concern', async () => {
    const key = aKey()
    const first = await calls.submit(key)
    const other = await calls.submit(key, aConcern(), { ...drugService, clientId: 'drug-2' })
    expect(concernIdIn(other)).not.toBe(concernIdIn(first))
  })

  it('in another case is another key', async () => {
    const key = aKey()
    const first = await calls.submit(key)
    expect(concernIdIn(await calls.submit(key.toUpperCase()))).not.toBe(concernIdIn(first))
  })

  it('by a hundred at once is one concern, and every answer names it', async () => {
    const key = aKey()
    const before = await concernCount()
    const replies = await Promise.all(Array.from({ length: 100 }, () => calls.submit(key)))
    const accepted = replies.filter(({ status }) => status === 202)
    expect(new Set(accepted.map(concernIdIn)).size).toBe(1)
    expect(
      accepted.filter(({ headers }) => headers['Idempotency-Replayed'] === undefined),
    ).toHaveLength(1)
    expect(replies.filter(({ status }) => status !== 202 && status !== 503)).toEqual([])
    expect(await concernCount()).toBe(before + 1)
  })

  it('by twenty at once with two bodies is one concern, and the others are told', async () => {
    const key = aKey()
    const before = await concernCount()
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        calls.submit(key, aConcern(at % 2 === 0 ? {} : { reason: 'Another reason.' })),
      ),
    )
    expect(await concernCount()).toBe(before + 1)
    expect(new Set(replies.filter(({ status }) => status === 202).map(concernIdIn)).size).toBe(1)
    expect(replies.filter(({ status }) => status === 422)).toHaveLength(10)
  })

  it('after the assessment gives the first answer still', async () => {
    const key = aKey()
    const first = await calls.submit(key)
    await hub.settle()
    const again = await calls.submit(key)
    expect(again.body).toEqual(first.body)
    expect(again.status).toBe(first.status)
  })

  it('is kept as a hash only, with the day on which it is forgotten', async () => {
    const key = aKey()
    await calls.submit(key)
    const rows = await allRows(hub, 'intake')
    expect(JSON.stringify(rows)).not.toContain(key)
    const newest = rows.filter(({ sk }) => sk === 'IDEM').map(({ expiresAt }) => Number(expiresAt))
    expect(Math.max(...newest)).toBe(Math.floor(hub.now().getTime() / 1000) + 30 * 24 * 60 * 60)
  })
})

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g
/** Without ids, and without what a caller has left of its day, which is of its own calls alone. */
const withoutIds = (value: unknown): string =>
  JSON.stringify(value)
    .replaceAll(uuid, 'ID')
    .replaceAll(/"RateLimit":"[^}]*?;t=\d+"/g, '"RateLimit":"LEFT"')

describe('the referrer', () => {
  const ask = async (
    concern: ReturnType<typeof aConcern>,
    { on = hub, made = [] as string[] } = {},
  ) => {
    const { submit, follow } = callsOf(on)
    const key = aKey()
    const submitted = await submit(key, concern)
    const replayed = await submit(key, concern)
    const followed = await follow(concernIdIn(submitted))
    const callsBefore = made.length
    await on.settle()
    const settled = made.splice(callsBefore)
    const later = [await submit(key, concern), await follow(concernIdIn(submitted))]
    return { replies: [submitted, replayed, followed, ...later], settled }
  }

  it('gets the same bytes for a known and an unknown family, but for the id', async () => {
    const [known, unknown] = [await ask(aConcern()), await ask(unknownFamily)]
    expect(hub.published.length).toBeGreaterThan(0)
    expect(withoutIds(known.replies)).toBe(withoutIds(unknown.replies))
    const lengths = (of: typeof known): number[] =>
      of.replies.map(({ body }) => Buffer.byteLength(JSON.stringify(body)))
    expect(lengths(known)).toEqual(lengths(unknown))
  })

  it('causes the same calls to the store, in the same order, for both', async () => {
    const on = await startInProcessHub('idempotency')
    await callsOf(on).putChild('C1')
    // A function that has just started asks once for what it keeps.
    await ask(aConcern(), { on })
    const counted = async (concern: ReturnType<typeof aConcern>) => {
      const made: string[] = []
      const stop = aroundDynamoDB(on.dynamodb, {
        before: ({ command, tables }) => void made.push(`${command} ${tables.join(' ')}`),
      })
      const { settled } = await ask(concern, { on, made })
      stop()
      return { made, settled }
    }
    const [known, unknown] = [await counted(aConcern()), await counted(unknownFamily)]
    expect(known.made).toEqual(unknown.made)
    const { directory, intake, auditEntries } = on.tables
    expect(known.made.slice(0, 3)).toEqual([
      `UpdateItemCommand ${intake}`,
      `GetItemCommand ${directory}`,
      `TransactWriteItemsCommand ${intake} ${intake} ${intake} ${auditEntries}`,
    ])
    expect(known.settled).not.toEqual(unknown.settled)
  })

  it.each([
    ['held', aConcern({ harm: 'H0' })],
    ['in review', aConcern({ consent: { status: 'REFUSED' } })],
    ['unmatched', unknownFamily],
    ['of domestic abuse', aConcern({ flags: ['DA'] })],
    [
      'without a purpose',
      aConcern({ purpose: 'other', harm: 'H3', phoneCallMade: { made: true } }),
    ],
  ])('cannot tell that the concern is %s', async (_, concern) => {
    const [plain, other] = [await ask(aConcern()), await ask(concern)]
    // From when silence may be contested follows from the level that was sent.
    const seen = ({ replies }: typeof plain): string =>
      withoutIds(replies).replaceAll(/"silenceFrom":"[^"]+"/g, '"silenceFrom":"BY LEVEL"')
    expect(seen(other)).toBe(seen(plain))
  })

  it('is told of a purpose that the hub does not serve, for a known and an unknown family alike', async () => {
    const outside = { purpose: 'other' } as const
    const known = await ask(aConcern(outside))
    const unknown = await ask({ ...unknownFamily, ...outside })
    expect(withoutIds(known.replies)).toBe(withoutIds(unknown.replies))
    expect(known.replies.at(-1)?.body).toMatchObject({ status: 'returned' })
  })
})
