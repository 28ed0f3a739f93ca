import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emailOf } from '../../../shared/matching/normalise/email.ts'
import { foldText } from '../../../shared/matching/normalise/fold-text.ts'
import { phoneOf } from '../../../shared/matching/normalise/phone.ts'
import { postcodeOf } from '../../../shared/matching/normalise/postcode.ts'
import { areFarApart, areSimilar, jaroWinkler } from '../../../shared/matching/text/jaro-winkler.ts'
import { isMisreading } from '../../../shared/matching/text/misreading.ts'
import { isOneEdit, isTwoEdits } from '../../../shared/matching/text/one-edit.ts'
import { phoneticCode } from '../../../shared/matching/text/phonetic-code.ts'
import { editDistance } from '../../builders/edit-distance.ts'
import { plainJaroWinkler } from '../../builders/plain-jaro-winkler.ts'

const any = fc.string({ unit: 'binary', maxLength: 60 })
const word = fc.string({ unit: fc.constantFrom(...'abcehnsz'), maxLength: 9 })
const either = fc.oneof(any, word)

describe('string measures', () => {
  it('jaroWinkler is symmetric, within 0 and 1, and 1 for equals only', () => {
    fc.assert(
      fc.property(either, either, (a, b) => {
        const likeness = jaroWinkler(a, b)
        expect(likeness).toBe(jaroWinkler(b, a))
        expect(likeness >= 0 && likeness <= 1).toBe(true)
        expect(likeness === 1).toBe(a === b)
      }),
      { numRuns: 1000 },
    )
  })

  it('jaroWinkler gives what its definition gives, to the last bit', () => {
    const long = fc.string({ unit: fc.constantFrom(...'abc'), maxLength: 40 })
    const text = fc.oneof(either, long)
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(jaroWinkler(a, b)).toBe(plainJaroWinkler(a, b))
      }),
      { numRuns: 3000 },
    )
  })

  it('areFarApart holds of no two texts that are at least so alike', () => {
    fc.assert(
      fc.property(either, either, fc.constantFrom(0.3, 0.5, 0.7), (a, b, least) => {
        const likeness = areFarApart(a, b, least) ? jaroWinkler(a, b) : 0
        expect(likeness).toBeLessThan(least)
        expect(areSimilar(a, b)).toBe(jaroWinkler(a, b) >= 0.88)
      }),
      { numRuns: 5000 },
    )
  })

  it('editDistance is symmetric, bounded by length, and 0 for equals only', () => {
    fc.assert(
      fc.property(either, either, (a, b) => {
        const distance = editDistance(a, b)
        expect(distance).toBe(editDistance(b, a))
        expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length))
        expect(distance).toBeGreaterThanOrEqual(Math.abs(a.length - b.length))
        expect(distance === 0).toBe(a === b)
      }),
    )
  })

  it('isOneEdit holds where editDistance is 1, and there only', () => {
    const near = word.chain((text) =>
      fc.tuple(fc.constant(text), fc.nat(9), fc.nat(9), fc.constantFrom('', 'a', 'b', 'cn')),
    )
    fc.assert(
      fc.property(either, either, (a, b) => {
        expect(isOneEdit(a, b)).toBe(editDistance(a, b) === 1)
        expect(isOneEdit(a, b)).toBe(isOneEdit(b, a))
      }),
      { numRuns: 1000 },
    )
    // Texts cut and joined again, which are one edit apart far more often than two texts at random.
    fc.assert(
      fc.property(near, ([text, from, cut, put]) => {
        const other = text.slice(0, from) + put + text.slice(from + (cut % 3))
        expect(isOneEdit(text, other)).toBe(editDistance(text, other) === 1)
      }),
      { numRuns: 2000 },
    )
  })

  it('isTwoEdits is symmetric, never holds with isOneEdit but for neighbours swapped', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123'), minLength: 4, maxLength: 6 })
    fc.assert(
      fc.property(digits, digits, (a, b) => {
        expect(isTwoEdits(a, b)).toBe(isTwoEdits(b, a))
        if (isTwoEdits(a, b)) expect(editDistance(a, b)).toBe(isOneEdit(a, b) ? 1 : 2)
      }),
      { numRuns: 2000 },
    )
  })

  it('isMisreading is symmetric, and never changes a length', () => {
    const short = fc.string({ unit: fc.constantFrom(...'aeknhrm'), maxLength: 5 })
    fc.assert(
      fc.property(fc.oneof(short, any), fc.oneof(short, any), (a, b) => {
        expect(isMisreading(a, b)).toBe(isMisreading(b, a))
        if (isMisreading(a, b)) expect(a.length).toBe(b.length)
      }),
      { numRuns: 2000 },
    )
  })

  it('phoneticCode holds capitals, or letters of other scripts, and ignores doubling', () => {
    fc.assert(
      fc.property(either, (text) => {
        expect(phoneticCode(text)).toMatch(/^[^a-z0-9]*$/)
      }),
    )
    fc.assert(
      fc.property(fc.constantFrom(...'bdfgjklmnprstvz'), word, (letter, rest) => {
        const tail = `a${rest}`
        expect(phoneticCode(`${letter}${letter}${tail}`)).toBe(phoneticCode(letter + tail))
      }),
    )
  })
})

describe('normalisation', () => {
  it('reads its own output as it wrote it', () => {
    fc.assert(
      fc.property(any, (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text))
        expect(foldText(text)).toMatch(/^(?:[a-z0-9\p{L}\p{M}]+(?: [a-z0-9\p{L}\p{M}]+)*)?$/u)
        const phone = phoneOf(text)
        if (phone !== undefined) expect(phoneOf(phone)).toBe(phone)
        const email = emailOf(text)
        if (email !== undefined) expect(emailOf(email)).toBe(email)
      }),
      { numRuns: 1000 },
    )
  })

  it('repairs a postcode once', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'ABEILOSWZ01258 '), maxLength: 9 })
    fc.assert(
      fc.property(fc.oneof(letters, any), (text) => {
        const found = postcodeOf(text)
        if (found !== undefined) expect(postcodeOf(found.code)).toEqual(found)
      }),
      { numRuns: 2000 },
    )
  })

  it('takes time in proportion to a hostile value, not to its square', () => {
    const hostile = [
      'a'.repeat(1e6),
      '0'.repeat(1e6),
      '+'.repeat(1e6),
      '@'.repeat(1e6),
      'ﷺ'.repeat(1e5),
    ]
    const started = performance.now()
    for (const text of hostile) {
      foldText(text)
      phoneOf(text)
      emailOf(text)
      postcodeOf(text)
    }
    expect(performance.now() - started).toBeLessThan(1000)
  })
})
