import { describe, expect, it } from 'vitest'
import { localPathOf } from '../../../functions/serve-console/http/local-path.ts'
import { isFromHere } from '../../../functions/serve-console/http/same-site.ts'

describe('where to go on to', () => {
  it.each(['/', '/concerns', '/concerns/one?page=2', '/choose-role'])('is %s', (path) => {
    expect(localPathOf(path)).toBe(path)
  })

  it.each([
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    'javascript:alert(1)',
    'concerns',
    '/../v1/token',
    '/a\r\nSet-Cookie: x=1',
    '/%2f%2felsewhere.example',
    `/${'a'.repeat(300)}`,
    '',
    undefined,
  ])('is the front page instead of %j', (wanted) => {
    expect(localPathOf(wanted)).toBe('/')
  })
})

describe('a form', () => {
  const origin = 'https://console.hub.example'

  it.each([
    [{ origin, 'sec-fetch-site': 'same-origin' }, true],
    [{ origin }, true],
    [{}, true],
    [{ origin: 'https://elsewhere.example' }, false],
    [{ origin: 'null' }, false],
    [{ 'sec-fetch-site': 'cross-site' }, false],
    [{ 'sec-fetch-site': 'same-site', origin }, false],
    [{ 'sec-fetch-site': 'none' }, false],
  ])('with %j is sent from here: %s', (headers, isHere) => {
    expect(isFromHere(headers, origin)).toBe(isHere)
  })
})
