import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isNhsNumber } from '../../../shared/kernel/is-nhs-number.ts'
import { plainLines, plainText } from '../../../shared/people/plain-text.ts'

const suspect = fc.constantFrom(
  ...['\ud800', '\udfff', '\u0000', '\u001b', '\u061c', '\u200b', '\u2028', '\u2029', '\u202e'],
  ...['\u2066', '\ufeff', '\n', '\r', ' ', 'e\u0301', '\ufb01', 'a', 'é'],
)
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: fc.oneof(suspect, fc.constantFrom('a', 'b', ' ')), maxLength: 60 }),
)

describe('text that was taken', () => {
  it.each([
    ['a line', plainText(50), /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/u],
    ['lines', plainLines(50), /[^\P{Cc}\n\t]|[\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/u],
  ] as const)('as %s is whole, visible, composed and bounded', (...[, schema, never]) => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { data } = schema.safeParse(text)
        if (data === undefined) return
        expect(data).not.toMatch(never)
        expect(data.isWellFormed()).toBe(true)
        expect(Buffer.from(data).toString()).toBe(data)
        expect(data).toBe(data.normalize('NFC').trim())
        expect(data.length).toBeGreaterThan(0)
        expect(data.length).toBeLessThanOrEqual(50)
        expect(schema.parse(data)).toBe(data)
      }),
      { numRuns: 5000 },
    )
    expect(schema.safeParse('visible').success).toBe(true)
  })

  it('never hangs on one long run of anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }), (text) => {
        const started = performance.now()
        plainLines(2000).safeParse(text.repeat(20_000))
        expect(performance.now() - started).toBeLessThan(200)
      }),
      { numRuns: 100 },
    )
    expect(plainLines(2000).safeParse('a'.repeat(60_000)).success).toBe(false)
  })
})

describe('an NHS number', () => {
  it('has one check digit at most for any nine digits', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{9}$/), (nine) => {
        const ending = [...'0123456789'].filter((digit) => isNhsNumber(`${nine}${digit}`))
        expect(ending.length).toBeLessThanOrEqual(1)
      }),
    )
    expect(isNhsNumber('9434765919')).toBe(true)
  })

  it('is none with two different neighbours swapped', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{10}$/), fc.nat({ max: 8 }), (number, at) => {
        const [one = '', other = ''] = [number[at], number[at + 1]]
        fc.pre(isNhsNumber(number) && one !== other)
        expect(isNhsNumber(number.slice(0, at) + other + one + number.slice(at + 2))).toBe(false)
      }),
      { numRuns: 300 },
    )
    expect(isNhsNumber('9434765991')).toBe(false)
  })
})
