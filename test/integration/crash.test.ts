import { describe, expect, it } from 'vitest'
import { put } from '../../shared/aws/dynamodb/actions.ts'
import { arrivalRow } from '../../shared/aws/dynamodb/arrivals.ts'
import { concernKey } from '../../shared/aws/dynamodb/keys.ts'
import { newId } from '../../shared/aws/new-id.ts'
import { actionsAbout, callsOf, concernIdIn, receivedAndMade } from '../builders/hub-calls.ts'
import { isNightly } from '../builders/runs.ts'
import { told } from '../builders/told.ts'
import { aroundDynamoDB, crashOnce, transactions } from '../fakes/around-dynamodb.ts'
import { type InProcessHub, startInProcessHub } from './in-process-hub.ts'

const key = 'one-key-for-each-concern'
const moments = ['before', 'after'] as const

const aHub = async () => {
  const hub = await startInProcessHub('crash')
  const calls = callsOf(hub)
  await calls.putChild('C1')
  return { hub, calls }
}

/** The next thing published is lost on its way, or arrives while its sender falls over. */
const crashPublishing = (hub: InProcessHub, when: 'before' | 'after'): void => {
  const keep = hub.published.push.bind(hub.published)
  hub.published.push = (...messages): number => {
    hub.published.push = keep
    if (when === 'after') keep(...messages)
    throw new Error(`crash ${when} publishing`)
  }
}

const rowsOf = async (hub: InProcessHub, sortKey: string) =>
  (await receivedAndMade(hub)).filter(({ sk }) => sk === sortKey)

/** One concern, one alert, one message id however often sent, and each thing once in the audit log. */
const expectDeliveredOnce = async (hub: InProcessHub, concernId: string): Promise<void> => {
  const concerns = await rowsOf(hub, 'CONCERN')
  expect(concerns.map(({ pk, state }) => [pk, state])).toEqual([
    [`CONCERN#${concernId}`, undefined],
    [`CONCERN#${concernId}`, 'ALERTED'],
  ])
  const alerts = await rowsOf(hub, 'ALERT')
  expect(alerts).toHaveLength(1)
  const alertId = String(alerts[0]?.['alertId'])
  const sent = hub.published.map(({ message }) => (JSON.parse(message) as { id: string }).id)
  expect(sent.length).toBeGreaterThan(0)
  expect([...new Set(sent)]).toEqual([`${alertId}#1`])
  expect((await rowsOf(hub, 'OUTBOX')).map(({ status }) => status)).toEqual(['SENT'])
  expect(await actionsAbout(hub, concernId)).toEqual({
    CONCERN_SUBMITTED: 1,
    CONCERN_ASSESSED: 1,
    ALERT_RAISED: 1,
  })
  expect(await actionsAbout(hub, alertId)).toEqual({ ALERT_RAISED: 1, ALERT_SENT: 1 })
}

// By day the simulation lets functions die at any call, over tables in memory.
describe.runIf(isNightly)('a crash while a concern is taken in', () => {
  it('before the commit leaves nothing, and the retry is one concern', async () => {
    const { hub, calls } = await aHub()
    crashOnce(hub.dynamodb, 'before', transactions.intake)
    expect((await calls.submit(key)).status).toBe(500)
    expect(await rowsOf(hub, 'CONCERN')).toEqual([])
    const retried = await calls.submit(key)
    expect(retried.status).toBe(202)
    expect(retried.headers['Idempotency-Replayed']).toBeUndefined()
    await hub.settle()
    await expectDeliveredOnce(hub, concernIdIn(retried))
  })

  it('after the commit loses the reply only: the alert goes out without a retry', async () => {
    const { hub, calls } = await aHub()
    crashOnce(hub.dynamodb, 'after', transactions.intake)
    expect((await calls.submit(key)).status).toBe(500)
    await hub.settle()
    const retried = await calls.submit(key)
    expect(retried.status).toBe(202)
    expect(retried.headers['Idempotency-Replayed']).toBe('true')
    await expectDeliveredOnce(hub, concernIdIn(retried))
  })

  it('in the network alone is made good by the SDK, and the caller sees nothing of it', async () => {
    const { hub, calls } = await aHub()
    let replies = 0
    hub.dynamodb.middlewareStack.add(
      (next, context) => async (args) => {
        const output = await next(args)
        if (context['commandName'] !== 'TransactWriteItemsCommand') return output
        replies += 1
        if (replies === 1) throw Object.assign(new Error('reply lost'), { name: 'TimeoutError' })
        return output
      },
      { step: 'deserialize', name: 'lose-first-reply', priority: 'low' },
    )
    const accepted = await calls.submit(key)
    expect(accepted.status).toBe(202)
    expect(replies).toBe(2)
    await hub.settle()
    await expectDeliveredOnce(hub, concernIdIn(accepted))
  })
})

describe.runIf(isNightly)('a crash after a concern was taken in', () => {
  it.each(
    moments.flatMap((when) =>
      (['assessment', 'markSent'] as const).map((what) => ({ when, what })),
    ),
  )('$when the transaction of $what is made good by the next sweep', async ({ when, what }) => {
    const { hub, calls } = await aHub()
    const accepted = await calls.submit(key)
    const { hasCrashed } = crashOnce(hub.dynamodb, when, transactions[what])
    await hub.settle()
    await hub.settle()
    expect(hasCrashed()).toBe(true)
    await expectDeliveredOnce(hub, concernIdIn(accepted))
  })

  it.each(moments)('%s publishing is made good by the next sweep', async (when) => {
    const { hub, calls } = await aHub()
    const accepted = await calls.submit(key)
    crashPublishing(hub, when)
    await hub.settle()
    await hub.settle()
    await expectDeliveredOnce(hub, concernIdIn(accepted))
    expect(hub.published).toHaveLength(when === 'after' ? 2 : 1)
  })

  it('at one call or another of the sweep is made good by the next', async () => {
    for (let crashAt = 1; crashAt <= 11; crashAt += 2) {
      const { hub, calls } = await aHub()
      const accepted = await calls.submit(key)
      let count = 0
      const stop = aroundDynamoDB(hub.dynamodb, {
        before: () => {
          count += 1
          if (count === crashAt) throw new Error('crash')
        },
      })
      await hub.settle().catch(() => undefined)
      stop()
      await hub.settle()
      await expectDeliveredOnce(hub, concernIdIn(accepted))
    }
  })
})

