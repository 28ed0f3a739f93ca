import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../../infra/stages/local.ts'
import {
  type AlertContent,
  alertContentSchema,
} from '../../../../shared/alerts/content/alert-content.ts'
import { type Reading, redact } from '../../../../shared/alerts/redaction/redact.ts'
import { fullContent } from './content.ts'

const open: Reading = {
  decision: 'SHARE',
  strike: { whereabouts: [] },
  adopted: [],
  isOfAdopted: false,
}
const shown = (differing: object = {}, reading: Partial<Reading> = {}): AlertContent =>
  redact(fullContent(differing), { ...open, ...reading })
const abuse = { flags: ['DA'] } as const

/** Written from policy §5, not from the classes. */
const always = [
  ...['harmSent', 'harm', 'raisedBy', 'decision', 'rule', 'basis', 'policyVersion', 'why'],
  ...['alsoTold', 'tellParent', 'flags', 'factors', 'banners', 'care', 'event', 'joined'],
  ...['accumulation', 'earlier', 'reason', 'adults', 'children', 'safety', 'consent'],
  ...['phoneCall', 'ownReference', 'referrer', 'whereabouts', 'protected'],
]
const beyond = [
  ...['narrative', 'protectiveFactors', 'childView', 'whyChildrenUnknown', 'substances'],
  ...['disabilities', 'involvement', 'unread'],
]
const fieldsOf = (content: object): string[] => Object.keys(content).toSorted()

describe('a share that nothing restricts', () => {
  it('shows the alert as it is', () => {
    expect(shown()).toEqual(fullContent())
    expect(fieldsOf(fullContent())).toEqual([...always, ...beyond].toSorted())
  })
})

describe('X1, whereabouts below suspected significant harm', () => {
  it.each([
    ['DA', { flags: ['DA'] }],
    ['MARAC', { flags: ['MARAC'] }],
    ['a referral to MARAC', { safety: { keepFrom: [], maracReferred: true } }],
    ['RESTRICTED_ADDRESS', { flags: ['RESTRICTED_ADDRESS'] }],
    ['3A', { factors: ['3A'] }],
    ['3B', { factors: ['3B'] }],
    ['3C', { factors: ['3C'] }],
  ])('are left out where %s was sent, and that they were is said', (_, differing) => {
    expect(shown(differing)).not.toHaveProperty('whereabouts')
    expect(shown(differing).protected).toEqual(['whereabouts'])
  })

  it.each([
    ['sent at H3', { harmSent: 'H3', harm: 'H3' }],
    ['sent at H4', { harmSent: 'H4', harm: 'H4' }],
    ['raised to H3', { harmSent: 'H2', harm: 'H3' }],
  ])('stand in an alert %s, as all else does', (_, harm) => {
    expect(shown({ ...abuse, ...harm })).toEqual(fullContent({ ...abuse, ...harm }))
  })

  it('are not said to be missing where nobody told any', () => {
    expect(shown({ ...abuse, whereabouts: [] }).protected).toEqual([])
  })

  it.each([
    'mill lane',
    'wexbridge',
    'rose cottage',
    'kiln road',
    'wx1 4ab',
    'wx14ab',
    '07700 900123',
    'alice@',
    'harbour house',
    'wx2 2bb',
    'oxgodby',
  ])('leave no %s in any text', (canary) => {
    expect(JSON.stringify(shown(abuse)).toLowerCase()).not.toContain(canary)
  })

  it('are replaced by the safety block: the number given for safe contact always stands', () => {
    expect(shown(abuse).safety).toEqual({
      safeContact: {
        number: '07700 900456',
        safeToCall: true,
        times: 'after 9, on [protected]',
        notSafeToTalkTo: 'anyone at [protected]',
      },
      keepFrom: [{ person: 'Her partner of [protected]', why: 'He reads post to [protected].' }],
      dash: { score: 10, level: 'MEDIUM' },
    })
  })

  it('still say how to reach the referrer, out of hours too', () => {
    expect(shown(abuse).referrer).toEqual({
      ...fullContent().referrer,
      outOfHours: 'On-call 0113 496 0999, [protected]',
    })
  })

  it('leave what is no place readable, kind beside text (X7)', () => {
    expect(shown(abuse).narrative).toEqual([
      { kind: 'FACT', text: 'Two children, 12 and 4, were seen at [protected].' },
      { kind: 'REPORTED', text: 'She may be rung on [protected].' },
    ])
  })

  it.each([
    ['a postcode', 'near LS1 4AB, or ls14ab.', 'near [protected], or [protected].'],
    ['a telephone', 'on +44 (0)113 496 0000 or (0113) 4960000', 'on [protected] or [protected]'],
    ['a mailbox', 'write to bob.o-neil+x@mail.example.com.', 'write to [protected].'],
    [
      'but no date, time or NHS number',
      'on 01/02/2026 10:30, 01-02-2026 at 09.15, 943 476 5919',
      'on 01/02/2026 10:30, 01-02-2026 at 09.15, 943 476 5919',
    ],
  ])('take %s that stands nowhere else from a text', (_what, reason, expected) => {
    expect(shown({ ...abuse, reason }).reason).toBe(expected)
  })

  it('take hostile text in linear time', () => {
    const began = process.cpuUsage().user
    for (const bait of ['0 '.repeat(50_000), 'a@'.repeat(50_000), '[protected] , '.repeat(20_000)])
      shown({ ...abuse, reason: bait })
    expect(process.cpuUsage(undefined).user - began).toBeLessThan(6_000_000)
  })
})

