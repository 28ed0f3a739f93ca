import { describe, expect, it } from 'vitest'
import { mailDomainsOf } from '../../../shared/agencies/directory.ts'
import {
  mailDomainsSchema,
  mayBeWrittenTo,
  mostMailDomains,
} from '../../../shared/agencies/mail-domains.ts'
import { aDirectory } from '../../builders/a-directory.ts'

const domains = ['trust.example', 'secure.mail.example']

describe('the mail domains of an agency', () => {
  it.each([['trust.example'], ['a-b.secure.mail.example'], ['3.example']])(
    'may be %s',
    (domain) => {
      expect(mailDomainsSchema.safeParse([domain]).success).toBe(true)
    },
  )

  it.each([
    ['a wildcard', '*.trust.example'],
    ['a leading dot', '.trust.example'],
    ['a dot at its end', 'trust.example.'],
    ['capitals', 'Trust.example'],
    ['an address', 'desk@trust.example'],
    ['one label', 'localhost'],
    ['a top-level domain', 'example'],
    ['two dots', 'trust..example'],
    ['a label that ends with a hyphen', 'trust-.example'],
    ['another script', 'trust.exаmple'],
    ['Punycode', 'xn--trust-4ve.example'],
    ['Punycode further on', 'mail.xn--trust-4ve.example'],
    ['an address of the internet', '192.0.2.1'],
    ['a port', 'trust.example:25'],
    ['a blank', 'trust .example'],
    ['a label too long', `${'a'.repeat(64)}.example`],
    ['a domain too long', `${'a.'.repeat(124)}example`],
    ['nothing', ''],
  ])('may not be %s', (_, domain) => {
    expect(mailDomainsSchema.safeParse([domain]).success).toBe(false)
  })

  it('are few, and each stands once', () => {
    const many = Array.from({ length: mostMailDomains }, (_, at) => `d${at}.example`)
    expect(mailDomainsSchema.safeParse(many).success).toBe(true)
    expect(mailDomainsSchema.safeParse([...many, 'one.example']).success).toBe(false)
    expect(mailDomainsSchema.safeParse(['one.example', 'one.example']).success).toBe(false)
  })

  it('are none of an agency that has none or is nobody', () => {
    expect(mailDomainsOf(aDirectory, 'turning-tide')).toContain('turning-tide.example')
    expect(mailDomainsOf(aDirectory, 'eastvale-learning-disability')).toEqual([])
    expect(mailDomainsOf(aDirectory, 'nobody')).toEqual([])
  })
})

describe('where a referrer may be written to', () => {
  it.each([
    'jo@trust.example',
    'JO@TRUST.EXAMPLE',
    'jo+safeguarding@trust.example',
    'jo@secure.mail.example',
  ])('is %s', (address) => {
    expect(mayBeWrittenTo(address, domains)).toBe(true)
  })

  it.each([
    ['elsewhere', 'jo@private.example'],
    ['a subdomain', 'jo@mail.trust.example'],
    ['the domain above', 'jo@mail.example'],
    ['a domain that ends alike', 'jo@nottrust.example'],
    ['a domain that begins alike', 'jo@trust.example.evil.example'],
    ['a second @', 'jo@evil.example@trust.example'],
    ['a second @ the other way', 'jo@trust.example@evil.example'],
    ['no mailbox', '@trust.example'],
    ['no domain', 'jo'],
    ['a dot at its end', 'jo@trust.example.'],
    ['another script', 'jo@truѕt.example'],
    ['a letter that becomes a plain one in small', 'jo@secure.mail.exampleK'],
    ['Punycode', 'jo@xn--trut-o4d.example'],
    ['a blank at its end', 'jo@trust.example '],
    ['a line break', 'jo@trust.example\n'],
    ['brackets', 'jo@[trust.example]'],
  ])('is not %s', (_, address) => {
    expect(mayBeWrittenTo(address, domains)).toBe(false)
  })

  it('is a domain with a k, and not one with the Kelvin sign, which is a k in small letters', () => {
    expect(mayBeWrittenTo('jo@KIN.EXAMPLE', ['kin.example'])).toBe(true)
    expect(mayBeWrittenTo('jo@\u212aIN.EXAMPLE', ['kin.example'])).toBe(false)
  })

  it('is anywhere where nothing is registered', () => {
    expect(mayBeWrittenTo('jo@private.example', [])).toBe(true)
  })
})
