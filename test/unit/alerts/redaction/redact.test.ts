import { describe, expect, it } from 'vitest'
import { alertContentSchema } from '../../../../shared/alerts/content/alert-content.ts'
import { type RedactionFacts, redact } from '../../../../shared/alerts/redaction/redact.ts'
import { fullContent } from './content.ts'

const facts = (differing: Partial<RedactionFacts> = {}): RedactionFacts => ({
  decision: 'SHARE',
  flags: [],
  factors: ['4B'],
  ...differing,
})

const places = ['addresses', 'phones', 'emails', 'childLocationNow', 'referrerWorkBase']

describe('a share that nothing restricts', () => {
  it('shows the alert as it is', () => {
    expect(redact(fullContent(), facts())).toEqual(fullContent())
  })
})

describe('X1, an address that must stay hidden', () => {
  const hidden = redact(fullContent(), facts({ flags: ['RESTRICTED_ADDRESS'] }))

  it.each<[string, Partial<RedactionFacts>]>([
    ['DA', { flags: ['DA'] }],
    ['MARAC', { flags: ['MARAC'] }],
    ['RESTRICTED_ADDRESS', { flags: ['RESTRICTED_ADDRESS'] }],
    ['3A', { factors: ['3A'] }],
    ['3B', { factors: ['3B'] }],
    ['3C', { factors: ['3C'] }],
  ])('is called for by %s', (_cause, differing) => {
    const shown = redact(fullContent(), facts(differing))
    expect(Object.keys(shown).filter((field) => places.includes(field))).toEqual([])
    expect(shown.safeContact).not.toHaveProperty('number')
  })

  it('says what is missing and that it is protected', () => {
    expect(hidden.banners).toEqual(['UNDER_TWO', 'PROTECTED_ADDRESS'])
    expect(new Set(hidden.protected)).toEqual(new Set([...places, 'safeContact.number']))
  })

  it('names no field that was empty from the start', () => {
    const { phones: _, ...content } = fullContent({ emails: [] })
    expect(redact(content, facts({ flags: ['DA'] })).protected).not.toContain('phones')
    expect(redact(content, facts({ flags: ['DA'] })).protected).not.toContain('emails')
  })

  it.each([
    'mill lane',
    'wexbridge',
    'rose cottage',
    'kiln road',
    'wx1 4ab',
    'wx14ab',
    '07700',
    'alice@',
    'elm court',
    'harbour house',
    'wx2 2bb',
  ])('leaves no %s in any text', (canary) => {
    expect(JSON.stringify(hidden).toLowerCase()).not.toContain(canary)
  })

  it('leaves what is not a place readable, kind beside text', () => {
    expect(hidden.narrative).toEqual([
      { kind: 'FACT', text: 'Two children, 12 and 4, were seen at [protected].' },
      { kind: 'REPORTED', text: 'She may be rung on [protected].' },
    ])
  })

  it('still says how to reach the referrer', () => {
    expect(hidden.referrer).toMatchObject({
      phone: '0113 496 0000',
      secureEmail: 'sam.nurse@harbour.example',
      outOfHours: 'On-call 0113 496 0999, [protected]',
    })
  })

  it.each([
    ['a postcode', 'near LS1 4AB, or ls14ab.', 'near [protected], or [protected].'],
    [
      'a phone in any spelling',
      'on +44 (0)113 496 0000 or (0113) 4960000',
      'on [protected] or [protected]',
    ],
    ['an e-mail address', 'write to bob.o-neil+x@mail.example.com.', 'write to [protected].'],
    [
      'but no date, time or NHS number',
      'on 01/02/2026 10:30, 01-02-2026 at 09.15, 943 476 5919',
      'on 01/02/2026 10:30, 01-02-2026 at 09.15, 943 476 5919',
    ],
  ])('strips %s that the alert holds nowhere else', (_what, reason, expected) => {
    expect(redact(fullContent({ reason }), facts({ flags: ['DA'] })).reason).toBe(expected)
  })

  it('takes any sign in a place for itself', () => {
    const street = 'St. John’s-in-the-Vale (A/B) [x] {1} ^$|*+?\\\\ Row'
    const addresses = [{ houseNumber: '1-3', street, town: 'Stoke-on-Trent' }]
    const reason = `Seen at 1-3 ${street}, stoke-on-trent; again in STOKE-ON-TRENT.`
    expect(redact(fullContent({ addresses, reason }), facts({ flags: ['DA'] })).reason).toBe(
      'Seen at [protected]; again in [protected].',
    )
  })

  it('takes hostile text in linear time', () => {
    const began = process.cpuUsage().user
    for (const bait of ['0 '.repeat(50_000), 'a@'.repeat(50_000), '[protected] , '.repeat(20_000)])
      redact(fullContent({ reason: bait }), facts({ flags: ['DA'] }))
    expect(process.cpuUsage(undefined).user - began).toBeLessThan(3_000_000)
  })
})