describe('X4, the least', () => {
  const least = shown({}, { decision: 'SHARE_MINIMAL' })

  it('is the “always” list whole, and nothing else', () => {
    const { protected: _, ...told } = least
    const full: Record<string, unknown> = { ...fullContent() }
    for (const field of [...beyond, 'protected']) delete full[field]
    expect(told).toEqual(full)
    expect(fieldsOf(least)).toEqual(always.toSorted())
  })

  it('says that it is the least, and not of what', () => {
    expect(least.protected).toEqual(['minimal-disclosure'])
    expect(shown(abuse, { decision: 'SHARE_MINIMAL' }).protected).toEqual([
      'whereabouts',
      'minimal-disclosure',
    ])
  })
})

describe('a protected place or number', () => {
  const rose = { houseNumber: 'Rose Cottage', street: 'Kiln Road', postcode: 'WX9 9ZZ' }
  const strike = { whereabouts: [{ addresses: [rose], phones: ['07700 900123'] }] }
  const hidden = shown({}, { strike })

  it('is struck from every text, and whole from where people are said to be', () => {
    expect(JSON.stringify(hidden)).not.toMatch(/Kiln|WX9|wx99zz|Rose|900123/)
    expect(hidden.whereabouts?.[0]).toEqual({
      person: 'subject',
      addresses: [fullContent().whereabouts?.[0]?.addresses?.[0]],
      phones: [],
      emails: ['alice@example.org'],
      places: [{ kind: 'serviceBase', text: 'Harbour House, Quay Street' }],
    })
  })

  it('does not take another’s address of its town away, but for the town', () => {
    const near = { ...rose, town: 'Wexbridge' }
    const { whereabouts } = shown({}, { strike: { whereabouts: [{ addresses: [near] }] } })
    expect(whereabouts?.[0]?.addresses).toEqual([
      { houseNumber: '12', street: 'Mill Lane', postcode: 'WX1 4AB' },
    ])
  })

  it('is struck however it is told, never from a name, a code or the number for safe contact', () => {
    const safe = { whereabouts: [{ phones: ['07700 900456'], places: ['Rosalind Road'] }] }
    const { safety, children } = shown({}, { strike: safe })
    expect(safety.safeContact).toMatchObject({
      number: '07700 900456',
      times: 'after 9, on [protected]',
    })
    expect(children).toEqual(fullContent().children)
  })

  it('is struck from whom the concern is to be kept from, who is named in words', () => {
    expect(hidden.safety.keepFrom[0]?.person).toBe('Her partner of [protected]')
  })
})

describe('X6, an adopted child', () => {
  const adopted = ['children/0'] as const

  it('is told of to nobody else, as if it had not been named', () => {
    const others = shown({}, { adopted })
    expect(others.children).toEqual([{ ...fullContent().children[1], person: 'children/0' }])
    expect(others.whereabouts).toEqual([
      fullContent().whereabouts?.[0],
      { ...fullContent().whereabouts?.[2], person: 'children/0' },
    ])
    expect(others.disabilities).toEqual([{ person: 'children/0', text: 'Deaf.' }])
    expect(others.unread).toEqual([
      { pointer: '/children/0/nhsNumber', written: '944' },
      { pointer: '/note', written: 'Seen.' },
    ])
    expect(others.protected).toEqual([])
  })

  it('leaves its brothers and sisters and the rest in full', () => {
    const full: Partial<AlertContent> = fullContent()
    const told: Partial<AlertContent> = shown({}, { adopted })
    for (const field of ['children', 'whereabouts', 'disabilities', 'unread'] as const) {
      delete full[field]
      delete told[field]
    }
    expect(told).toEqual(full)
  })

  it('is told of to its own authority without the birth family', () => {
    const own = shown({}, { adopted, isOfAdopted: true })
    expect(own).toMatchObject({
      adults: [],
      alsoTold: [],
      banners: ['LEADS_ONLY'],
      care: [],
      earlier: [],
      accumulation: { rules: [], contributing: [], others: 0 },
      safety: { keepFrom: [] },
      consent: {},
      children: [{ name: { given: 'Rosalind' }, relationships: [] }],
      joined: [{ childId: `${westmarch}.WM-1001`, relationships: [] }],
    })
    expect(own.children).toHaveLength(1)
    expect(fieldsOf(own)).toEqual(
      always.filter((field) => !['whereabouts', 'ownReference'].includes(field)).toSorted(),
    )
    expect(JSON.stringify(own)).not.toMatch(/Alice|EXAMPLE-7|Bran|voices|Northmoor|0456/)
  })
})

describe('every redaction', () => {
  it.each([
    ['none', {}, {}],
    ['X1', abuse, {}],
    ['X4', {}, { decision: 'SHARE_MINIMAL' }],
    ['X6', {}, { isOfAdopted: true }],
    ['all at once', abuse, { decision: 'SHARE_MINIMAL', isOfAdopted: true }],
  ] as const)(
    'fits the schema and does nothing the second time: %s',
    (_which, differing, reading) => {
      const once = shown(differing, reading)
      expect(alertContentSchema.parse(once)).toEqual(once)
      expect(redact(once, { ...open, ...reading })).toEqual(once)
    },
  )
})
