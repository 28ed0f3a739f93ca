import crypto, { KeyObject, verify, type webcrypto } from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import type { Random } from '../../../local/people/random.ts'

/** Bytes of this stream of chance. */
export const bytesOf = (random: Random, length: number): Buffer => {
  const bytes = Buffer.allocUnsafe(length)
  for (let at = 0; at < length; at += 1) bytes[at] = random.between(0, 255)
  return bytes
}

let source: Random | undefined

const seededBytes = (length: number): Buffer => {
  if (source === undefined) throw new Error('no seed was given')
  return bytesOf(source, length)
}

const none = Buffer.alloc(0)

type Verify = (
  how: unknown,
  key: webcrypto.CryptoKey,
  ...signed: readonly NodeJS.ArrayBufferView[]
) => Promise<boolean>

/** A caller sends the same token many times, and its signature takes longer than all else in a call. */
const known = new WeakMap<webcrypto.CryptoKey, Map<string, boolean>>()
const textOf = ({ buffer, byteOffset, byteLength }: NodeJS.ArrayBufferView): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString('base64')

const isSignedBy = (
  key: webcrypto.CryptoKey,
  signature: NodeJS.ArrayBufferView,
  text: NodeJS.ArrayBufferView,
): boolean =>
  key.algorithm.name === 'Ed25519'
    ? verify(null, text, KeyObject.from(key), signature)
    : verify('sha256', text, { key: KeyObject.from(key), dsaEncoding: 'ieee-p1363' }, signature)

/** Signatures are verified on this thread: what another thread does takes as long as it takes, and a seed must not depend on it. */
const verifyHere: Verify = async (_, key, ...[signature = none, text = none]) => {
  const signed = [signature, text].map(textOf).join('.')
  const ofKey = known.get(key) ?? new Map<string, boolean>()
  known.set(key, ofKey)
  const isSigned = ofKey.get(signed) ?? isSignedBy(key, signature, text)
  ofKey.set(signed, isSigned)
  return isSigned
}

/**
 * From now on whatever this process calls random follows from the seed: salts, ids and choices of the production code, which
 * takes some of them from Node itself. Only a process that does nothing else may do so.
 */
export const seedTheProcess = (random: Random): void => {
  source = random
  Object.assign(crypto, { randomBytes: seededBytes })
  syncBuiltinESMExports()
  Object.assign(Object.getPrototypeOf(crypto.subtle) as object, { verify: verifyHere })
  Math.random = () => random.fraction()
}
