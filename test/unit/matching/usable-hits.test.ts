import { describe, expect, it } from 'vitest'
import {
  type Block,
  largestBlock,
  mostCandidates,
  usableHits,
} from '../../../shared/matching/usable-hits.ts'

const ids = (count: number): readonly string[] => Array.from({ length: count }, (_, at) => `a${at}`)
const block = (type: string, count: number, isCut = false): Block => ({
  key: { type, value: 'x' },
  ids: ids(count),
  isCut,
})
const found = (...blocks: readonly Block[]) => {
  const { hits, incomplete } = usableHits(blocks)
  return { types: hits.map(({ key }) => key.type), incomplete }
}

describe('the look-ups that are used', () => {
  it('are all, where none is full', () => {
    const small = [block('phone', 1), block('name-pair', 60), block('email', 0)]
    expect(found(...small)).toEqual({ types: ['phone', 'name-pair', 'email'], incomplete: false })
    expect(found()).toEqual({ types: [], incomplete: false })
  })

  it('leave out a block that is too full, which others stand in for', () => {
    const beside = block('birth-date-token', 2)
    expect(found(block('name-pair', 126), beside)).toEqual({
      types: ['birth-date-token'],
      incomplete: false,
    })
    expect(found(block('name-pair', 10, true), beside).incomplete).toBe(false)
  })

  it('are incomplete where another kind was cut short', () => {
    const cut = block('postcode-token', 200, true)
    expect(found(cut, block('phone', 1))).toEqual({
      types: ['postcode-token', 'phone'],
      incomplete: true,
    })
  })

  it('are incomplete where only what was left out led anywhere', () => {
    expect(found(block('name-pair', 126), block('phone', 0)).incomplete).toBe(true)
    expect(found(block('name-pair', 126)).incomplete).toBe(true)
    expect(found(block('name-pair', 0), block('phone', 0)).incomplete).toBe(false)
  })

  it.each([
    ['name-pair', 125],
    ['child-name-pair', 125],
    ['child-half-name-year', 125],
    ['child-adult-alone', 125],
    ['name-token', 60],
    ['birth-year-token', 60],
    ['name-starts', 60],
    ['house-day', 60],
    ['birth-year-town', 60],
  ])('leave out %s above %i', (type, most) => {
    const beside = block('phone', 1)
    expect(found(block(type, most), beside).types).toEqual([type, 'phone'])
    expect(found(block(type, most + 1), beside).types).toEqual(['phone'])
  })

  it('are read up to 200 of one key, and a hundred people are compared', () => {
    expect([largestBlock, mostCandidates]).toEqual([200, 100])
  })
})
