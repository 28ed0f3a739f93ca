import { describe, expect, it } from 'vitest'
import { westmarch } from '../../infra/stages/local.ts'
import { aConcern } from '../builders/a-concern.ts'
import { drugService } from '../builders/clients.ts'
import { actionsAbout, allRows, callsOf } from '../builders/hub-calls.ts'
import { aroundDynamoDB } from '../fakes/around-dynamodb.ts'
import type { TestHub } from '../fakes/test-hub.ts'
import { startCaseworkHub, startInProcessHub } from './in-process-hub.ts'

const early = aConcern({ harm: 'H1' })
const minute = 60_000
let keys = 0

const onTop = async <Hub extends TestHub>(hub: Hub) => {
  const calls = callsOf(hub)
  await calls.putChild('C1')
  const submit = async (concern: ReturnType<typeof aConcern>, caller = 'turning-tide') => {
    keys += 1
    await hub.agree(caller)
    return calls.submit(`a-key-of-its-own-${keys}`, concern, { ...drugService, agency: caller })
  }
  return { hub, calls, submit }
}
const aHub = async () => onTop(await startInProcessHub('digest'))

const until = async (hub: TestHub, at: string): Promise<void> => {
  hub.advance(Date.parse(at) - hub.now().getTime())
  await hub.sweep()
}

type Event = {
  id: string
  type: string
  subject: string
  data: { alerts?: { alertId: string; version: number }[] }
}
const events = (hub: TestHub): Event[] =>
  hub.published.map(({ message }) => JSON.parse(message) as Event)

const digest = 'uk.safeguarding-hub.alert.digest.v1'
const raised = 'uk.safeguarding-hub.alert.raised.v1'

describe('alerts of early help', () => {
  it('can be read at once, and are told together at eight the next morning', async () => {
    const { hub, calls, submit } = await aHub()
    await submit(early)
    await submit(early, 'other')
    await hub.settle()
    const listed = (await calls.listAlerts()).map(({ alertId }) => alertId)
    expect(listed).toHaveLength(2)
    await until(hub, '2026-11-24T07:59:30Z')
    expect(events(hub)).toEqual([])
    await until(hub, '2026-11-24T08:00:30Z')
    const [event, ...more] = events(hub)
    expect(more).toEqual([])
    expect(event).toMatchObject({ type: digest, subject: westmarch })
    expect(event?.data).toEqual({
      alerts: listed.toSorted().map((alertId) => ({ alertId, version: 1 })),
    })
    await until(hub, '2026-11-24T08:02:30Z')
    expect(events(hub)).toHaveLength(1)
    expect((await actionsAbout(hub, listed[0] ?? ''))['ALERT_SENT']).toBe(1)
  })

  it('do not hold up what is urgent', async () => {
    const { hub, submit } = await aHub()
    await submit(early)
    await submit(aConcern())
    await hub.settle()
    expect(events(hub).map(({ type }) => type)).toEqual([raised])
  })

  it('are told again, and alone, when nobody acknowledges them in time', async () => {
    const { hub, submit } = await aHub()
    await submit(early)
    await hub.settle()
    await until(hub, '2026-11-24T08:01:00Z')
    await until(hub, '2026-11-27T00:01:00Z')
    await until(hub, '2026-11-27T00:03:00Z')
    const types = events(hub).map(({ type }) => type)
    expect(types).toEqual([digest, digest, 'uk.safeguarding-hub.alert.overdue.v1'])
  })

  it('are told in a further message where there are more than one may list', async () => {
    const { hub, submit } = await onTop(await startCaseworkHub('digest'))
    for (let sent = 0; sent < 42; sent += 1) await submit(early, `agency-${sent}`)
    await hub.settle()
    await until(hub, '2026-11-24T08:01:00Z')
    const told = events(hub).map(({ data }) => data.alerts ?? [])
    expect(told.map(({ length }) => length)).toEqual([40, 2])
    expect(new Set(told.flat().map(({ alertId }) => alertId)).size).toBe(42)
    expect(Math.max(...hub.published.map(({ message }) => message.length))).toBeLessThan(5000)
  }, 120_000)
})

describe('a digest whose sender falls over', () => {
  it.each(['publish', 'mark'] as const)('at the %s is sent by the next run', async (at) => {
    const { hub, submit } = await aHub()
    await submit(early)
    await hub.settle()
    hub.advance(Date.parse('2026-11-24T08:00:30Z') - hub.now().getTime())
    let crashed = false
    const crash = (): void => {
      if (crashed) return
      crashed = true
      throw new Error('crash')
    }
    const keep = hub.published.push.bind(hub.published)
    if (at === 'publish')
      hub.published.push = (...messages) => {
        crash()
        return keep(...messages)
      }
    const stop = aroundDynamoDB(hub.dynamodb, {
      before: ({ command, text }) => {
        if (at === 'mark' && command === 'TransactWriteItemsCommand' && text.includes('DIGEST#'))
          crash()
      },
    })
    await hub.sweep()
    hub.advance(minute)
    await hub.sweep()
    hub.advance(minute)
    await hub.sweep()
    stop()
    expect(crashed).toBe(true)
    const ids = events(hub).map(({ id }) => id)
    expect(ids).toHaveLength(at === 'mark' ? 2 : 1)
    expect(new Set(ids).size).toBe(1)
    const waiting = (await allRows(hub, 'casework')).filter(({ sk }) => sk === 'DIGEST')
    expect(waiting.map(({ status, waitingFor }) => [status, waitingFor])).toEqual([
      // Until somebody answers it is listed once more each morning.
      ['SENT', 'DIGEST'],
    ])
  })
})
