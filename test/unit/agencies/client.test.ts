import { describe, expect, it } from 'vitest'
import { clientSchema } from '../../../shared/agencies/client.ts'
import { drugService } from '../../builders/clients.ts'

const key = { kty: 'EC', crv: 'P-256', x: 'x', y: 'y', kid: 'k1', alg: 'ES256' } as const
const client = { ...drugService, active: true, keys: [key] }
const takes = (over: object): boolean => clientSchema.safeParse({ ...client, ...over }).success

describe('a registered client', () => {
  it('comes back as it was registered', () => {
    const registered = {
      ...client,
      keys: [{ ...key, use: 'sig', until: '2026-11-24T10:00:00.000Z' }, key],
    }
    expect(clientSchema.parse(registered)).toEqual(registered)
  })

  it.each([
    ['no key', { keys: [] }],
    ['more keys than two', { keys: [key, key, key] }],
    ['a key that ends on no moment', { keys: [{ ...key, until: 'tomorrow' }] }],
    ['keys at no address', { jwksUrl: 'keys' }],
    ['a private key', { keys: [{ ...key, d: 'd' }] }],
    ['a key of another type', { keys: [{ ...key, kty: 'RSA' }] }],
    ['a key on another curve', { keys: [{ ...key, crv: 'P-384' }] }],
    ['a key for another algorithm', { keys: [{ ...key, alg: 'HS256' }] }],
    ['a key for encryption', { keys: [{ ...key, use: 'enc' }] }],
    ['a key without an id', { keys: [{ ...key, kid: undefined }] }],
    ['no word on whether it may act', { active: undefined }],
    ['no id', { clientId: '' }],
    ['a role that there is not', { role: 'admin' }],
    ['a scope that there is not', { scopes: ['everything'] }],
    ['an id of more than a hundred characters', { clientId: 'a'.repeat(101) }],
    ['an agency of more than a hundred characters', { agency: 'a'.repeat(101) }],
    ['an agency’s name of more than a hundred characters', { agencyName: 'a'.repeat(101) }],
  ])('is refused with %s', (_name, over) => {
    expect(takes(over)).toBe(false)
  })

  it('may have names of a hundred characters', () => {
    const name = 'a'.repeat(100)
    expect(takes({ clientId: name, agency: name, agencyName: name })).toBe(true)
  })
})
