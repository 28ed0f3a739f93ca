import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AlertContent,
  alertContentSchema,
} from '../../../shared/alerts/content/alert-content.ts'
import { type RedactionFacts, redact } from '../../../shared/alerts/redaction/redact.ts'
import { concernFlagNames } from '../../../shared/codes/concern-flags.ts'
import { harmLevels } from '../../../shared/codes/harm-levels.ts'
import { runs } from '../../builders/runs.ts'
import { fullContent } from '../../unit/alerts/redaction/content.ts'

const required = [
  'harm',
  'factors',
  'reason',
  'tellParent',
  'banners',
  'children',
  'care',
  'accumulation',
  'earlier',
  'referrer',
  'protected',
]
const fields = alertContentSchema.keyof().options
const optional = fields.filter((field) => !required.includes(field))

/** Written from safeguarding.md §1.4, not from the classes: what may not be there at all under each redaction. */
const forbidden: Record<string, readonly string[]> = {
  X1: ['addresses', 'phones', 'emails', 'childLocationNow', 'referrerWorkBase'],
  X4: optional,
  X5: ['referrerWorkBase'],
  X5below: ['narrative', 'protectiveFactors', 'childView'],
  X6: ['childrenNamed', 'childLocationNow'],
}

/** What an abuser would look for, as the concern holds it; and as somebody may have typed it in a sentence. */
const secrets = [
  'Mill Lane',
  'Wexbridge',
  'WX1 4AB',
  'Rose Cottage',
  '07700 900123',
  '07700 900456',
]
const spelling = fc.tuple(fc.constantFrom(...secrets), fc.constantFrom(' ', '  ', '\n'), fc.nat(2))
const typed = spelling.map(([secret, gap, letters]) => {
  const spaced = secret.replaceAll(' ', gap)
  return letters === 0 ? spaced : letters === 1 ? spaced.toUpperCase() : spaced.toLowerCase()
})
const sentence = fc
  .array(
    fc.oneof(typed, fc.constantFrom('she lives at', 'call', 'since 01/02/2026', '12', 'FACT')),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((parts) => parts.join(', '))

const anyContent: fc.Arbitrary<AlertContent> = fc
  .record({
    left: fc.subarray([...optional]),
    harm: fc.constantFrom(...harmLevels),
    reason: sentence,
    childView: sentence,
    narrative: fc.array(fc.record({ kind: fc.constantFrom('FACT', 'OPINION'), text: sentence })),
  })
  .map(({ left, ...differing }) => {
    const content = fullContent(differing)
    // Phones, addresses and safe contact are always there: a secret that the concern does not hold cannot be known.
    const held = ['addresses', 'phones', 'safeContact']
    for (const field of optional)
      if (!left.includes(field) && !held.includes(field)) Reflect.deleteProperty(content, field)
    return content
  })

const anyRedaction: fc.Arbitrary<RedactionFacts> = fc.record({
  decision: fc.constantFrom('SHARE', 'SHARE_MINIMAL'),
  flags: fc.subarray([...concernFlagNames]),
  factors: fc.subarray(['3A', '3B', '3C', '4B'] as const),
})

const hidesAddress = ({ flags, factors }: RedactionFacts): boolean =>
  ['DA', 'MARAC', 'RESTRICTED_ADDRESS', '3A', '3B', '3C'].some((cause) =>
    [...flags, ...factors].some((one) => one === cause),
  )

const calledFor = (content: AlertContent, facts: RedactionFacts): readonly string[] => {
  const isSensitive = facts.flags.includes('SENSITIVE_CHILD_SERVICE')
  return [
    ...(hidesAddress(facts) ? ['X1'] : []),
    ...(facts.decision === 'SHARE_MINIMAL' ? ['X4'] : []),
    ...(isSensitive ? ['X5'] : []),
    ...(isSensitive && content.harm < 'H3' ? ['X5below'] : []),
    ...(facts.flags.includes('ADOPTED') ? ['X6'] : []),
  ]
}

describe('redaction', () => {
  it('emits no field that a redaction forbids, and every field that none does', () => {
    fc.assert(
      fc.property(anyContent, anyRedaction, (content, facts) => {
        const gone = new Set(calledFor(content, facts).flatMap((rule) => forbidden[rule] ?? []))
        const before = Object.keys(content)
        expect(new Set(Object.keys(redact(content, facts)))).toEqual(
          new Set(before.filter((field) => !gone.has(field))),
        )
      }),
      runs(5_000),
    )
  })

  it('leaves no protected place or number that the concern holds, however it was typed', () => {
    fc.assert(
      fc.property(anyContent, anyRedaction, (content, facts) => {
        if (!hidesAddress(facts)) return
        const text = JSON.stringify(redact(content, facts))
          .replace(/\\n|\s/g, '')
          .toLowerCase()
        for (const secret of secrets)
          expect(text).not.toContain(secret.replaceAll(' ', '').toLowerCase())
      }),
      runs(500),
    )
  })

  it('takes any text of a place for itself', () => {
    const any = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    const word = any.filter((text) => /^[^\s,].*[^\s,]$/u.test(text.normalize('NFC')))
    fc.assert(
      fc.property(word, word, (street, agencyName) => {
        const content = {
          ...fullContent({ reason: `at ( ${street} ) now` }),
          addresses: [{ street }],
        }
        const from = { ...content.referrer, agencyName }
        const flags = ['DA', 'SENSITIVE_CHILD_SERVICE'] as const
        const { reason } = redact(
          { ...content, referrer: from },
          { decision: 'SHARE', flags: [...flags], factors: [] },
        )
        expect(reason).toContain('[protected]')
      }),
      runs(200),
    )
  })

  it('names no child of an adoption', () => {
    fc.assert(
      fc.property(anyContent, anyRedaction, (content, facts) => {
        const shown = redact(content, { ...facts, flags: [...facts.flags, 'ADOPTED'] })
        expect(shown.children).toEqual([])
        expect(shown.protected).toContain('restricted-team')
      }),
      runs(250),
    )
  })

  it('always fits the schema, and redacting again changes nothing', () => {
    fc.assert(
      fc.property(anyContent, anyRedaction, (content, facts) => {
        const once = redact(content, facts)
        expect(alertContentSchema.parse(once)).toEqual(once)
        expect(redact(once, facts)).toEqual(once)
      }),
      runs(500),
    )
  })

  it('adds nothing that was not there', () => {
    fc.assert(
      fc.property(anyContent, anyRedaction, (content, facts) => {
        const { banners, protected: _, children, referrer, ...shown } = redact(content, facts)
        for (const field of fields) if (!(field in content)) expect(shown).not.toHaveProperty(field)
        expect(shown.factors).toEqual(content.factors)
        expect(shown.harm).toBe(content.harm)
        expect(banners).toEqual(expect.arrayContaining(content.banners))
        expect(children.length).toBeLessThanOrEqual(content.children.length)
        expect(referrer).toMatchObject({ phone: content.referrer.phone })
      }),
      runs(250),
    )
  })
})
