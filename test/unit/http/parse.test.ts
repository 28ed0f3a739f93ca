import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { parseRequest } from '../../../shared/http/parse.ts'
import { HubError } from '../../../shared/kernel/hub-error.ts'

const schema = z.strictObject({
  text: z.string().min(2).max(4).optional(),
  number: z.int().min(1).max(9).optional(),
  choice: z.enum(['one', 'two']).optional(),
  day: z.iso.date().optional(),
  code: z.string().regex(/^x$/, { error: 'the letter x' }).optional(),
  list: z
    .array(z.strictObject({ 'a/b~c': z.boolean() }))
    .max(2)
    .optional(),
})

const thrownBy = (work: () => unknown): HubError => {
  try {
    work()
  } catch (error) {
    if (error instanceof HubError) return error
  }
  throw new Error('it was taken')
}
const faultsOf = (value: unknown, part?: 'body' | 'path' | 'query' | 'header'): HubError =>
  thrownBy(() => parseRequest(schema, value, part))

const canary = 'Canary'

describe('a request that does not fit', () => {
  it.each([
    ['text', 7, '/text', 'expected string'],
    ['text', 'a', '/text', 'at least 2'],
    ['text', canary, '/text', 'at most 4'],
    ['number', 0, '/number', 'at least 1'],
    ['number', 1e308, '/number', 'at most 9'],
    ['number', 1.5, '/number', 'expected int'],
    ['number', Number.NaN, '/number', 'expected number'],
    ['choice', canary, '/choice', 'expected one of: one, two'],
    ['day', canary, '/day', 'expected the format: date'],
    ['code', canary, '/code', 'the letter x'],
    ['list', [{}], '/list/0/a~1b~0c', 'expected boolean'],
    ['list', [1, 2, 3], '/list', 'at most 2'],
    ['unknown', 1, '/unknown', 'no such field'],
    ['a canary in a key', 1, '', 'no such field'],
    ['__proto__x', 1, '', 'no such field'],
  ])('names the field: %s as %j', (...[field, value, pointer, detail]) => {
    const { faults } = faultsOf({ [field]: value })
    expect(faults).toContainEqual({ pointer, detail })
  })

  it.each([null, 7, 'text', true, [], undefined])('is %j altogether', (value) => {
    expect(faultsOf(value).faults).toEqual([{ pointer: '', detail: 'expected object' }])
  })

  it('names at most twenty fields', () => {
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`k${at}`, canary]))
    expect(faultsOf(many).faults).toHaveLength(20)
  })

  it.each(['path', 'query', 'header'] as const)('says when it lies in the %s', (part) => {
    expect(faultsOf({ text: 1 }, part).faults[0]?.detail).toBe(`${part}: expected string`)
    expect(faultsOf({ text: 1 }, part).message).toBe(`the ${part} does not fit its contract`)
  })

  it.each([
    ['a rule of its own', z.string().refine(() => false, 'words of ours'), 'words of ours'],
    ['neither of two kinds', z.union([z.int(), z.boolean()]), 'not as expected'],
  ])('breaks %s', (...[, broken, detail]) => {
    expect(thrownBy(() => parseRequest(broken, canary)).faults).toEqual([{ pointer: '', detail }])
  })

  it('is a number that is no multiple, or a key that nobody knows', () => {
    const words = [{ pointer: '', detail: 'not as expected' }]
    expect(thrownBy(() => parseRequest(z.number().multipleOf(5), 7)).faults).toEqual(words)
    const keyed = z.record(z.string().max(1), z.int())
    expect(thrownBy(() => parseRequest(keyed, { [canary]: 1 })).faults).toMatchObject([
      { detail: 'not as expected' },
    ])
  })

  it('repeats no value, whatever is wrong with it', () => {
    const whole = {
      text: canary,
      number: canary,
      choice: canary,
      day: canary,
      code: canary,
      list: canary,
    }
    const { faults, message, cause } = faultsOf({ ...whole, [`${canary} !`]: canary })
    expect(JSON.stringify([faults, message, cause])).not.toContain(canary)
  })
})

describe('a request that fits', () => {
  it('comes back parsed', () => {
    expect(parseRequest(z.object({ a: z.string().trim() }), { a: ' b ', c: 1 })).toEqual({ a: 'b' })
  })
})
