import { describe, expect, it } from 'vitest'
import { northmoor, stage, westmarch } from '../../../infra/stages/local.ts'
import type { Delivery } from '../../../shared/agencies/delivery.ts'
import { put } from '../../../shared/aws/dynamodb/actions.ts'
import { authorityRow } from '../../../shared/aws/dynamodb/directory.ts'
import { aConcern } from '../../builders/a-concern.ts'
import { anApiEvent } from '../../builders/an-api-event.ts'
import { westmarch as duty } from '../../builders/clients.ts'
import { auditEntries, callsOf, deskOf } from '../../builders/hub-calls.ts'
import { startInMemoryHub } from '../../fakes/in-memory-hub.ts'

/** As {@link duty}, through a sign-in that vouches for who is there. */
const signedIn = { ...duty, clientId: 'westmarch-signed-in', vouches: true } as const

const minute = 60_000
const urgent = aConcern({ harm: 'H3' })
const quarter = 15 * minute + 1_000

const aHub = async () => {
  const hub = await startInMemoryHub()
  const calls = callsOf(hub)
  const own = stage.directory.authorities.find(({ code }) => code === westmarch)
  if (own === undefined) throw new Error('the local stage has changed')
  const rowsOf = async (pk: string) =>
    (await hub.rows('casework')).filter((row) => String(row['pk']).startsWith(pk))
  return {
    hub,
    calls,
    /** As the operator’s command does, seen by every function a minute later. */
    deliver: async (delivery: Delivery): Promise<void> => {
      await hub.store.transact([put(hub.tables.directory, authorityRow({ ...own, delivery }))])
      hub.advance(minute)
    },
    send: async (key: string, concern = urgent): Promise<void> => {
      await calls.submit(`a-key-of-its-own-${key}`, concern)
      await hub.settle()
    },
    inbox: () => hub.published.filter(({ queue }) => queue.endsWith(`alerts-${westmarch}`)).length,
    escalated: () =>
      hub.published.filter(({ queue }) => queue.endsWith(`escalations-${westmarch}`)).length,
    messages: async () =>
      (await rowsOf('OUTBOX#')).map(({ message }) => message as Readonly<Record<string, unknown>>),
    waiting: async () => (await rowsOf('UNREAD#')).length,
    /** What the alarm counts in one run of the clock. */
    rings: async (): Promise<readonly unknown[]> => {
      const before = hub.logged.length
      await hub.sweep()
      return hub.logged
        .slice(before)
        .filter((line) => Array.isArray(line) && line[1] === 'ALERT_UNREAD')
    },
  }
}

