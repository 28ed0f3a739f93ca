import { describe, expect, it } from 'vitest'
import {
  asideOf,
  asStored,
  carryingOn,
  settingAside,
  withoutAside,
} from '../../../shared/kernel/aside.ts'

const carrying = settingAside({ name: 'a' }, { fields: { later: 1 } })

describe('what is set aside of an object', () => {
  it('goes on in a copy, and in no JSON, schema or clone', () => {
    const copy = { ...carrying, name: 'b' }
    expect(asideOf(copy).fields).toEqual({ later: 1 })
    expect(JSON.stringify(copy)).toBe('{"name":"b"}')
    expect(Object.keys(copy)).toEqual(['name'])
    expect(asStored(withoutAside({ inner: copy }))).toEqual({ inner: { name: 'b' } })
  })

  it('is back in its place once it is stored, at any depth, and never over what is known', () => {
    const stored = asStored({ list: [carrying], bytes: Uint8Array.from([1]) })
    expect(stored).toEqual({ list: [{ later: 1, name: 'a' }], bytes: Uint8Array.from([1]) })
    expect(asStored({ ...carrying, later: 2 })).toEqual({ later: 2, name: 'a' })
  })

  it('goes on to an object that is made anew from it, where both have one of the name', () => {
    const before = { ...carrying, inner: carrying, gone: carrying }
    const made = carryingOn(before, { name: 'c', inner: { name: 'd' }, own: { name: 'e' } })
    expect(asStored(made)).toEqual({
      name: 'c',
      later: 1,
      inner: { name: 'd', later: 1 },
      own: { name: 'e' },
    })
    expect(carryingOn(undefined, made)).toBe(made)
  })
})
