import { beforeEach, describe, expect, it } from 'vitest'
import { rehearsed, westmarch } from '../../../infra/stages/local.ts'
import {
  rehearsedChild,
  rehearsedConcern,
  takeAt,
} from '../../../shared/casework/rehearsed-family.ts'
import { aChild } from '../../builders/a-child.ts'
import { aConcern } from '../../builders/a-concern.ts'
import { anApiEvent } from '../../builders/an-api-event.ts'
import {
  drugService,
  westmarchRegister,
  westmarch as westmarchWorker,
} from '../../builders/clients.ts'
import { rehearsalClients } from '../../builders/rehearsal-clients.ts'
import { startInMemoryHub } from '../../fakes/in-memory-hub.ts'
import type { TestHub } from '../../fakes/test-hub.ts'

const [referrer, worker, register] = rehearsalClients
type Client = typeof drugService
const atTheDesk = { 'Hub-Practitioner': 'SW-1' }

describe('what is rehearsed and what is real', () => {
  let hub: TestHub
  beforeEach(async () => {
    hub = await startInMemoryHub()
  })

  const put = async (client: Client | undefined, body: unknown, id = 'C1') =>
    hub.call(
      'register',
      anApiEvent('putChild', { id, token: await hub.tokenFor(client ?? drugService), body }),
    )
  const submit = async (client: Client | undefined, body: unknown) => {
    const token = await hub.tokenFor(client ?? drugService)
    const headers = { 'Idempotency-Key': `key-of-two-sides-${hub.now().getTime()}` }
    const answer = await hub.call('submit', anApiEvent('submitConcern', { token, body, headers }))
    await hub.settle()
    return answer
  }
  const alertsOf = async (client: Client | undefined): Promise<readonly string[]> => {
    const token = await hub.tokenFor(client ?? drugService)
    const listed = await hub.call('read', anApiEvent('listAlerts', { token }))
    return (listed.body as { items: { alertId: string }[] }).items.map(({ alertId }) => alertId)
  }
  const readAlert = async (client: Client | undefined, id = '') => {
    const token = await hub.tokenFor(client ?? drugService)
    const read = await hub.call('read', anApiEvent('readAlert', { id, token, headers: atTheDesk }))
    return read.body as { kind: string; content: { joined: { childId: string }[] } }
  }

  it('a rehearsed concern finds its own family, asks nobody and leaves nothing to be found', async () => {
    const take = takeAt(hub.now())
    expect((await put(register, rehearsedChild(take, rehearsed), take.id)).status).toBe(200)
    expect((await submit(referrer, rehearsedConcern(take, rehearsed))).status).toBe(202)
    const [alertId] = await alertsOf(worker)
    expect(await readAlert(worker, alertId)).toMatchObject({
      kind: 'matched',
      content: { joined: [{ childId: `${rehearsed}.${take.id}` }] },
    })
    const rows = await hub.rows('casework')
    const kinds = new Set(rows.map(({ pk }) => String(pk).split('#')[0]))
    for (const kind of ['LK', 'REVIEW', 'UNAGREED', 'ELSEWHERE']) expect(kinds).not.toContain(kind)
    expect(await alertsOf(westmarchWorker)).toEqual([])
  })

  it('a rehearsed concern about a real family, at a real authority, reaches nobody real', async () => {
    await put(westmarchRegister, aChild())
    await submit(referrer, aConcern({ harm: 'H4' }))
    expect(await alertsOf(westmarchWorker)).toEqual([])
    expect(hub.published.map(({ queue }) => queue)).toEqual([`alerts-${rehearsed}`])
    const [alertId] = await alertsOf(worker)
    expect(await readAlert(worker, alertId)).toMatchObject({
      kind: 'unmatched',
      content: { joined: [] },
    })
  })

  it('a real concern reads the same, whether or not its very family stands in the rehearsed register', async () => {
    const told = async (): Promise<string> => {
      await put(westmarchRegister, aChild())
      await submit(drugService, aConcern())
      const [alertId] = await alertsOf(westmarchWorker)
      const read = JSON.stringify(await readAlert(westmarchWorker, alertId))
      return read
        .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')
        .replaceAll(/T\d\d:\d\d:[\d.]+Z/g, 'time')
    }
    const alone = await told()
    hub = await startInMemoryHub()
    await put(register, aChild({ authority: rehearsed }), 'TWIN')
    await hub.settle()
    expect(await told()).toBe(alone)
    expect(hub.published.map(({ queue }) => queue)).toEqual([`alerts-${westmarch}`])
    expect((await hub.rows('casework')).some(({ pk }) => String(pk).startsWith('ELSEWHERE'))).toBe(
      false,
    )
  })

  it('a real concern that states the rehearsed authority is refused at the door, and a grave one is a person’s', async () => {
    expect((await submit(drugService, aConcern({ authority: rehearsed }))).status).toBe(400)
    expect((await submit(drugService, aConcern({ authority: rehearsed, harm: 'H4' }))).status).toBe(
      202,
    )
    expect(await alertsOf(worker)).toEqual([])
    expect(hub.published.map(({ queue }) => queue)).toEqual(['holding'])
  })

  it('a real alert cannot be left where nobody works, nor a rehearsed one passed on', async () => {
    const reroute = async (client: Client | undefined, otherAuthority: string) => {
      const [id = ''] = await alertsOf(client)
      const token = await hub.tokenFor(client ?? drugService)
      const answer = (
        route: 'acknowledgeAlert' | 'recordOutcome',
        version: number,
        body?: unknown,
      ) =>
        hub.call(
          'answer',
          anApiEvent(route, {
            id,
            token,
            headers: { ...atTheDesk, 'If-Match': `"${version}"` },
            ...(body !== undefined && { body }),
          }),
        )
      await answer('acknowledgeAlert', 1)
      const reason = 'The family has lived there since the spring of this year, says the school.'
      const given = await answer('recordOutcome', 2, {
        outcome: 'OTHER_AUTHORITY',
        otherAuthority,
        reason,
      })
      await hub.settle()
      return given.status
    }
    await submit(drugService, aConcern())
    expect(await reroute(westmarchWorker, rehearsed)).toBe(200)
    expect(await alertsOf(worker)).toEqual([])
    const take = takeAt(hub.now())
    await submit(referrer, rehearsedConcern(take, rehearsed))
    expect(await reroute(worker, westmarch)).toBe(200)
    expect(
      hub.published.map(({ queue }) => queue).filter((queue) => queue === `alerts-${westmarch}`),
    ).toHaveLength(1)
  })

  it('what is rehearsed is no work of anybody’s in the measures', async () => {
    await submit(referrer, rehearsedConcern(takeAt(hub.now()), rehearsed))
    expect(await alertsOf(worker)).toHaveLength(1)
    await hub.measure()
    expect(hub.logged.at(-1)).toMatchObject([
      'info',
      'HUB_MEASURED',
      { measured: { UnacknowledgedH2: 0 } },
    ])
  })
})
