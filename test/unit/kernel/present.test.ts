import { expect, it } from 'vitest'
import { keysOf } from '../../../shared/kernel/keys-of.ts'
import { present } from '../../../shared/kernel/present.ts'

it('leaves out what is undefined and nothing else', () => {
  const left = present({ a: undefined, b: null, c: 0, d: '', e: false, f: 'x' })
  expect(Object.entries(left)).toEqual([
    ['b', null],
    ['c', 0],
    ['d', ''],
    ['e', false],
    ['f', 'x'],
  ])
})

it('gives the keys of a table in their order', () => {
  expect(keysOf({ second: 2, first: 1 })).toEqual(['second', 'first'])
})
