import { createPublicKey, verify } from 'node:crypto'

/**
 * Standard Webhooks, in the form without a shared secret: Ed25519 over id, time and body.
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
const scheme = 'v1a'

/** Seconds that a receiver's clock and the sender's may be apart. */
export const webhookTolerance = 5 * 60

/** What is signed. `id` and `timestamp` hold no full stop. */
export const signedContent = (id: string, timestamp: number, body: string): string =>
  `${id}.${timestamp}.${body}`

const secondsOf = (at: Date): number => Math.floor(at.getTime() / 1000)

/** The headers of one message; `sign` gives the raw 64 bytes. The id is the event’s, so it stays the same over every attempt. */
export const webhookHeaders = async (
  { id, body }: { readonly id: string; readonly body: string },
  { now, sign }: { readonly now: Date; readonly sign: (text: string) => Promise<Uint8Array> },
): Promise<Readonly<Record<string, string>>> => {
  const timestamp = secondsOf(now)
  const signature = await sign(signedContent(id, timestamp, body))
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': `${scheme},${Buffer.from(signature).toString('base64')}`,
  }
}

/** A public key as Standard Webhooks writes it. `x` is that of the JWK. */
export const webhookKeyOf = (x: string): string =>
  `whpk_${Buffer.from(x, 'base64url').toString('base64')}`

type Received = {
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: string
}

const signaturesIn = (header: string): readonly Buffer[] =>
  header.split(' ').flatMap((part) => {
    const [version, signature] = part.split(',')
    return version === scheme && signature !== undefined ? [Buffer.from(signature, 'base64')] : []
  })

/** Whether a message is one of the hub’s, by one of its keys (`x` of each), and of this moment. */
export const isWebhookOf = (
  keys: readonly string[],
  { headers, body }: Received,
  now: Date,
): boolean => {
  const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signed } = headers
  if (id === undefined || signed === undefined || at === undefined || !/^\d{1,12}$/.test(at))
    return false
  if (Math.abs(Number(at) - secondsOf(now)) > webhookTolerance) return false
  const content = Buffer.from(signedContent(id, Number(at), body))
  const signatures = signaturesIn(signed)
  return keys.some((x) => {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
    return signatures.some((signature) => verify(null, content, key, signature))
  })
}
