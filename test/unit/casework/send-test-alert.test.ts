import { describe, expect, it } from 'vitest'
import {
  westmarch as code,
  northmoor as northmoorCode,
  stage,
} from '../../../infra/stages/local.ts'
import { receivedIn } from '../../../local/receive-alert.ts'
import { put } from '../../../shared/aws/dynamodb/actions.ts'
import { authorityRow } from '../../../shared/aws/dynamodb/directory.ts'
import { anApiEvent } from '../../builders/an-api-event.ts'
import { auditor, drugService, westmarch } from '../../builders/clients.ts'
import { auditEntries, callsOf } from '../../builders/hub-calls.ts'
import { startInMemoryHub } from '../../fakes/in-memory-hub.ts'

const minute = 60_000

const aHub = async () => {
  const hub = await startInMemoryHub()
  const ask = async (caller: Parameters<typeof hub.tokenFor>[0] = westmarch) =>
    hub.call('answer', anApiEvent('sendTestAlert', { token: await hub.tokenFor(caller) }))
  const asked = async () =>
    (await auditEntries(hub)).filter(({ action }) => action === 'TEST_ALERT_REQUESTED')
  return { hub, ask, asked }
}

describe('a test alert', () => {
  it('goes the whole way to the inbox of whoever asks, and is about nothing', async () => {
    const { hub, ask, asked } = await aHub()
    const { status, body } = await ask()
    expect([status, body]).toEqual([
      202,
      { testId: expect.any(String) as string, mode: 'queue', isSent: true },
    ])
    await hub.settle()
    const { testId } = body as { testId: string }
    expect(hub.published).toHaveLength(1)
    expect(hub.published[0]?.queue).toMatch(new RegExp(`alerts-${code}$`))
    expect(JSON.parse(hub.published[0]?.message ?? '')).toEqual({
      specversion: '1.0',
      id: `test#${testId}`,
      source: hub.issuer,
      type: 'uk.safeguarding-hub.alert.test.v1',
      subject: testId,
      time: '2026-11-23T10:00:00.000Z',
      datacontenttype: 'application/json',
      dataref: `${hub.issuer}/alerts`,
      data: { testId },
    })
    expect(await callsOf(hub).listAlerts()).toEqual([])
    expect(await asked()).toMatchObject([
      { actor: westmarch.clientId, subjects: [testId], codes: { mode: 'queue', how: 'sent' } },
    ])
  })

  it('is no alert to a receiver that looks for alerts', async () => {
    const { hub, ask } = await aHub()
    await ask()
    await hub.settle()
    expect(receivedIn(hub.published[0]?.message ?? '')).toBeUndefined()
  })

  it('is one however often it is asked for within five minutes, before it left and after', async () => {
    const { hub, ask, asked } = await aHub()
    const [first, second] = await Promise.all([ask(), ask()])
    await hub.settle()
    const third = await ask()
    expect([second.body, third.body]).toEqual([first.body, first.body])
    await hub.settle()
    expect(hub.published).toHaveLength(1)
    expect((await asked()).map(({ codes }) => codes?.['how']).toSorted()).toEqual([
      'again',
      'again',
      'sent',
    ])
    hub.advance(5 * minute)
    expect((await ask()).body).not.toEqual(first.body)
    await hub.settle()
    expect(hub.published).toHaveLength(2)
  })

  it('is another for another authority', async () => {
    const { hub, ask } = await aHub()
    const other = { ...westmarch, clientId: 'northmoor-duty', authority: northmoorCode }
    expect((await ask(other)).body).not.toEqual((await ask()).body)
    await hub.settle()
    expect(hub.published.map(({ queue }) => queue.slice(-9)).toSorted()).toEqual(
      [code, northmoorCode].toSorted(),
    )
  })

  it('is not sent to who polls, who is told so', async () => {
    const { hub, ask, asked } = await aHub()
    const own = stage.directory.authorities.find((one) => one.code === code)
    if (own === undefined) throw new Error('the local stage has changed')
    const row = authorityRow({ ...own, delivery: { mode: 'poll' } })
    await hub.store.transact([put(hub.tables.directory, row)])
    expect((await ask()).body).toMatchObject({ mode: 'poll', isSent: false })
    await hub.settle()
    expect(hub.published).toEqual([])
    expect(await asked()).toMatchObject([{ codes: { mode: 'poll', how: 'polled' } }])
  })

  it.each([
    ['a referrer', drugService],
    ['an auditor', auditor],
    ['a social worker of no authority', { ...westmarch, authority: undefined }],
  ])('is not for %s', async (_, caller) => {
    const { hub, ask } = await aHub()
    expect((await ask(caller)).status).toBe(403)
    await hub.settle()
    expect(hub.published).toEqual([])
  })

  it('is not for an authority that the directory does not know', async () => {
    const { ask } = await aHub()
    expect((await ask({ ...westmarch, authority: 'E09000001' })).status).toBe(404)
  })
})
