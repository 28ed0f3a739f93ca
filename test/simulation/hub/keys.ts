import {
  createECDH,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  sign,
} from 'node:crypto'
import { keyIds } from '../../../local/in-memory/keys.ts'
import type { Keys } from '../../../shared/aws/kms/keys.ts'

const seedOf = (key: string): Buffer => createHash('sha256').update(`simulated ${key}`).digest()

/** PKCS #8 around the 32 bytes of an Ed25519 key. @see RFC 8410 §7 */
const ed25519 = (key: string): KeyObject =>
  createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seedOf(key)]),
    format: 'der',
    type: 'pkcs8',
  })

export const p256 = (key: string): KeyObject => {
  const pair = createECDH('prime256v1')
  pair.setPrivateKey(seedOf(key))
  const point = pair.getPublicKey()
  const text = (bytes: Buffer): string => bytes.toString('base64url')
  const [x, y] = [text(point.subarray(1, 33)), text(point.subarray(33))]
  const jwk = { kty: 'EC', crv: 'P-256', d: text(seedOf(key)), x, y }
  return createPrivateKey({ key: jwk, format: 'jwk' })
}

const hmac = (key: string, ...parts: readonly Uint8Array[]): Buffer => {
  const made = createHmac('sha256', seedOf(key))
  for (const part of parts) made.update(part)
  return made.digest()
}

const contextText = (context: Readonly<Record<string, string>>): Buffer =>
  Buffer.from(JSON.stringify(Object.entries(context).toSorted()))

const xor = (one: Uint8Array, other: Uint8Array): Uint8Array =>
  one.map((byte, at) => byte ^ (other[at] ?? 0))

/** Keys that are the same in every process, so that a seed replays: secrets and signatures follow from their names. */
export const createSeededKeys = (): Keys => {
  const ofToken = [keyIds.token, keyIds.tokenNext].map((id) => [id, p256(id)] as const)
  const ofLog = [keyIds.log, keyIds.logNext, keyIds.export].map((id) => [id, ed25519(id)] as const)
  const signers = new Map<string, KeyObject>([...ofToken, ...ofLog])
  const signerOf = (key: string): KeyObject => {
    const signer = signers.get(key)
    if (signer === undefined) throw new Error(`no key ${key} that signs`)
    return signer
  }
  let made = 0
  return {
    publicKey: async (key) => createPublicKey(signerOf(key)),
    sign: async (key, algorithm, message) =>
      algorithm === 'Ed25519'
        ? sign(null, message, signerOf(key))
        : sign('sha256', message, { key: signerOf(key), dsaEncoding: 'ieee-p1363' }),
    mac: async (key, message) => hmac(key, message),
    isMac: async (key, signed) => hmac(key, signed.message).equals(signed.mac),
    makeSecret: async (key, context) => {
      made += 1
      const secret = hmac(key, Buffer.from(`secret ${made}`))
      return xor(secret, hmac(key, contextText(context)))
    },
    unwrap: async (key, wrapped, context) => xor(wrapped, hmac(key, contextText(context))),
  }
}
