import { generateKeyPairSync, sign } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { isWebhookOf, webhookHeaders, webhookKeyOf } from '../../../shared/outbox/webhook.ts'

const pair = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const { x } = z.object({ x: z.string() }).parse(publicKey.export({ format: 'jwk' }))
  return { x, sign: async (text: string) => sign(null, Buffer.from(text), privateKey) }
}
const hub = pair()
const now = new Date('2026-11-26T12:00:00.000Z')
const id = '01a207d9-2100-7000-8000-000000000001#1'
const body = '{"id":"x"}'
const signed = () => webhookHeaders({ id, body }, { now, sign: hub.sign })
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)

describe('a message that is pushed', () => {
  it('is signed over id, time and body, and verified by the published key', async () => {
    const headers = await signed()
    expect(headers).toMatchObject({ 'webhook-id': id, 'webhook-timestamp': '1795694400' })
    expect(headers['webhook-signature']).toMatch(/^v1a,[A-Za-z0-9+/]{86}==$/)
    expect(isWebhookOf([hub.x], { headers, body }, now)).toBe(true)
    expect(webhookKeyOf(hub.x)).toMatch(/^whpk_[A-Za-z0-9+/]{43}=$/)
  })

  it('is verified by one of several keys, and among several signatures', async () => {
    const headers = await signed()
    const more = { ...headers, 'webhook-signature': `v1,abc= ${headers['webhook-signature']}` }
    expect(isWebhookOf([pair().x, hub.x], { headers: more, body }, now)).toBe(true)
  })

  it.each<[string, Record<string, string | undefined>, string]>([
    ['another body', {}, '{"id":"y"}'],
    ['another id', { 'webhook-id': `${id}0` }, body],
    ['another time', { 'webhook-timestamp': '1795694401' }, body],
    ['no signature', { 'webhook-signature': undefined }, body],
    ['a signature of the form with a secret', { 'webhook-signature': 'v1,AAAA' }, body],
    ['a time that is none', { 'webhook-timestamp': '1e9' }, body],
  ])('is not verified with %s', async (_, other, text) => {
    const headers = { ...(await signed()), ...other }
    expect(isWebhookOf([hub.x], { headers, body: text }, now)).toBe(false)
  })

  it('is not verified by another key, nor more than five minutes off', async () => {
    const headers = await signed()
    expect(isWebhookOf([pair().x], { headers, body }, now)).toBe(false)
    expect(isWebhookOf([hub.x], { headers, body }, later(300))).toBe(true)
    expect(isWebhookOf([hub.x], { headers, body }, later(301))).toBe(false)
    expect(isWebhookOf([hub.x], { headers, body }, later(-301))).toBe(false)
  })
})
