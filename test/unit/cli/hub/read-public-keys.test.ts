import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readPublicKeys } from '../../../../cli/hub/keys/read-public-keys.ts'
import { aSigningKey } from '../../../builders/signing-keys.ts'

const key = aSigningKey()
const other = aSigningKey()
const bare = { kty: 'EC', crv: 'P-256', x: key.jwk.x, y: key.jwk.y }
const pem = key.publicKey.export({ format: 'pem', type: 'spki' }).toString()
const read = { ...bare, kid: key.kid, alg: 'ES256', use: 'sig' }
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' })
const json = (value: unknown): string => JSON.stringify(value)

describe('a public key', () => {
  it.each([
    ['as PEM', pem],
    ['as PEM with words around it', `made today\n${pem}\n`],
    ['as a JWK', json(bare)],
    ['as a JWK Set', json({ keys: [bare] })],
    ['with a use', json({ ...bare, use: 'sig', alg: 'ES256', key_ops: ['verify'] })],
    ['with members that nobody knows', json({ ...bare, x5t: 'a', exp: 7 })],
  ])('is read %s, and named by its thumbprint', (_, text) => {
    expect(readPublicKeys(text)).toEqual([read])
  })

  it('keeps the name that it states', () => {
    expect(readPublicKeys(json({ ...bare, kid: 'summer-2026' }))).toEqual([
      { ...read, kid: 'summer-2026' },
    ])
  })

  it('is taken from a set in which others are for something else', () => {
    const forOthers = [
      rsa.publicKey.export({ format: 'jwk' }),
      p384.publicKey.export({ format: 'jwk' }),
      { ...other.jwk, use: 'enc', alg: 'ECDH-ES' },
      { ...other.jwk, key_ops: ['deriveKey'], alg: undefined },
    ]
    expect(readPublicKeys(json({ keys: [...forOthers, bare] }))).toEqual([read])
  })

  it('may come with the one that follows it', () => {
    expect(readPublicKeys(json({ keys: [bare, other.jwk] })).map(({ kid }) => kid)).toEqual([
      key.kid,
      other.kid,
    ])
  })
})

const privateJwk = key.privateKey.export({ format: 'jwk' })
const encrypted = key.privateKey.export({
  ...{ format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'a' },
} as never)

describe('a private key', () => {
  it.each([
    ['as PEM', key.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()],
    ['as PEM of its curve', key.privateKey.export({ format: 'pem', type: 'sec1' }).toString()],
    ['as encrypted PEM', String(encrypted)],
    ['beside its public half', `${pem}${String(encrypted)}`],
    ['as a JWK', json(privateJwk)],
    ['within a set', json({ keys: [bare, privateJwk] })],
    ['of RSA', json(rsa.privateKey.export({ format: 'jwk' }))],
    ['that is a shared secret', json({ keys: [bare, { kty: 'oct', k: 'c2VjcmV0' }] })],
    ['whose half is empty', json({ ...bare, d: '' })],
  ])('is refused %s, and nothing of it is told', (_, text) => {
    expect(() => readPublicKeys(text)).toThrow(/^this holds a private key/)
    const told = (() => {
      try {
        return String(readPublicKeys(text))
      } catch (error) {
        return error instanceof Error ? error.message : ''
      }
    })()
    expect(told).not.toContain(String(privateJwk['d']))
  })
})

describe('what is no key for a client', () => {
  it.each([
    ['nothing', '', 'neither PEM nor JSON'],
    ['words', 'ssh-rsa AAAA', 'neither PEM nor JSON'],
    ['an empty set', json({ keys: [] }), 'no key here'],
    ['a list', json([bare]), 'no JWK'],
    ['a key of RSA', json(rsa.publicKey.export({ format: 'jwk' })), 'no key here'],
    [
      'PEM of RSA',
      rsa.publicKey.export({ format: 'pem', type: 'spki' }).toString(),
      'no public key for ES256',
    ],
    [
      'PEM of another curve',
      p384.publicKey.export({ format: 'pem', type: 'spki' }).toString(),
      'no public key for ES256',
    ],
    ['a certificate', '-----BEGIN CERTIFICATE-----\nAA\n-----END CERTIFICATE-----', 'x509'],
    ['two PEM blocks', `${pem}${pem}`, 'one block'],
    ['a point that is not on the curve', json({ ...bare, y: bare.x }), 'cannot be read'],
    ['a point of noughts', json({ ...bare, x: 'AA', y: 'AA' }), 'cannot be read'],
    ['half a point', json({ ...bare, y: undefined }), 'cannot be read'],
    ['a name with a blank', json({ ...bare, kid: 'my key' }), 'kid'],
    ['a number for a name', json({ ...bare, kid: 7 }), 'kid'],
    ['the same key twice', json({ keys: [bare, { ...bare, kid: 'again' }] }), 'twice'],
    [
      'two keys of one name',
      json({ keys: [key, other].map(({ jwk }) => ({ ...jwk, kid: 'a' })) }),
      'twice',
    ],
    ['three keys', json({ keys: [key, other, aSigningKey()].map(({ jwk }) => jwk) }), '2 at most'],
  ])('is refused: %s', (_, text, says) => {
    expect(() => readPublicKeys(text)).toThrow(says)
  })
})
