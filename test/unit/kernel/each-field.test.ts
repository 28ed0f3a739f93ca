import { describe, expect, it } from 'vitest'
import { asStored, withoutAside } from '../../../shared/kernel/aside.ts'
import { eachField } from '../../../shared/kernel/each-field.ts'

describe('each field of an object', () => {
  it('is changed, and keeps its name and place', () => {
    const made = eachField({ b: 1, a: 2 }, (value) => Number(value) * 2)
    expect(Object.entries(made)).toEqual([
      ['b', 2],
      ['a', 4],
    ])
  })

  it('is a field, whatever its name says', () => {
    const sent: unknown = JSON.parse('{ "__proto__": { "isAdmin": true }, "name": "b" }')
    for (const copy of [asStored(sent), withoutAside(sent)]) {
      expect(JSON.stringify(copy)).toBe('{"__proto__":{"isAdmin":true},"name":"b"}')
      expect(copy).not.toHaveProperty('isAdmin')
    }
  })
})
