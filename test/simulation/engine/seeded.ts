import crypto, { KeyObject, verify, type webcrypto } from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import type { Random } from '../../../local/people/random.ts'

/** Bytes of this stream of chance. */
export const bytesOf = (random: Random, length: number): Buffer =>
  Buffer.from(Array.from({ length }, () => random.between(0, 255)))

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

/** Signatures are verified on this thread: what another thread does takes as long as it takes, and a seed must not depend on it. */
const verifyHere: Verify = async (_, key, ...[signature = none, text = none]) =>
  verify('sha256', text, { key: KeyObject.from(key), dsaEncoding: 'ieee-p1363' }, signature)

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
