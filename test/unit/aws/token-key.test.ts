import { generateKeyPairSync, sign, verify } from 'node:crypto'
import { GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms'
import { mockClient } from 'aws-sdk-client-mock'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { createInMemoryKeys, keyIds } from '../../../local/in-memory/keys.ts'
import type { Keys } from '../../../shared/aws/kms/keys.ts'
import { kmsKeys } from '../../../shared/aws/kms/kms-keys.ts'
import { rawSignature } from '../../../shared/aws/kms/raw-signature.ts'
import {
  heldTokenKeys,
  publishedOf,
  readTokenKey,
  signedByFirst,
  signWith,
} from '../../../shared/aws/kms/token-key.ts'
import { thumbprintOf } from '../../../shared/kernel/jwk-thumbprint.ts'
import type { Log } from '../../../shared/logging/logger.ts'

const kms = mockClient(KMSClient)
beforeEach(() => void kms.reset())
const keys = kmsKeys(new KMSClient({ region: 'eu-west-2' }))
const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })

const integer = (value: bigint): Buffer => {
  const hex = value.toString(16)
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')
  const content = (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes
  return Buffer.concat([Buffer.from([2, content.length]), content])
}
const der = (r: bigint, s: bigint): Buffer => {
  const body = Buffer.concat([integer(r), integer(s)])
  return Buffer.concat([Buffer.from([0x30, body.length]), body])
}
const raw = (r: bigint, s: bigint): string =>
  `${r.toString(16).padStart(64, '0')}${s.toString(16).padStart(64, '0')}`

describe('a signature as a JWS wants it', () => {
  it('is what node makes of the same signature, for any message', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (message) => {
        const signature = rawSignature(sign('sha256', message, privateKey))
        expect(signature).toHaveLength(64)
        expect(
          verify('sha256', message, { key: publicKey, dsaEncoding: 'ieee-p1363' }, signature),
        ).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  it.each([
    ['one', 1n, 1n],
    ['127, the last without a sign byte', 127n, 128n],
    ['a leading nought on either side', 2n ** 247n, 2n ** 248n - 1n],
    ['the top bit set', 2n ** 255n, 2n ** 256n - 1n],
    ['short beside long', 7n, 2n ** 255n + 1n],
    ['long beside short', 2n ** 255n + 1n, 7n],
  ])('keeps its length for %s', (...[, r, s]) => {
    expect(Buffer.from(rawSignature(der(r, s))).toString('hex')).toBe(raw(r, s))
  })

  it('is right for any two numbers', () => {
    const number = fc.bigInt({ min: 1n, max: 2n ** 256n - 1n })
    fc.assert(
      fc.property(
        number,
        number,
        (r, s) => Buffer.from(rawSignature(der(r, s))).toString('hex') === raw(r, s),
      ),
      { numRuns: 5000 },
    )
    expect(true).toBe(true)
  })
})

describe('the key that never leaves', () => {
  it('signs the message itself, not a digest of ours', async () => {
    const message = Buffer.from('a.b')
    kms.on(SignCommand).callsFake(({ Message }: { Message: Uint8Array }) => ({
      Signature: sign('sha256', Message, privateKey),
    }))
    const signature = await signWith(keys, 'key')(message)
    expect(
      verify('sha256', message, { key: publicKey, dsaEncoding: 'ieee-p1363' }, signature),
    ).toBe(true)
    expect(kms.commandCalls(SignCommand)[0]?.args[0].input).toMatchObject({
      MessageType: 'RAW',
      SigningAlgorithm: 'ECDSA_SHA_256',
    })
  })

  it('gives its public half as a JWK that is named by its thumbprint', async () => {
    kms
      .on(GetPublicKeyCommand)
      .resolves({ PublicKey: publicKey.export({ format: 'der', type: 'spki' }) })
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
    const kid = thumbprintOf({ x, y })
    expect(kid).toHaveLength(43)
    expect(await readTokenKey(keys, 'key')).toEqual({
      ...{ kty: 'EC', crv: 'P-256', x, y, kid, alg: 'ES256', use: 'sig' },
    })
  })

  it('is refused where it is of another curve', async () => {
    const other = generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey
    const PublicKey = other.export({ format: 'der', type: 'spki' })
    kms.on(GetPublicKeyCommand).resolves({ PublicKey })
    await expect(readTokenKey(keys, 'key')).rejects.toThrow('not on P-256')
  })

  it.each([
    ['signature', () => signWith(keys, 'key')(Buffer.from('a'))],
    ['public half', () => readTokenKey(keys, 'key')],
  ])('is missed when there is no %s', async (_, ask) => {
    kms.on(SignCommand).resolves({}).on(GetPublicKeyCommand).resolves({})
    await expect(ask()).rejects.toThrow('a key of the hub cannot be read')
  })
})

const twoKeys = [keyIds.token, keyIds.tokenNext]
const aDisabled = (name = 'DisabledException'): Error =>
  Object.assign(new Error('disabled'), { name })

/** Two keys, of which those in `out` are disabled, at a clock that is moved by hand; and what was logged. */
const someKeys = (ids: readonly string[] = twoKeys) => {
  const inMemory = createInMemoryKeys()
  const out = new Map<string, string>()
  const asked: string[] = []
  const logged: unknown[] = []
  let at = new Date('2026-11-26T10:00:00Z')
  const unlessOut = (key: string): void => {
    if (out.has(key)) throw aDisabled(out.get(key))
  }
  const keysNow: Keys = {
    ...inMemory,
    publicKey: async (key) => {
      asked.push(key)
      unlessOut(key)
      return inMemory.publicKey(key)
    },
    sign: async (key, algorithm, message) => {
      unlessOut(key)
      return inMemory.sign(key, algorithm, message)
    },
  }
  const log: Log = (level, event, fields) => void logged.push([level, event, fields])
  const deps = { keys: keysNow, keyIds: ids, now: () => at, log }
  const readHeld = heldTokenKeys(deps)
  const signed = signedByFirst(deps, readHeld)
  return {
    out,
    asked,
    logged,
    later: (seconds: number) => {
      at = new Date(at.getTime() + seconds * 1000)
    },
    readHeld,
    readPublished: publishedOf(readHeld),
    kidOf: async (key: string) => (await readTokenKey(inMemory, key)).kid,
    /** The name of the key that signs. */
    signsBy: (chosen?: string) =>
      signed(chosen, async ({ kid, sign: signIt }) => {
        await signIt(Buffer.from('a.b'))
        return kid
      }),
  }
}

describe('the keys of access tokens', () => {
  it('are read once, and are the same list from then on', async () => {
    const { readPublished, asked, logged } = someKeys()
    const first = await readPublished()
    expect(first).toHaveLength(2)
    expect(await readPublished()).toBe(first)
    expect(asked).toEqual(twoKeys)
    expect(logged).toEqual([])
  })

  it.each(twoKeys)('go on without one that is disabled', async (gone) => {
    const { out, readHeld, logged } = someKeys()
    out.set(gone, 'DisabledException')
    const held = await readHeld()
    expect(held.map(({ keyId }) => keyId)).toEqual(twoKeys.filter((one) => one !== gone))
    const passedOver = { errorName: 'DisabledException' }
    expect(logged).toEqual([['warn', 'TOKEN_KEY_PASSED_OVER', passedOver]])
  })

  it.each([
    ['DisabledException', false],
    ['KMSInvalidStateException', false],
    ['KMSInternalException', true],
    ['ThrottlingException', true],
    ['AccessDeniedException', true],
    ['NotFoundException', true],
  ])('say of one that gives %s whether a token of it may be good: %s', async (name, mayBe) => {
    const { out, readHeld, later } = someKeys()
    out.set(keyIds.tokenNext, name)
    await readHeld()
    expect(await readHeld.askAgain()).toBe(mayBe ? 5 : undefined)
    out.clear()
    later(60)
    await readHeld()
    expect(await readHeld.askAgain()).toBeUndefined()
  })

  it('ask every five seconds for one that a token names and that could not be read, however many name it', async () => {
    const { out, readPublished, readHeld, asked, later } = someKeys()
    out.set(keyIds.token, 'ThrottlingException')
    const one = await readPublished()
    expect(await readHeld.askAgain()).toBe(5)
    expect(asked).toEqual(twoKeys)
    later(5)
    expect(await Promise.all([readHeld.askAgain(), readHeld.askAgain()])).toEqual([5, 5])
    expect(asked).toEqual([...twoKeys, keyIds.token])
    expect(await readPublished()).toBe(one)
    out.clear()
    later(5)
    expect(await readHeld.askAgain()).toBeUndefined()
    expect(await readPublished()).toHaveLength(2)
    later(5)
    await readHeld.askAgain()
    expect(asked).toHaveLength(4)
  })

  it('take up within a minute one that can be read again, and ask no more often', async () => {
    const { out, readPublished, asked, later } = someKeys()
    out.set(keyIds.token, 'DisabledException')
    const one = await readPublished()
    out.clear()
    later(59)
    expect(await readPublished()).toBe(one)
    later(1)
    expect(await readPublished()).toHaveLength(2)
    expect(asked).toEqual([...twoKeys, keyIds.token])
  })

  it('are the same list while one stays disabled', async () => {
    const { out, readPublished, later } = someKeys()
    out.set(keyIds.token, 'DisabledException')
    const one = await readPublished()
    later(61)
    expect(await readPublished()).toBe(one)
  })

  it('are no empty list where none can be read: that fails, and is tried again', async () => {
    const { out, readPublished } = someKeys()
    for (const key of twoKeys) out.set(key, 'DisabledException')
    await expect(readPublished()).rejects.toMatchObject({ code: 'key-unavailable' })
    out.clear()
    expect(await readPublished()).toHaveLength(2)
  })

  it('are no empty list where none is named', async () => {
    await expect(someKeys([]).readPublished()).rejects.toThrow('no key')
  })
})

describe('which key signs', () => {
  it('is the first where nobody has chosen, and the one that was chosen', async () => {
    const { signsBy, kidOf, logged } = someKeys()
    const next = await kidOf(keyIds.tokenNext)
    expect(await signsBy()).toBe(await kidOf(keyIds.token))
    expect(await signsBy(next)).toBe(next)
    expect(logged).toEqual([])
  })

  it.each([
    [keyIds.token, keyIds.tokenNext],
    [keyIds.tokenNext, keyIds.token],
  ])('is the other where the one chosen was disabled before a start', async (gone, other) => {
    const { out, signsBy, kidOf, logged } = someKeys()
    out.set(gone, 'DisabledException')
    expect(await signsBy(await kidOf(gone))).toBe(await kidOf(other))
    expect(logged).toContainEqual(['error', 'TOKEN_KEY_REPLACED', { errorName: 'NotReadable' }])
  })

  it('is the other where the one chosen is disabled after a start, under its own name', async () => {
    const { out, signsBy, kidOf, logged } = someKeys()
    const [first, next] = [await kidOf(keyIds.token), await kidOf(keyIds.tokenNext)]
    expect(await signsBy(first)).toBe(first)
    out.set(keyIds.token, 'DisabledException')
    expect(await signsBy(first)).toBe(next)
    const replaced = { errorName: 'DisabledException' }
    expect(logged).toEqual([['error', 'TOKEN_KEY_REPLACED', replaced]])
  })

  it('is none where none can sign', async () => {
    const { out, signsBy } = someKeys()
    await signsBy()
    for (const key of twoKeys) out.set(key, 'DisabledException')
    await expect(signsBy()).rejects.toThrow('disabled')
  })
})
