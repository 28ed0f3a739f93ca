import { describe, expect, it } from 'vitest'
import { publicAddressOf } from '../../../../cli/hub/keys/fetch-pinned.ts'
import { jwksUrlOf } from '../../../../cli/hub/keys/jwks-url.ts'
import { isPublicAddress } from '../../../../shared/sending/public-address.ts'

describe('an address', () => {
  it.each([
    '8.8.8.8',
    '1.1.1.1',
    '172.15.255.255',
    '172.32.0.0',
    '192.167.1.1',
    '223.255.255.255',
    '2a00:1450:4009::1',
    '2606:4700::1111',
  ])('is on the internet: %s', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })

  it.each([
    '0.0.0.0',
    '10.0.0.1',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.8',
    '192.0.2.1',
    '192.168.1.1',
    '198.18.0.1',
    '198.51.100.1',
    '203.0.113.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:10.0.0.1',
    '::ffff:8.8.8.8',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::1',
    '100::1',
    '2001::1',
    '2001:db8::1',
    '2002:7f00:1::',
    '3fff::1',
    '5f00::1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'fe80::1%eth0',
    '2a00::1%eth0',
    'fec0::1',
    'ff02::1',
    '',
    'localhost',
    '0x7f.1',
    '127.1',
    '2130706433',
  ])('is not on the internet: %s', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  const at = (...addresses: readonly string[]) =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))

  it('is the first of a host all of whose addresses are on the internet', () => {
    expect(publicAddressOf('keys.example', at('8.8.8.8', '2606:4700::1111'))).toEqual({
      address: '8.8.8.8',
      family: 4,
    })
  })

  it.each([
    ['one of them leads inside', at('8.8.8.8', '169.254.169.254'), 'not on the internet'],
    ['there is none', [], 'has no address'],
  ])('is refused when %s', (_, addresses, says) => {
    expect(() => publicAddressOf('keys.example', addresses)).toThrow(says)
  })
})

describe('a URL of keys', () => {
  const allowed = ['keys.example', 'Other.example:8443']

  it.each([
    ['https://keys.example/jwks.json', 'https://keys.example/jwks.json'],
    ['https://KEYS.example:443/a?b=c#d', 'https://keys.example/a?b=c'],
    ['https://other.example:8443/jwks', 'https://other.example:8443/jwks'],
  ])('is taken: %s', (text, href) => {
    expect(jwksUrlOf(text, allowed).href).toBe(href)
  })

  it.each([
    ['http://keys.example/jwks.json', 'https only'],
    ['file:///etc/passwd', 'https only'],
    ['ftp://keys.example/a', 'https only'],
    ['keys.example/jwks.json', 'cannot be read'],
    ['https://elsewhere.example/jwks.json', 'not among the hosts'],
    ['https://keys.example.elsewhere.example/', 'not among the hosts'],
    ['https://sub.keys.example/', 'not among the hosts'],
    ['https://keys.example./', 'not among the hosts'],
    ['https://keys.example:8443/', 'not among the hosts'],
    ['https://other.example/jwks', 'not among the hosts'],
    ['https://user:word@keys.example/', 'no user name'],
    ['https://user@keys.example/', 'no user name'],
    ['https://keys.example@elsewhere.example/', 'no user name'],
    ['https://127.0.0.1/', 'no number'],
    ['https://2130706433/', 'no number'],
    ['https://0x7f.1/', 'no number'],
    ['https://[::1]/', 'no number'],
    ['https://[::ffff:127.0.0.1]/', 'no number'],
  ])('is refused: %s', (text, says) => {
    expect(() => jwksUrlOf(text, [...allowed, '127.0.0.1', '[::1]'])).toThrow(says)
  })
})