describe.runIf(isNightly)('a crash while an alert is answered', () => {
  const steps = [
    { route: 'acknowledgeAlert', version: 1, action: 'ALERT_ACKNOWLEDGED', again: 200 },
    { route: 'recordOutcome', version: 2, action: 'OUTCOME_RECORDED', again: 412 },
    { route: 'giveFeedback', version: 3, action: 'FEEDBACK_GIVEN', again: 412 },
  ] as const
  const bodies = {
    acknowledgeAlert: undefined,
    recordOutcome: { outcome: 'ASSESSMENT_S17' },
    giveFeedback: { lines: told('A social worker will visit.') },
  }

  const answered = async (upTo: number) => {
    const { hub, calls } = await aHub()
    const concernId = concernIdIn(await calls.submit(key))
    await hub.settle()
    const id = (await calls.listAlerts())[0]?.alertId ?? ''
    for (const { route, version } of steps.slice(0, upTo))
      expect((await calls.answer(route, { id, version, body: bodies[route] })).status).toBe(200)
    return { hub, calls, id, concernId }
  }

  it.each(steps.map((step, index) => ({ ...step, index })))(
    'before $route leaves the alert as it was, and the retry succeeds',
    async ({ route, version, action, index }) => {
      const { hub, calls, id } = await answered(index)
      crashOnce(hub.dynamodb, 'before', transactions.answer)
      expect((await calls.answer(route, { id, version, body: bodies[route] })).status).toBe(500)
      expect((await calls.listAlerts())[0]?.version).toBe(version)
      expect((await calls.answer(route, { id, version, body: bodies[route] })).status).toBe(200)
      expect((await actionsAbout(hub, id))[action]).toBe(1)
    },
  )

  it.each(steps.map((step, index) => ({ ...step, index })))(
    'after $route keeps the whole answer once',
    async ({ route, version, action, again, index }) => {
      const { hub, calls, id, concernId } = await answered(index)
      crashOnce(hub.dynamodb, 'after', transactions.answer)
      expect((await calls.answer(route, { id, version, body: bodies[route] })).status).toBe(500)
      expect((await calls.answer(route, { id, version, body: bodies[route] })).status).toBe(again)
      expect((await calls.readAlert(id)).body).toMatchObject({ version: version + 1 })
      // One that is answered again is a reading, with an entry of its own.
      expect((await actionsAbout(hub, id))[action]).toBe(again === 200 ? 2 : 1)
      expect((await calls.follow(concernId)).body).toMatchObject({
        status: route === 'giveFeedback' ? 'answered' : 'acknowledged',
      })
    },
  )
})

describe('what cannot be logged', () => {
  it.each(moments)('is not disclosed when the log fails %s it took the entry', async (when) => {
    const { hub, calls } = await aHub()
    const concernId = concernIdIn(await calls.submit(key))
    await hub.settle()
    const id = (await calls.listAlerts())[0]?.alertId ?? ''
    const reads = [
      () => calls.readAlert(id),
      () => calls.explainAlert(id),
      () => calls.follow(concernId),
    ]
    for (const read of reads) {
      crashOnce(hub.dynamodb, when, `"S":"${hub.now().toISOString()}`)
      const reply = await read()
      expect(reply.status).toBe(500)
      expect(Object.keys(reply.body as object).toSorted()).toEqual([
        'instance',
        'status',
        'title',
        'type',
      ])
    }
  })
})

describe('sweeps', () => {
  it.each([2, 5])('make one alert when %i run at once', async (count) => {
    const { hub, calls } = await aHub()
    const accepted = await calls.submit(key)
    for (let round = 0; round < 3; round += 1) {
      hub.advance(61_000)
      await Promise.all(Array.from({ length: count }, () => hub.sweep()))
    }
    await expectDeliveredOnce(hub, concernIdIn(accepted))
  })

  it('say that they rescued what the stream left, and are silent when nothing waits', async () => {
    const { hub, calls } = await aHub()
    await calls.submit(key)
    await hub.settle()
    const rescues = (): number =>
      hub.logged.filter((line) => (line as string[])[1] === 'RESCUED_BY_SWEEP').length
    const before = rescues()
    expect(before).toBeGreaterThan(0)
    await hub.settle()
    expect(rescues()).toBe(before)
    expect(hub.published).toHaveLength(1)
  })

  const brokenConcern = async (hub: InProcessHub): Promise<void> => {
    const key = concernKey(newId(hub.now()))
    await hub.store.transact([
      put(hub.tables.intake, { ...key, received: {} }),
      put(
        hub.tables.intake,
        arrivalRow(key, 'ASSESSMENT', {
          at: '2026-11-23T00:00:00.000Z',
          urgency: 'routine',
        }),
      ),
    ])
  }

  it.each([1, 60])('get past %i rows that nobody can read', async (broken) => {
    const { hub, calls } = await aHub()
    await Promise.all(Array.from({ length: broken }, () => brokenConcern(hub)))
    await calls.submit(key)
    await hub.settle()
    await hub.settle()
    expect(hub.published).toHaveLength(1)
  })
})