describe('an authority that polls', () => {
  it('is told by the inbox of the API alone, and the message says so', async () => {
    const { hub, calls, deliver, send, inbox, messages } = await aHub()
    await deliver({ mode: 'poll' })
    await send('1')
    expect(inbox()).toBe(0)
    expect(await calls.listAlerts()).toHaveLength(1)
    expect(await messages()).toMatchObject([{ status: 'SENT', toldBy: 'inbox' }])
    const sent = (await auditEntries(hub)).filter(({ action }) => action === 'ALERT_SENT')
    expect(sent).toMatchObject([{ authority: westmarch, codes: { toldBy: 'inbox' } }])
  })

  it('rings each minute from a quarter of an hour on, until somebody there opens the alert', async () => {
    const { hub, calls, deliver, send, rings, waiting } = await aHub()
    await deliver({ mode: 'poll' })
    await send('1')
    expect(await rings()).toEqual([])
    hub.advance(quarter)
    const [alert] = await calls.listAlerts()
    const line = [
      'warn',
      'ALERT_UNREAD',
      {
        alertId: alert?.alertId,
        authority: westmarch,
        concernId: expect.any(String) as string,
        urgency: 'today',
        count: 1,
      },
    ]
    expect(await rings()).toEqual([line])
    hub.advance(minute)
    expect(await rings()).toEqual([line])
    await calls.readAlert(alert?.alertId ?? '', signedIn)
    expect(await rings()).toEqual([])
    expect(await waiting()).toBe(0)
  })

  it('is not opened by a poller that does not say that it is one, whatever name it gives', async () => {
    const { hub, calls, deliver, send, rings } = await aHub()
    await deliver({ mode: 'poll' })
    await send('1')
    const [alert] = await calls.listAlerts()
    expect((await calls.readAlert(alert?.alertId ?? '')).status).toBe(200)
    hub.advance(quarter)
    expect(await rings()).toHaveLength(1)
  })

  it('stays opened by a person, whatever fetches it afterwards', async () => {
    const { hub, calls, deliver, send, rings } = await aHub()
    await deliver({ mode: 'poll' })
    await send('1')
    const [alert] = await calls.listAlerts()
    for (const who of [signedIn, duty]) await calls.readAlert(alert?.alertId ?? '', who)
    hub.advance(quarter)
    expect(await rings()).toEqual([])
  })

  it('rings no more once somebody answers, where no sign-in says who reads', async () => {
    const { hub, calls, deliver, send, rings, waiting } = await aHub()
    await deliver({ mode: 'poll' })
    await send('1')
    const [{ alertId: id } = { alertId: '' }] = await calls.listAlerts()
    await calls.readAlert(id)
    hub.advance(quarter)
    expect(await rings()).toHaveLength(1)
    await calls.answer('acknowledgeAlert', { id, version: 1 })
    expect([await rings(), await waiting()]).toEqual([[], 0])
  })

  it('is not opened by a list of the inbox, nor by somebody of another authority', async () => {
    const { hub, calls, deliver, send, rings } = await aHub()
    await deliver({ mode: 'poll' })
    await send('1')
    const [alert] = await calls.listAlerts()
    const stranger = { ...duty, clientId: 'northmoor-duty', authority: northmoor }
    expect((await calls.readAlert(alert?.alertId ?? '', stranger)).status).toBe(404)
    hub.advance(quarter)
    expect(await rings()).toHaveLength(1)
  })

  it('is not opened by its own poller, and rings until a person opens it', async () => {
    const { hub, calls, deliver, send, rings, waiting } = await aHub()
    await deliver({ mode: 'poll' })
    await send('1')
    const [{ alertId: id } = { alertId: '' }] = await calls.listAlerts()
    const token = await hub.tokenFor(duty)
    const poll = async (isUnattended: string) =>
      hub.call(
        'read',
        anApiEvent('readAlert', {
          id,
          token,
          headers: { ...deskOf(duty), 'Hub-Unattended': isUnattended },
        }),
      )
    expect(await poll('true')).toMatchObject({ status: 200, body: { alertId: id } })
    expect((await poll('false')).status).toBe(400)
    hub.advance(quarter)
    expect(await rings()).toHaveLength(1)
    await calls.readAlert(id, signedIn)
    expect([await rings(), await waiting()]).toEqual([[], 0])
  })

  it('waits for nobody where it opened the alert in time', async () => {
    const { hub, calls, deliver, send, rings } = await aHub()
    await deliver({ mode: 'poll' })
    await send('1')
    const [alert] = await calls.listAlerts()
    await calls.readAlert(alert?.alertId ?? '', signedIn)
    hub.advance(quarter)
    expect(await rings()).toEqual([])
  })

  it('is told of early help in the inbox, and rings on the next working morning', async () => {
    const { hub, deliver, send, rings, inbox } = await aHub()
    await deliver({ mode: 'poll' })
    await send('1', aConcern({ harm: 'H1' }))
    hub.advance(Date.parse('2026-11-24T08:01:00Z') - hub.now().getTime())
    expect(await rings()).toEqual([])
    hub.advance(Date.parse('2026-11-25T09:14:00Z') - hub.now().getTime())
    expect(await rings()).toEqual([])
    hub.advance(2 * minute)
    expect(await rings()).toMatchObject([['warn', 'ALERT_UNREAD', { urgency: 'routine' }]])
    expect(inbox()).toBe(0)
  })

  it('is told in its inbox of as many alerts of early help as a digest would list', async () => {
    const { hub, deliver, calls, waiting } = await aHub()
    await deliver({ mode: 'poll' })
    for (let at = 0; at < 40; at += 1) {
      const family = `Brook${'abcdefghij'[at % 10]}${'klmn'[Math.floor(at / 10)]}`
      const { addresses: _, ...subject } = aConcern().subject
      const concern = aConcern({
        harm: 'H1',
        subject: { ...subject, names: [{ given: 'Ada', family }] },
        children: [{ name: { given: 'Odo', family }, dateOfBirth: '2019-02-03' }],
      })
      await calls.submit(`a-key-of-its-own-${at}`, concern)
    }
    await hub.settle()
    hub.advance(Date.parse('2026-11-24T08:01:00Z') - hub.now().getTime())
    await hub.sweep()
    expect(await waiting()).toBe((await calls.listAlerts()).length)
    expect(await waiting()).toBeGreaterThan(33)
  })

  it('is chased as any: its managers are told in their queue', async () => {
    const { hub, deliver, send, inbox, escalated } = await aHub()
    await deliver({ mode: 'poll' })
    await send('1')
    for (let hours = 0; hours < 20; hours += 1) {
      hub.advance(60 * minute)
      await hub.sweep()
      await hub.sweep()
    }
    expect(inbox()).toBe(0)
    expect(escalated()).toBeGreaterThan(0)
  })
})

describe('an authority that is told in another way from now on', () => {
  it('is told by its queue of what is raised then, and still rings for what its inbox alone has told', async () => {
    const { hub, deliver, send, rings, inbox, messages } = await aHub()
    await deliver({ mode: 'poll' })
    await send('1')
    await deliver({ mode: 'queue' })
    await send('2', aConcern({ harm: 'H3', factors: ['1B'] }))
    expect(inbox()).toBe(1)
    expect((await messages()).map(({ toldBy }) => toldBy).toSorted()).toEqual(['inbox', undefined])
    hub.advance(quarter)
    expect(await rings()).toHaveLength(1)
  })

  it('is told in the new way of what was pending, once', async () => {
    const { hub, calls, deliver, inbox, messages, waiting } = await aHub()
    await hub.sweep()
    await calls.submit('a-key-of-its-own-1', urgent)
    hub.advance(61_000)
    // The concern is decided and its message pends: the relay has not run.
    await hub.clocks()
    expect(await messages()).toMatchObject([{ status: 'PENDING' }])
    await deliver({ mode: 'poll' })
    await hub.settle()
    expect(await messages()).toMatchObject([{ status: 'SENT', toldBy: 'inbox' }])
    expect([inbox(), await waiting()]).toEqual([0, 1])
    await deliver({ mode: 'queue' })
    await hub.settle()
    expect(inbox()).toBe(0)
  })
})
