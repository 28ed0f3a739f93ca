import { describe, expect, it } from 'vitest'
import { readJson } from '../../../shared/http/read-json.ts'
import { HubError } from '../../../shared/kernel/hub-error.ts'

const nested = (depth: number): string => `${'['.repeat(depth)}1${']'.repeat(depth)}`

const faultOf = (text: string): unknown => {
  try {
    return readJson(text)
  } catch (error) {
    return error
  }
}

describe('JSON that is read', () => {
  it.each([
    ['null', null],
    ['"text"', 'text'],
    ['-0', -0],
    ['1e999', Number.POSITIVE_INFINITY],
    [' [ ] ', []],
    ['{"a":{"a":{"a":1}},"b":[{"a":1},{"a":2}]}', { a: { a: { a: 1 } }, b: [{ a: 1 }, { a: 2 }] }],
    ['{"a":"{\\"a\\":1,\\"a\\":2}"}', { a: '{"a":1,"a":2}' }],
    ['{"a":"[[[[[[[[[[[[[[[[[["}', { a: '[[[[[[[[[[[[[[[[[[' }],
    ['{"a":"b","b":"a"}', { a: 'b', b: 'a' }],
    ['{"a\\"":1,"a":2}', { 'a"': 1, a: 2 }],
    ['["a","a",{"a":"a"}]', ['a', 'a', { a: 'a' }]],
    ['{"":1}', { '': 1 }],
    ['{"a":"\\\\"}', { a: '\\' }],
  ])('%s', (text, value) => {
    expect(readJson(text)).toEqual(value)
  })

  it('sixteen levels deep', () => {
    expect(faultOf(nested(16))).not.toBeInstanceOf(Error)
  })

  it('of a string of 120,000 characters, or as many escapes', () => {
    expect(readJson(`"${'a'.repeat(120_000)}"`)).toHaveLength(120_000)
    expect(readJson(`"${'\\\\'.repeat(60_000)}"`)).toHaveLength(60_000)
  })
})

describe('JSON that is refused', () => {
  it.each([
    ['a key twice', '{"a":1,"a":1}'],
    ['a key twice, once in escapes', '{"a":1,"\\u0061":2}'],
    ['a key twice in other escapes', '{"\\/":1,"/":2}'],
    ['a key twice, far apart', '{"a":1,"b":{"a":2},"a":3}'],
    ['a key twice, blanks between', '{"a" : 1, "a"\n: 2}'],
    ['a key twice, deep inside', '[{"b":[{"a":1,"a":1}]}]'],
    ['an empty key twice', '{"":1,"":2}'],
    ['a key of the prototype twice', '{"__proto__":1,"__proto__":2}'],
    ['seventeen levels', nested(17)],
    ['seventeen levels of objects', `${'{"a":'.repeat(17)}1${'}'.repeat(17)}`],
    ['a hundred thousand levels', nested(100_000)],
    ['nothing', ''],
    ['blanks', '  '],
    ['two documents', '{}{}'],
    ['a byte order mark', '\uFEFF{}'],
    ['single quotes', "{'a':1}"],
    ['a trailing comma', '[1,]'],
    ['NaN', 'NaN'],
    ['a raw control character', '"\u0001"'],
  ])('for %s', (_, text) => {
    expect(faultOf(text)).toMatchObject({ code: 'request-malformed', faults: [{ pointer: '' }] })
  })

  it('carries nothing of the text, neither as message nor as cause', () => {
    const error = faultOf('{"canary": canary') as HubError
    expect(error).toBeInstanceOf(HubError)
    expect(JSON.stringify([error.message, error.cause, error.faults])).not.toContain('canary')
    expect(error.cause).toBeUndefined()
  })

  it('does not change the prototype of anything', () => {
    const read = readJson('{"__proto__":{"isAdmin":true}}')
    expect(Object.keys(read as object)).toEqual(['__proto__'])
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined()
  })
})
