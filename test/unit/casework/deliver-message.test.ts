import { compactDecrypt, compactVerify, exportJWK, generateKeyPair, importJWK } from 'jose'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import {
  type LocalCode,
  northmoor as northmoorCode,
  westmarch as westmarchCode,
} from '../../../infra/stages/local.ts'
import type { SealingKey } from '../../../shared/agencies/delivery.ts'
import { authoritySchema } from '../../../shared/agencies/directory.ts'
import { put } from '../../../shared/aws/dynamodb/actions.ts'
import { authorityRow } from '../../../shared/aws/dynamodb/directory.ts'
import { aChild, anAdult } from '../../builders/a-child.ts'
import { aConcern } from '../../builders/a-concern.ts'
import { anApiEvent } from '../../builders/an-api-event.ts'
import { anSqsEvent } from '../../builders/an-sqs-event.ts'
import { northmoor, reviewLead, westmarch } from '../../builders/clients.ts'
import { allRows, auditEntries, callsOf } from '../../builders/hub-calls.ts'
import { startInMemoryHub } from '../../fakes/in-memory-hub.ts'

const url = 'https://receiver.westmarch.example/alerts'
const eventSchema = z.object({
  id: z.string(),
  data: z.object({
    alertId: z.string(),
    alert: z.unknown().optional(),
    sealed: z.string().optional(),
  }),
})
const hours = (count: number): number => count * 60 * 60 * 1000

/** An alert to Westmarch about a child of its own, with its message, and a way to say how it is delivered. */
const told = async (
  child: Parameters<typeof aChild>[0] = {},
  authority: LocalCode = westmarchCode,
) => {
  const hub = await startInMemoryHub()
  const calls = callsOf(hub)
  await calls.putChild('C1', aChild(child))
  await calls.submit('a-key-of-some-length', aConcern({ authority }))
  await hub.settle()
  const message = hub.published.find(({ message: text }) => text.includes('.alert.raised.'))
  const text = message?.message ?? ''
  const setUp = (how: Record<string, unknown>) => {
    const stated = { code: westmarchCode, name: 'Westmarch', key: 'westmarch', ...how }
    const row = authorityRow(authoritySchema.parse(stated))
    return hub.store.transact([put(hub.tables.directory, row)])
  }
  const sentAt = hub.now()
  const deliver = (attempt = 1, body = text) =>
    hub.deliver(anSqsEvent(body, { authority: westmarchCode, sentAt, attempt }))
  const entries = async () =>
    (await auditEntries(hub)).filter(({ action }) => action === 'ALERT_DELIVERED')
  return { hub, calls, text, event: eventSchema.parse(JSON.parse(text)), setUp, deliver, entries }
}

const aSealingKey = async (kid: string, more: Partial<SealingKey> = {}) => {
  const { publicKey, privateKey } = await generateKeyPair('ECDH-ES+A256KW', { crv: 'P-256' })
  const { x = '', y = '' } = await exportJWK(publicKey)
  const from = '2026-01-01T00:00:00.000Z'
  return { key: { kty: 'EC', crv: 'P-256', x, y, kid, from, ...more } as const, privateKey }
}

const push = { delivery: { mode: 'push', url } }

