import { describe, expect, it } from 'vitest'
import {
  bearerOf,
  bodyOf,
  headersOf,
  queryOf,
  requestIdOf,
} from '../../../shared/http/read-event.ts'
import { anApiEvent } from '../../builders/an-api-event.ts'

const json = 'application/json'
const sent = (rawBody: string, contentType: string) =>
  anApiEvent('submitConcern', { rawBody, headers: { 'Content-Type': contentType } })

describe('headers', () => {
  it('are read in lower case, whatever was sent', () => {
    expect(headersOf(anApiEvent('health', { headers: { 'X-ABC': 'd' } }))).toEqual({ 'x-abc': 'd' })
  })

  it('sent twice are joined, so that nobody picks one of the two', () => {
    const event = { headers: { A: '2' }, multiValueHeaders: { A: ['1', '2'] } }
    expect(headersOf(event)).toEqual({ a: '1, 2' })
  })

  it('may be missing altogether', () => {
    expect(headersOf({ headers: null, multiValueHeaders: null } as never)).toEqual({})
  })
})

describe('a request id', () => {
  it.each([
    ['12345678', '12345678'],
    ['a'.repeat(64), 'a'.repeat(64)],
    ['1234567', 'test-request-0001'],
    ['a'.repeat(65), 'test-request-0001'],
    ['with blanks in it', 'test-request-0001'],
    ['a-b\r\nc: d-e-f', 'test-request-0001'],
    ['12345678\n', 'test-request-0001'],
  ])('sent as %j is %j', (id, expected) => {
    expect(requestIdOf(anApiEvent('health', { headers: { 'x-request-id': id } }))).toBe(expected)
  })
})

describe('a bearer token', () => {
  const of = (value: string) =>
    bearerOf(anApiEvent('health', { headers: { Authorization: value } }))

  it.each(['Bearer a.b.c', 'bearer a.b.c', 'BEARER a-_.b.c'])('is read from %s', (value) => {
    expect(of(value)).toBe(value.slice(7))
  })

  it.each([
    '',
    'Bearer',
    'Bearer a.b',
    'Bearer a.b.c.d',
    'Bearer a.b.',
    'Basic a.b.c',
    ' Bearer a.b.c',
    'Bearer  a.b.c',
    'Bearer a.b.c ',
    'Bearer a.b.c, Bearer a.b.c',
    'Bearer a.b.c\n',
    'Bearer é.b.c',
  ])('is not read from %j', (value) => {
    expect(() => of(value)).toThrow(expect.objectContaining({ code: 'token-invalid' }))
  })

  it('is missed when there is none', () => {
    expect(() => bearerOf(anApiEvent('health'))).toThrow(
      expect.objectContaining({ code: 'token-missing' }),
    )
  })

  it('of five thousand characters is not taken for its beginning', () => {
    const token = `a.b.${'c'.repeat(5000)}`
    expect(() => of(`Bearer ${token}`)).toThrow(expect.objectContaining({ code: 'token-invalid' }))
  })
})

describe('query parameters', () => {
  it('sent once are texts, sent twice a list that no contract takes', () => {
    expect(queryOf(anApiEvent('listAlerts', { query: { a: '1', b: ['2', '3'] } }))).toEqual({
      a: '1',
      b: ['2', '3'],
    })
    expect(queryOf(anApiEvent('listAlerts'))).toEqual({})
  })
})

describe('a body', () => {
  it.each([
    json,
    'Application/JSON',
    'application/json;charset=utf-8',
    'application/json; charset="UTF-8"',
    ' application/json ; charset=UTF-8',
  ])('of %s is read', (type) => {
    expect(bodyOf(sent('{"a":"é"}', type), json).value).toEqual({ a: 'é' })
  })

  it.each([
    '',
    'text/json',
    'application/json, text/html',
    'application/json; charset=utf-7',
    'application/json; charset=latin1',
    'application/json; boundary=a',
    'application/problem+json',
    `application/json;${'\t'.repeat(8000)}x`,
  ])('of %j is not', (type) => {
    expect(() => bodyOf(sent('{}', type), json)).toThrow(
      expect.objectContaining({ code: 'media-type-unsupported' }),
    )
  })

  it.each([
    [128 * 1024, true],
    [128 * 1024 + 1, false],
  ])('of %i bytes: %s', (size, isTaken) => {
    const text = `"${'a'.repeat(size - 2)}"`
    const read = () => bodyOf(sent(text, json), json)
    if (isTaken) expect(read().value).toHaveLength(size - 2)
    else expect(read).toThrow(expect.objectContaining({ code: 'request-too-large' }))
  })

  it('is measured in bytes, not in characters', () => {
    expect(() => bodyOf(sent(`"${'é'.repeat(70_000)}"`, json), json)).toThrow(
      expect.objectContaining({ code: 'request-too-large' }),
    )
  })

  it('comes as bytes too', () => {
    const event = {
      ...sent('', json),
      body: Buffer.from('{"a":1}').toString('base64'),
      isBase64Encoded: true,
    }
    expect(bodyOf(event, json)).toEqual({ bytes: Buffer.from('{"a":1}'), value: { a: 1 } })
  })

  it('of a form is read by its own rules', () => {
    const type = 'application/x-www-form-urlencoded'
    expect(bodyOf(sent('a=1&b=%C3%A9+c', type), type).value).toEqual({ a: '1', b: 'é c' })
    expect(() => bodyOf(sent('a=1&a=2', type), type)).toThrow(
      expect.objectContaining({ code: 'request-malformed' }),
    )
  })
})
