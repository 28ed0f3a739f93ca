import { describe, expect, it } from 'vitest'
import { accountOf } from '../../../shared/alerts/content/account-of.ts'
import { readConcern } from '../../../shared/concerns/read-concern.ts'
import { aConcern } from '../../builders/a-concern.ts'
import { aStoredConcern } from '../../builders/a-stored-concern.ts'

const reading = {
  today: '2026-11-26',
  faultOfAuthority: () => undefined,
  mailDomains: ['secure-mail.example'],
}
const read = (
  harm: 'H1' | 'H2' | 'H3' | 'H4',
  referrer: object,
  mailDomains = reading.mailDomains,
) =>
  readConcern(
    {
      ...aConcern(),
      harm,
      phoneCallMade: { made: true },
      referrer: { ...aConcern().referrer, ...referrer },
    },
    { ...reading, mailDomains },
  )
const mailbox = { secureEmail: 'ines@private.example' }

describe('a private mailbox in a concern', () => {
  it.each(['H1', 'H2'] as const)('is to be mended at %s, and said back by nobody', (harm) => {
    const told = read(harm, mailbox)
    expect(told).toMatchObject({
      kind: 'refused',
      issues: [{ path: ['referrer', 'secureEmail'] }],
    })
    expect(JSON.stringify(told)).not.toContain('private')
    expect(JSON.stringify(told)).not.toContain('secure-mail')
  })

  it.each(['H3', 'H4'] as const)('is set aside at %s, and the concern is taken', (harm) => {
    expect(read(harm, mailbox)).toMatchObject({
      kind: 'taken',
      incomplete: true,
      concern: { referrer: { name: 'Ines Marlowe', secureEmail: 'Not given.' } },
      unread: [{ pointer: '/referrer/secureEmail', written: mailbox.secureEmail }],
    })
  })

  it.each([
    ['outOfHours', 'Duty desk 01632 960123, or ines@private.example'],
    ['outOfHours', 'ines (at) private dot example'],
    ['phone', 'ines@private.example'],
    ['phone', 'ines＠private.example'],
    ['team', 'Recovery <ines@private.example>'],
    ['workBase', 'mailto:ines@private.example'],
    ['name', 'Ines ines@private.example'],
    ['outOfHours', 'ines@private.example@secure-mail.example'],
  ])('leads round it in no words either: %s %s', (field, words) => {
    const told = read('H2', { [field]: words })
    expect(told).toMatchObject({ kind: 'refused', issues: [{ path: ['referrer', field] }] })
    expect(JSON.stringify(told)).not.toContain('private')
    expect(read('H4', { [field]: words })).toMatchObject({
      kind: 'taken',
      unread: [{ pointer: `/referrer/${field}` }],
    })
  })

  it.each([
    ['outOfHours', 'Ring the desk @ 5.30pm, or Ann at the front door'],
    ['outOfHours', 'night.desk@Secure-Mail.example'],
    ['outOfHours', 'night desk (at) secure-mail.example'],
    ['team', 'Recovery @ Tannery Row'],
  ])('is not found in %s: %s', (field, words) => {
    expect(read('H2', { [field]: words }).kind).toBe('taken')
  })

  it('is anybody’s where the agency has registered nothing', () => {
    expect(read('H2', { ...mailbox, outOfHours: mailbox.secureEmail }, []).kind).toBe('taken')
  })

  it('is shown as what nobody writes to, and a number that is too long is not', () => {
    const grave = read('H4', { ...mailbox, phone: '01632 960123 extension 4567' })
    if (grave.kind !== 'taken') throw new Error('refused')
    const stored = aStoredConcern({ concern: grave.concern, unread: [...(grave.unread ?? [])] })
    expect(accountOf(stored).unread).toEqual([
      { pointer: '/referrer/phone', written: '01632 960123 extension 4567' },
      {
        pointer: '/referrer/secureEmail',
        written: mailbox.secureEmail,
        mustNotBeWrittenTo: true,
      },
    ])
  })
})
