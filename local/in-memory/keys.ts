import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
  timingSafeEqual,
} from 'node:crypto'
import type { Keys, SignatureAlgorithm } from '../../shared/aws/kms/keys.ts'

/** Ids of the keys that stand in for those of KMS; made afresh with every start. */
export const keyIds = {
  token: 'token-key',
  tokenNext: 'next-token-key',
  cursor: 'cursor-key',
  index: 'index-key',
  log: 'log-key',
  logNext: 'next-log-key',
  delivery: 'delivery-key',
  export: 'export-key',
  consoleSigning: 'console-signing-key',
  consoleCookies: 'console-cookies-key',
} as const

type Signer = {
  readonly algorithm: SignatureAlgorithm
  readonly privateKey: KeyObject
}

const onP256 = (): Signer => ({
  algorithm: 'ES256',
  privateKey: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey,
})

const onEd25519 = (): Signer => ({
  algorithm: 'Ed25519',
  privateKey: generateKeyPairSync('ed25519').privateKey,
})

const signersOf = (): Readonly<Record<string, Signer>> => ({
  [keyIds.token]: onP256(),
  [keyIds.tokenNext]: onP256(),
  [keyIds.log]: onEd25519(),
  [keyIds.logNext]: onEd25519(),
  [keyIds.export]: onEd25519(),
  [keyIds.consoleSigning]: onP256(),
})

/** Bytes, as KMS has it. */
const mostSigned = 4096

const cipher = 'aes-256-gcm'
const ivBytes = 12
const tagBytes = 16

const textOf = (context: Readonly<Record<string, string>>): Buffer =>
  Buffer.from(JSON.stringify(Object.entries(context).toSorted()))

const wrap = (key: Buffer, context: Readonly<Record<string, string>>): Uint8Array => {
  const iv = randomBytes(ivBytes)
  const wrapping = createCipheriv(cipher, key, iv).setAAD(textOf(context))
  const secret = Buffer.concat([wrapping.update(randomBytes(32)), wrapping.final()])
  return Buffer.concat([iv, wrapping.getAuthTag(), secret])
}

const unwrap = (
  key: Buffer,
  wrapped: Uint8Array,
  context: Readonly<Record<string, string>>,
): Uint8Array => {
  const bytes = Buffer.from(wrapped)
  const unwrapping = createDecipheriv(cipher, key, bytes.subarray(0, ivBytes))
    .setAAD(textOf(context))
    .setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes))
  return Buffer.concat([unwrapping.update(bytes.subarray(ivBytes + tagBytes)), unwrapping.final()])
}

/** Keys in this process: those of `keyIds`, each for one use, as KMS has it. */
export const createInMemoryKeys = (): Keys => {
  const signers = signersOf()
  const secrets = new Map<string, Buffer>(
    [keyIds.cursor, keyIds.index, keyIds.delivery, keyIds.consoleCookies].map((id) => [
      id,
      randomBytes(32),
    ]),
  )
  const signerOf = (key: string): Signer => {
    const signer = signers[key]
    if (signer === undefined) throw new Error(`no key ${key} that signs`)
    return signer
  }
  const secretOf = (
    key: string,
    ...wanted: readonly ('cursor' | 'index' | 'delivery' | 'consoleCookies')[]
  ): Buffer => {
    const secret = wanted.some((one) => key === keyIds[one]) ? secrets.get(key) : undefined
    if (secret === undefined) throw new Error(`no key ${key} for this use`)
    return secret
  }
  const mac = (key: string, message: Uint8Array): Buffer =>
    createHmac('sha256', secretOf(key, 'cursor', 'delivery', 'consoleCookies'))
      .update(message)
      .digest()
  return {
    publicKey: async (key) => createPublicKey(signerOf(key).privateKey),
    sign: async (key, algorithm, message) => {
      const { privateKey, algorithm: own } = signerOf(key)
      if (algorithm !== own) throw new Error(`key ${key} does not sign ${algorithm}`)
      if (message.length > mostSigned) throw new Error('KMS signs no longer message')
      return algorithm === 'Ed25519'
        ? sign(null, message, privateKey)
        : sign('sha256', message, { key: privateKey, dsaEncoding: 'ieee-p1363' })
    },
    mac: async (key, message) => mac(key, message),
    isMac: async (key, signed) => {
      const expected = mac(key, signed.message)
      return expected.length === signed.mac.length && timingSafeEqual(expected, signed.mac)
    },
    makeSecret: async (key, context) => wrap(secretOf(key, 'index'), context),
    unwrap: async (key, wrapped, context) => unwrap(secretOf(key, 'index'), wrapped, context),
  }
}