describe('an alert that is pushed', () => {
  it('is what the API answers at that moment, and stands in the log, with every child, before it leaves', async () => {
    const { hub, calls, event, setUp, deliver, entries } = await told()
    await setUp(push)
    hub.receivers.onPost = async () => {
      expect(await entries()).toMatchObject([
        {
          actor: 'deliver-alerts',
          authority: westmarchCode,
          subjects: [
            event.data.alertId,
            expect.any(String),
            `${westmarchCode}.C1`,
            `${westmarchCode}.A1001`,
          ],
          codes: { by: 'push', attempt: '1', version: '1' },
        },
      ])
    }
    expect(await deliver()).toEqual({ batchItemFailures: [] })
    const [pushed] = hub.receivers.pushed
    expect(pushed).toMatchObject({ url, headers: { 'webhook-id': event.id } })
    const sent = eventSchema.parse(JSON.parse(pushed?.body ?? ''))
    expect(sent.data.alert).toEqual((await calls.readAlert(event.data.alertId)).body)
    expect(await entries()).toHaveLength(1)
  })

  it('goes as a reference where it is for the lead alone', async () => {
    const adults = [anAdult({ livesWithChild: 'NO' })]
    const adopted = { status: { code: 'ADOPTED' }, restricted: { adopted: true }, adults } as const
    const { hub, calls, text, setUp, deliver, entries } = await told(
      { ...adopted, adults: [...adults] },
      northmoorCode,
    )
    await setUp(push)
    const [ofLead] = await calls.listAlerts(reviewLead)
    const its = text.replaceAll(/[0-9a-f-]{36}/g, ofLead?.alertId ?? '')
    await deliver(1, its)
    expect(hub.receivers.pushed.map(({ body }) => body)).toEqual([its])
    expect(await entries()).toEqual([])
  })

  it.each<[string, { readonly code?: LocalCode; readonly key?: string; readonly until?: string }]>([
    ['of somebody else’s alert', { code: northmoorCode, key: 'northmoor' }],
    ['of an authority that has ended', { until: '2026-11-01' }],
  ])('goes as a reference in the name %s', async (_, other) => {
    const { hub, text, setUp, entries } = await told()
    await setUp({ ...push, ...other })
    const authority = other.code ?? westmarchCode
    await hub.deliver(anSqsEvent(text, { authority, sentAt: hub.now() }))
    expect(hub.receivers.pushed.map(({ body }) => body)).toEqual([text])
    expect(await entries()).toEqual([])
  })

  it('is tried again under the same id, each time as it then stands and with an entry of its own', async () => {
    const { hub, calls, event, setUp, deliver, entries } = await told()
    await setUp(push)
    hub.receivers.answers.push(
      { kind: 'answered', status: 503 },
      { kind: 'unanswered', why: 'timeout' },
      { kind: 'answered', status: 200 },
    )
    expect(await deliver(1)).toEqual({ batchItemFailures: [{ itemIdentifier: 'message-1' }] })
    await calls.answer('acknowledgeAlert', { id: event.data.alertId, version: 1 })
    hub.advance(1_000)
    expect(await deliver(2)).toEqual({ batchItemFailures: [{ itemIdentifier: 'message-1' }] })
    hub.advance(1_000)
    expect(await deliver(3)).toEqual({ batchItemFailures: [] })
    const [first, second] = hub.receivers.hidden
    expect(first).toMatchObject({ queue: `outgoing-${westmarchCode}`, receipt: 'receipt-1' })
    expect(first?.seconds).toBeLessThanOrEqual(10)
    expect(second?.seconds).toBeGreaterThanOrEqual(10)
    expect(hub.receivers.pushed.map(({ headers }) => headers['webhook-id'])).toEqual([
      event.id,
      event.id,
      event.id,
    ])
    expect((await entries()).map(({ codes }) => codes)).toMatchObject([
      { attempt: '1', version: '1' },
      { attempt: '2', version: '2' },
      { attempt: '3', version: '2' },
    ])
  })

  it.each([301, 400, 404, 410, 500])(
    'is not taken where the receiver answers %d',
    async (status) => {
      const { hub, setUp, deliver } = await told()
      await setUp(push)
      hub.receivers.answers.push({ kind: 'answered', status })
      expect((await deliver()).batchItemFailures).toHaveLength(1)
    },
  )

  it('is given up on after a day: managers and leads are told once, and the message is kept', async () => {
    const { hub, text, event, setUp, deliver } = await told()
    await setUp(push)
    hub.receivers.answers.push({ kind: 'unanswered', why: 'unreachable' })
    hub.advance(hours(24) - 1_000)
    expect((await deliver(30)).batchItemFailures).toHaveLength(1)
    expect(hub.receivers.hidden.at(-1)?.seconds).toBe(1)
    hub.advance(1_000)
    expect(await deliver(31)).toEqual({ batchItemFailures: [] })
    expect(await deliver(32)).toEqual({ batchItemFailures: [] })
    const refused = { queue: `outgoing-${westmarchCode}-refused`, message: text }
    expect(hub.receivers.sent).toEqual([refused, refused])
    await hub.settle()
    const escalated = hub.published.filter(({ message }) => message.includes('.undelivered.'))
    expect(escalated).toHaveLength(1)
    expect(escalated[0]).toMatchObject({ queue: `escalations-${westmarchCode}` })
    expect(escalated[0]?.message).toContain(event.data.alertId)
    expect(hub.logged).toContainEqual(['error', 'PUSH_GIVEN_UP', expect.anything()])
  })

  it('is in the API’s inbox all the while', async () => {
    const { hub, calls, event, setUp, deliver } = await told()
    await setUp(push)
    hub.receivers.answers.push({ kind: 'answered', status: 500 })
    await deliver()
    expect((await calls.listAlerts(westmarch)).map(({ alertId }) => alertId)).toEqual([
      event.data.alertId,
    ])
    expect(await calls.listAlerts(northmoor)).toEqual([])
  })

  it('leaves no word of the family in the log of the function, whatever the receiver does', async () => {
    const { hub, setUp, deliver } = await told()
    await setUp(push)
    const before = hub.logged.length
    hub.receivers.answers.push({ kind: 'answered', status: 500 })
    await deliver()
    const lines = JSON.stringify(hub.logged.slice(before))
    expect(lines).toContain('PUSH_FAILED')
    expect(lines).not.toMatch(/Marta|Tannery|heroin|receiver\.westmarch/)
  })
})

