import { generateKeyPairSync, sign, verify } from 'node:crypto'
import { GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms'
import { mockClient } from 'aws-sdk-client-mock'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { createInMemoryKeys, keyIds } from '../../../local/in-memory/keys.ts'
import { kmsKeys } from '../../../shared/aws/kms/kms-keys.ts'
import { rawSignature } from '../../../shared/aws/kms/raw-signature.ts'
import { readTokenKey, signWith, tokenSignerIn } from '../../../shared/aws/kms/token-key.ts'
import { thumbprintOf } from '../../../shared/kernel/jwk-thumbprint.ts'
import { aSigningKey } from '../../builders/signing-keys.ts'

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
    await expect(ask()).rejects.toThrow('KMS gave no')
  })
})

describe('which key signs', () => {
  const [one, two] = [aSigningKey(), aSigningKey()]
  const signerOf = tokenSignerIn(
    createInMemoryKeys(),
    [keyIds.token, keyIds.tokenNext],
    async () => [one.jwk, two.jwk],
  )

  it.each([
    ['the first where nobody has chosen', undefined, one.kid],
    ['the one that was chosen', two.kid, two.kid],
    ['the first where the one chosen is gone', 'another', one.kid],
  ])('is %s', async (_, chosen, kid) => {
    expect((await signerOf(chosen)).kid).toBe(kid)
  })

  it('is none where there is none', async () => {
    const signer = tokenSignerIn(createInMemoryKeys(), [], async () => [])
    await expect(signer(undefined)).rejects.toThrow('no key signs')
  })
})
