import { generateKeyPairSync, sign } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { receiverOf } from '../../../client/receive/receiver.ts'
import { realWorld } from '../../../client/transport.ts'
import { signSealed } from '../../../shared/outbox/sealed.ts'
import { webhookHeaders } from '../../../shared/outbox/webhook.ts'
import { sealTo } from '../../../shared/sending/seal.ts'
import { scriptedHub } from '../../fakes/scripted-hub.ts'

const alertId = '01a207d9-2100-7000-8000-000000000001'
const id = `${alertId}#1`
const type = 'uk.safeguarding-hub.alert.raised.v1'
const eventOf = (more: object = {}) =>
  JSON.stringify({ id, type, data: { alertId, version: 1, urgency: 'immediate', ...more } })

const ours = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const sealKey = ours.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()
const theirs = generateKeyPairSync('ed25519')
const kid = 'delivery-1'
const signWith = async (text: string) => sign(null, Buffer.from(text), theirs.privateKey)
const now = new Date('2026-11-27T09:00:00Z')
const world = { ...realWorld, now: () => now }

const sealed = async (): Promise<string> => {
  const { x = '', y = '' } = ours.publicKey.export({ format: 'jwk' })
  const jwk = { kty: 'EC', crv: 'P-256', x, y, kid: 'seal-1', from: now.toISOString() } as const
  return signSealed(await sealTo(jwk, JSON.stringify({ alertId, version: 1 })), {
    kid,
    sign: signWith,
  })
}

describe('the receiver', () => {
  let scripted: Awaited<ReturnType<typeof scriptedHub>>
  beforeAll(async () => {
    const jwk = { ...theirs.publicKey.export({ format: 'jwk' }), kid }
    scripted = await scriptedHub(() => ({ body: { keys: [{ kty: 'EC', kid: 'token' }, jwk] } }))
  })
  afterAll(() => scripted.stop())
  const receiver = (sealKeys = [sealKey]) => receiverOf({ hub: scripted.hub, sealKeys }, world)

  it('takes a notice, and says which alert is to be read', async () => {
    expect(await receiver().queued(eventOf())).toMatchObject({ kind: 'event', id, type, alertId })
    const digest = JSON.stringify({ id: 'd-1', type, data: { alerts: [] } })
    expect(await receiver().queued(digest)).toMatchObject({ kind: 'event', alertId: undefined })
  })

  it('takes what the hub pushed, and nothing that it did not', async () => {
    const body = eventOf({ alert: { alertId, version: 1 } })
    const headers = await webhookHeaders({ id, body }, { now, sign: signWith })
    expect(await receiver().pushed({ headers, body })).toMatchObject({ id, alert: { version: 1 } })
    const forged = { kind: 'refused', why: 'not-the-hubs', status: 401 }
    expect(await receiver().pushed({ headers, body: eventOf() })).toEqual(forged)
    expect(await receiver().pushed({ headers: {}, body })).toEqual(forged)
  })

  it('opens what is sealed to it, and says why where it cannot', async () => {
    const body = eventOf({ sealed: await sealed() })
    const taken = await receiver().queued(body)
    expect(taken).toMatchObject({ kind: 'event', alert: { alertId, version: 1 } })
    expect(JSON.stringify(taken)).not.toContain('sealed')
    const refused = { kind: 'refused', status: 422 }
    expect(await receiver([]).queued(body)).toEqual({ ...refused, why: 'no-key' })
    expect(await receiver().queued('no event')).toEqual({ ...refused, why: 'no-event' })
  })

  it('refuses a key to which nothing can be sealed', async () => {
    await expect(receiver(['no key']).queued(eventOf())).rejects.toThrow(TypeError)
  })
})
