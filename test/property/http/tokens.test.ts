import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  accessTokenClaims,
  accessTokenVerifier,
  claimedClient,
  signAccessToken,
} from '../../../shared/http/tokens.ts'
import { westmarch } from '../../builders/clients.ts'
import { runs } from '../../builders/runs.ts'
import { aSigningKey } from '../../builders/signing-keys.ts'

const issuer = 'https://hub.example/v1'
const now = new Date('2026-11-23T10:00:00Z')
const key = aSigningKey()
const verify = accessTokenVerifier([key.jwk], issuer)
const claims = accessTokenClaims({ ...westmarch, active: true, keys: [] }, 'alerts.read', {
  issuer,
  now,
  jti: 'an-id',
})
const token = await signAccessToken(claims, key)
const accepted = (made: string): Promise<boolean> =>
  verify(made, now).then(
    () => true,
    () => false,
  )

describe('an access token', () => {
  it('is refused with any one character changed, but for bits that encode nothing', async () => {
    expect(await accepted(token)).toBe(true)
    const decoded = (made: string): string =>
      made
        .split('.')
        .map((part) => Buffer.from(part, 'base64url').toString('hex'))
        .join('.')
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: token.length - 1 }),
        fc.constantFrom(...'ABCDwxyz0189-_.'),
        async (at, char) => {
          const made = token.slice(0, at) + char + token.slice(at + 1)
          fc.pre(decoded(made) !== decoded(token))
          expect(await accepted(made)).toBe(false)
        },
      ),
      runs(250),
    )
  })

  it('is refused cut short or continued by anything that a header lets through', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: token.length - 1 }),
        fc.stringMatching(/^[\w.-]{1,20}$/),
        async (at, more) => {
          expect(await accepted(token.slice(0, at))).toBe(false)
          expect(await accepted(token + more)).toBe(false)
        },
      ),
      runs(100),
    )
    expect(await accepted(token)).toBe(true)
  })
})

describe('the client that an assertion claims', () => {
  it('is a storable id or nothing, for anything at all', () => {
    const subject = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 120 }),
      fc.string({ unit: fc.constantFrom('\ud800', '\udc00', 'a', '\u0000'), maxLength: 4 }),
      fc.jsonValue({ maxDepth: 1 }),
    )
    fc.assert(
      fc.property(subject, (sub) => {
        const claimed = claimedClient(
          `a.${Buffer.from(JSON.stringify({ sub })).toString('base64url')}.c`,
        )
        expect(
          claimed === undefined ||
            (claimed.isWellFormed() && claimed.length <= 100 && claimed !== ''),
        ).toBe(true)
      }),
      runs(2_000),
    )
    expect(claimedClient('a.b.c')).toBeUndefined()
  })
})
