import { describe, expect, it } from 'vitest'
import { isWithin, pointerOf, replacedAt, valueAt } from '../../../shared/kernel/at-path.ts'
import { withoutBlanks } from '../../../shared/kernel/left-out.ts'

describe('a blank', () => {
  it.each([
    ['nulls and empty texts', { a: null, b: '', c: ' \u200b', d: 0, e: false }, { d: 0, e: false }],
    ['of lists too', { a: ['', 1, null, [null]] }, { a: [1, []] }],
    ['with what holds nothing else', { a: { b: { c: '' } }, d: 1 }, { d: 1 }],
    ['but not what was sent empty', { a: {}, b: [] }, { a: {}, b: [] }],
    ['nor an item that holds nothing else', { a: [{ b: '' }] }, { a: [{}] }],
    ['and not the whole', { a: '' }, {}],
  ])('is left out: %s', (...[, sent, filled]) => {
    expect(withoutBlanks(sent).value).toEqual(filled)
  })

  it('moves nothing from where it was sent', () => {
    const { originOf } = withoutBlanks({ a: [null, { b: ['', 7] }] })
    expect(originOf(['a', 0, 'b', 0])).toEqual(['a', 1, 'b', 1])
    expect(originOf(['a', 0, 'c', 'd'])).toEqual(['a', 1, 'c', 'd'])
  })

  it('may be a key of the prototype, which stays a key', () => {
    const { value } = withoutBlanks(JSON.parse('{"__proto__":{"a":1},"b":null}'))
    expect(JSON.stringify(value)).toBe('{"__proto__":{"a":1}}')
  })
})

describe('a path', () => {
  const whole = { a: [{ b: 1 }, { b: 2 }] }

  it('leads to a value, or to nothing', () => {
    expect(valueAt(whole, ['a', 1, 'b'])).toBe(2)
    expect(valueAt(whole, ['a', 2, 'b'])).toBeUndefined()
    expect(valueAt(whole, ['a', 'length'])).toBe(2)
    expect(valueAt(whole, ['toString'])).toBeUndefined()
    expect(valueAt(whole, [])).toBe(whole)
  })

  it('is where a value is replaced, and nothing is made', () => {
    expect(replacedAt(whole, ['a', 0, 'b'], null)).toEqual({ a: [{ b: null }, { b: 2 }] })
    expect(replacedAt(whole, ['x', 'y'], 1)).toBe(whole)
    expect(replacedAt(whole, [], 1)).toBe(1)
  })

  it('is a JSON pointer', () => {
    expect(pointerOf(['a/b', 0, 'c~d'])).toBe('/a~1b/0/c~0d')
  })

  it('is within another, or holds it', () => {
    expect(isWithin(['a', 0], ['a', '0', 'b'])).toBe(true)
    expect(isWithin(['a', 0, 'b'], ['a'])).toBe(true)
    expect(isWithin(['a', 0], ['a', 1])).toBe(false)
  })
})