describe('X4, the least', () => {
  const least = redact(fullContent(), facts({ decision: 'SHARE_MINIMAL' }))

  it('shows child ids, factors, level, reason and the referrer, of the past dates and codes, and nothing else', () => {
    expect(least).toEqual({
      harm: 'H3',
      factors: ['4B'],
      reason: fullContent().reason,
      tellParent: 'no',
      banners: ['UNDER_TWO'],
      care: ['F8-UNDER_TWO'],
      children: [{ childId: 'E06000991.WM-1001', relationship: 'withheld' }],
      accumulation: {
        rules: ['two-domains-in-12-months'],
        contributing: [
          {
            concernId: '01999999-9999-7999-8999-999999999991',
            eventOn: '2026-05-01',
            domains: ['mental-health'],
          },
        ],
      },
      earlier: [
        {
          entryId: '01999999-9999-7999-8999-999999999992',
          kind: 'CONCERN',
          eventOn: '2026-05-01',
          isOngoing: true,
          recordedAt: '2026-05-02T10:00:00.000Z',
          harm: 'H2',
          factors: ['3B'],
          childId: 'E06000991.WM-1001',
          isSuperseded: false,
        },
      ],
      referrer: fullContent().referrer,
      protected: ['minimal-disclosure'],
    })
  })

  it('cuts the reason to 500 whole characters, after cleaning', () => {
    const reason = `${'😀'.repeat(499)} WX1 4AB`
    const shown = redact(
      fullContent({ reason }),
      facts({ decision: 'SHARE_MINIMAL', flags: ['DA'] }),
    )
    expect([...shown.reason]).toHaveLength(500)
    expect(shown.reason).not.toContain('WX1')
  })
})

describe('X5, the child’s own sensitive service', () => {
  const flags = ['SENSITIVE_CHILD_SERVICE'] as const

  it('hides the name of the service at every level', () => {
    const narrative = [{ kind: 'FACT', text: 'Seen at harbour clinic.' }]
    const shown = redact(fullContent({ narrative }), facts({ flags: [...flags] }))
    expect(shown.narrative).toEqual([{ kind: 'FACT', text: 'Seen at [protected].' }])
    expect(shown.referrer).toMatchObject({ agencyName: '[protected]', role: '[protected]' })
    expect(shown).not.toHaveProperty('referrerWorkBase')
  })

  it('hides what it told unless significant harm is suspected', () => {
    const shown = redact(fullContent({ harm: 'H2' }), facts({ flags: [...flags] }))
    expect(shown).not.toHaveProperty('narrative')
    expect(shown.protected).toEqual(
      expect.arrayContaining(['narrative', 'protectiveFactors', 'childView']),
    )
  })
})

describe('X6, adoption', () => {
  const shown = redact(fullContent(), facts({ flags: ['ADOPTED'] }))

  it('shows no child, no name of one and not where it is, and routes to the restricted team', () => {
    expect(shown.children).toEqual([])
    expect(shown).not.toHaveProperty('childrenNamed')
    expect(shown).not.toHaveProperty('childLocationNow')
    expect(JSON.stringify(shown)).not.toContain('Rosalind')
    expect(shown.protected).toEqual(expect.arrayContaining(['children', 'restricted-team']))
  })
})

describe('every redaction', () => {
  it.each<[string, Partial<RedactionFacts>]>([
    ['none', {}],
    ['X1', { flags: ['DA'] }],
    ['X4', { decision: 'SHARE_MINIMAL' }],
    ['X5', { flags: ['SENSITIVE_CHILD_SERVICE'] }],
    ['X6', { flags: ['ADOPTED'] }],
    [
      'all at once',
      { decision: 'SHARE_MINIMAL', flags: ['DA', 'SENSITIVE_CHILD_SERVICE', 'ADOPTED'] },
    ],
  ])('fits the schema and does nothing the second time: %s', (_which, differing) => {
    const once = redact(fullContent(), facts(differing))
    expect(alertContentSchema.parse(once)).toEqual(once)
    expect(redact(once, facts(differing))).toEqual(once)
  })
})

describe('what came before, in an alert', () => {
  const past = (differing: Partial<RedactionFacts>) => {
    const { accumulation, earlier } = redact(fullContent(), facts(differing))
    return { accumulation, earlier }
  }

  it('keeps dates and codes of a minimal share, and leaves out services and kinds of statement (X4)', () => {
    const { accumulation, earlier } = past({ decision: 'SHARE_MINIMAL' })
    expect(accumulation).toMatchObject({
      rules: ['two-domains-in-12-months'],
      contributing: [{ domains: ['mental-health'] }],
    })
    expect(JSON.stringify({ accumulation, earlier })).not.toMatch(/Harbour|Refuge|OPINION/)
    expect(earlier).toMatchObject([{ factors: ['3B'], isSuperseded: false }])
  })

  it('names no service beside a sensitive one, and no place in a name (X5, X1)', () => {
    expect(JSON.stringify(past({ flags: ['SENSITIVE_CHILD_SERVICE'] }))).not.toMatch(
      /Harbour|Refuge/,
    )
    expect(JSON.stringify(past({ flags: ['DA'] }))).not.toMatch(/Mill Lane/)
  })

  it('says of an adoption that a rule holds, and names nothing (X6)', () => {
    expect(past({ flags: ['ADOPTED'] })).toEqual({
      accumulation: { rules: ['two-domains-in-12-months'], contributing: [] },
      earlier: [],
    })
  })
})