describe('a message that holds no alert', () => {
  it('is pushed as it is, and read from nowhere', async () => {
    const { hub, setUp, deliver, entries } = await told()
    await setUp(push)
    const review = JSON.stringify({
      id: 'r#1',
      type: 'uk.safeguarding-hub.review.raised.v1',
      data: {},
    })
    await deliver(1, review)
    expect(hub.receivers.pushed.map(({ body }) => body)).toEqual([review])
    expect(await entries()).toEqual([])
  })

  it('is kept with the dead letters where it is no event', async () => {
    const { hub, setUp, deliver } = await told()
    await setUp(push)
    expect(await deliver(1, 'no event')).toEqual({ batchItemFailures: [] })
    expect(hub.receivers.sent).toEqual([
      { queue: `outgoing-${westmarchCode}-refused`, message: 'no event' },
    ])
    expect(hub.receivers.pushed).toEqual([])
  })
})

describe('an alert that is sealed', () => {
  const publishedKey = async (hub: Awaited<ReturnType<typeof told>>['hub']) => {
    const { body } = await hub.call('token', anApiEvent('publishKeys'))
    const { keys } = z.object({ keys: z.array(z.record(z.string(), z.string())) }).parse(body)
    return keys.find(({ kty }) => kty === 'OKP') ?? {}
  }

  it('is opened with the authority’s key, and is the hub’s by the key that it publishes', async () => {
    const { hub, calls, event, setUp, deliver, entries } = await told()
    const { key, privateKey } = await aSealingKey('one')
    await setUp({ sealingKeys: [key] })
    expect(await deliver()).toEqual({ batchItemFailures: [] })
    const [sent] = hub.receivers.sent
    expect(sent?.queue).toBe(`inbox-${westmarchCode}`)
    expect(sent?.message).not.toMatch(/Marta|Tannery|heroin/)
    const { data } = eventSchema.parse(JSON.parse(sent?.message ?? ''))
    const { kid, ...jwk } = await publishedKey(hub)
    const signed = await compactVerify(data.sealed ?? '', await importJWK(jwk, 'EdDSA'))
    expect(signed.protectedHeader).toMatchObject({ kid, typ: 'hub-sealed+jws', alg: 'EdDSA' })
    const opened = await compactDecrypt(signed.payload, privateKey)
    expect(opened.protectedHeader).toMatchObject({
      alg: 'ECDH-ES+A256KW',
      enc: 'A256GCM',
      kid: 'one',
      cty: 'application/json',
    })
    const inside: unknown = JSON.parse(Buffer.from(opened.plaintext).toString())
    expect(inside).toEqual((await calls.readAlert(event.data.alertId)).body)
    expect(await entries()).toMatchObject([{ codes: { by: 'queue', sealedTo: 'one' } }])
  })

  it.each<[string, Partial<SealingKey>]>([
    ['was revoked', { revokedAt: '2026-11-20T00:00:00.000Z' }],
    ['has ended', { until: '2026-11-20T00:00:00.000Z' }],
    ['has not begun', { from: '2027-01-01T00:00:00.000Z' }],
  ])(
    'goes as a reference, and rings, where its only key %s: in clear it goes nowhere',
    async (_, more) => {
      const { hub, text, setUp, deliver, entries } = await told()
      const { key } = await aSealingKey('one', more)
      await setUp({ sealingKeys: [key] })
      await deliver()
      await setUp({ sealingKeys: [key], ...push })
      await deliver()
      expect(hub.receivers.sent).toEqual([{ queue: `inbox-${westmarchCode}`, message: text }])
      expect(hub.receivers.pushed.map(({ body }) => body)).toEqual([text])
      expect(
        hub.logged.filter((line) => JSON.stringify(line).includes('NO_SEALING_KEY')),
      ).toHaveLength(2)
      expect(await entries()).toEqual([])
    },
  )

  it('is sealed to the one before from the moment on at which the newest is revoked', async () => {
    const { hub, setUp, deliver, entries } = await told()
    const before = await aSealingKey('before')
    const newest = await aSealingKey('newest', { from: '2026-06-01T00:00:00.000Z' })
    await setUp({ sealingKeys: [before.key, newest.key] })
    await deliver()
    hub.advance(1000)
    const revoked = { ...newest.key, revokedAt: hub.now().toISOString() }
    await setUp({ sealingKeys: [before.key, revoked] })
    await deliver()
    expect((await entries()).map(({ codes }) => codes?.['sealedTo'])).toEqual(['newest', 'before'])
  })

  it('cannot be opened with another key', async () => {
    const { hub, setUp, deliver } = await told()
    const { key } = await aSealingKey('one')
    const other = await aSealingKey('other')
    await setUp({ sealingKeys: [key] })
    await deliver()
    const { data } = eventSchema.parse(JSON.parse(hub.receivers.sent[0]?.message ?? ''))
    const jwe = Buffer.from(data.sealed?.split('.')[1] ?? '', 'base64url').toString()
    await expect(compactDecrypt(jwe, other.privateKey)).rejects.toThrow()
  })

  it('is pushed sealed where the authority is pushed to', async () => {
    const { hub, setUp, deliver } = await told()
    await setUp({ ...push, sealingKeys: [(await aSealingKey('one')).key] })
    await deliver()
    const { data } = eventSchema.parse(JSON.parse(hub.receivers.pushed[0]?.body ?? ''))
    expect(data.sealed).toBeDefined()
    expect(data.alert).toBeUndefined()
  })
})

describe('an authority that is neither pushed to nor sealed to any more', () => {
  it('gets what still waits as a reference in its queue', async () => {
    const { hub, text, setUp, deliver, entries } = await told()
    await setUp({})
    await deliver()
    expect(hub.receivers.sent).toEqual([{ queue: `inbox-${westmarchCode}`, message: text }])
    expect(await entries()).toEqual([])
    expect((await allRows(hub, 'casework')).some(({ pk }) => String(pk).startsWith('OUTBOX'))).toBe(
      true,
    )
  })
})
