import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { concernSchema } from '../../../shared/concerns/concern.ts'
import { parseRequest } from '../../../shared/http/parse.ts'
import { readJson } from '../../../shared/http/read-json.ts'
import { HubError } from '../../../shared/kernel/hub-error.ts'
import { childSchema } from '../../../shared/register/child.ts'
import { aChild } from '../../builders/a-child.ts'
import { aConcern } from '../../builders/a-concern.ts'
import { runs } from '../../builders/runs.ts'

const taken = (text: string): { value: unknown } | undefined => {
  try {
    return { value: readJson(text) }
  } catch (error) {
    if (error instanceof HubError && error.code === 'request-malformed') return undefined
    throw error
  }
}

const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? 1 + Math.max(0, ...Object.values(value).map(depthOf))
    : 0

describe('reading JSON', () => {
  it('gives what JSON.parse gives, for any value that is not too deep', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), fc.nat({ max: 4 }), (value, indent) => {
        const text = JSON.stringify(value, undefined, indent)
        expect(depthOf(value)).toBeLessThanOrEqual(16)
        expect(taken(text)).toEqual({ value: JSON.parse(text) as unknown })
      }),
      runs(1_000),
    )
    expect(taken('{}')).toEqual({ value: {} })
  })

  it('refuses any object with a key twice, however it is written', () => {
    const escaped = (key: string): string =>
      [...Array(key.length).keys()]
        .map((at) => `\\u${key.charCodeAt(at).toString(16).padStart(4, '0')}`)
        .join('')
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.jsonValue({ maxDepth: 3 }), (key, value) => {
        const inner = JSON.stringify(value)
        const quoted = JSON.stringify(key)
        expect(taken(`{${quoted}:${inner},"${escaped(key)}":1}`)).toBeUndefined()
        expect(taken(`[{"x":{${quoted}:1 , ${quoted} :${inner}}}]`)).toBeUndefined()
      }),
      runs(1_000),
    )
    expect(taken('{"a":1,"b":1}')).toBeDefined()
  })

  it('never throws anything but a malformed request, for any text at all', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      '\\',
      ':',
      ',',
      'a',
      '1',
      'null',
      '\\u0061',
      ' ',
      '\n',
      '\u0000',
      '\ud800',
      'é',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (texts) => {
        taken(texts.join(''))
      }),
      runs(4_000),
    )
    expect(taken('{')).toBeUndefined()
  })
})

/** One place of a valid body changed into anything. */
const mutated = (valid: object, path: readonly number[], value: unknown): unknown => {
  const [at, ...rest] = path
  const keys = Object.keys(valid)
  if (at === undefined || keys.length === 0) return value
  const key = keys[at % keys.length] ?? ''
  const inner = (valid as Record<string, unknown>)[key]
  const changed = typeof inner === 'object' && inner !== null ? mutated(inner, rest, value) : value
  const copy = Array.isArray(valid) ? [...(valid as unknown[])] : { ...valid }
  return Object.assign(copy, { [key]: changed })
}

describe('fitting a contract', () => {
  it.each([
    ['a concern', concernSchema, aConcern()],
    ['a child', childSchema, aChild()],
  ] as const)(
    '%s with anything in any place is taken or refused in our own words',
    (...[, schema, valid]) => {
      const canary = 'CanaryZZ'
      const anything = fc.oneof(
        fc.jsonValue({ maxDepth: 2 }),
        fc.string({ unit: 'binary' }),
        fc.constantFrom(canary, { [`${canary} x`]: canary }, [canary]),
      )
      fc.assert(
        fc.property(
          fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 4 }),
          anything,
          (path, value) => {
            try {
              parseRequest(schema, mutated(valid, path, value))
            } catch (error) {
              expect(error).toBeInstanceOf(HubError)
              const { code, faults, message } = error as HubError
              expect(code).toBe('request-invalid')
              expect(faults.length).toBeGreaterThan(0)
              expect(JSON.stringify([faults, message])).not.toContain(canary)
            }
          },
        ),
        runs(1_000),
      )
      expect(schema.safeParse(valid).success).toBe(true)
    },
  )
})
