import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { parseForm, parseRequest } from '../../../shared/http/parse.ts'
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
    ['text', 7, '/text', 'a text'],
    ['text', 'a', '/text', 'at least 2 characters'],
    ['text', canary, '/text', 'at most 4 characters'],
    ['number', 0, '/number', 'at least 1'],
    ['number', 1e308, '/number', 'a whole number'],
    ['number', 10, '/number', 'at most 9'],
    ['number', 1.5, '/number', 'a whole number'],
    ['number', Number.NaN, '/number', 'a number'],
    ['choice', canary, '/choice', 'one of: one, two'],
    ['day', canary, '/day', 'the format: date'],
    ['code', canary, '/code', 'the letter x'],
    ['list', [{}], '/list/0/a~1b~0c', 'true or false'],
    ['list', [1, 2, 3], '/list', 'at most 2 items'],
    ['unknown', 1, '/unknown', 'no such field'],
    ['a canary in a key', 1, '', 'no such field'],
    ['__proto__x', 1, '', 'no such field'],
  ])('names the field: %s as %j', (...[field, value, pointer, detail]) => {
    const { faults } = faultsOf({ [field]: value })
    expect(faults).toContainEqual({ pointer, detail })
  })

  it.each([null, 7, 'text', true, [], undefined])('is %j altogether', (value) => {
    expect(faultsOf(value).faults).toEqual([{ pointer: '', detail: 'an object' }])
  })

  it('names at most twenty fields that nobody knows', () => {
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`k${at}`, canary]))
    expect(faultsOf(many).faults).toHaveLength(20)
  })

  it.each(['path', 'query', 'header'] as const)('says when it lies in the %s', (part) => {
    expect(faultsOf({ text: 1 }, part).faults[0]?.detail).toBe(`${part}: a text`)
    expect(faultsOf({ text: 1 }, part).message).toBe(`the ${part} does not fit its contract`)
  })

  it.each([
    ['a rule of its own', z.string().refine(() => false, 'words of ours'), 'words of ours'],
    ['neither of two kinds, in words', z.union([z.int(), z.boolean()], 'one or yes'), 'one or yes'],
    ['a choice, in words', z.enum(['a'], 'the letter a'), 'the letter a'],
    ['an e-mail address', z.email(), 'an e-mail address'],
    ['an id', z.uuid(), 'an id as the hub gave it'],
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
  it('is read, as a form, without its blanks, and a fault is where it was sent', () => {
    const lists = z.strictObject({ a: z.array(z.int()), b: z.string().optional() })
    expect(parseForm(lists, { a: [null, 1], b: '' })).toEqual({ a: [1] })
    expect(thrownBy(() => parseRequest(lists, { a: [], b: null })).faults).toHaveLength(1)
    const { faults } = thrownBy(() => parseForm(lists, { a: [null, '', canary] }))
    expect(faults).toEqual([{ pointer: '/a/2', detail: 'a number' }])
  })

  it('comes back parsed', () => {
    expect(parseRequest(z.object({ a: z.string().trim() }), { a: ' b ', c: 1 })).toEqual({ a: 'b' })
  })
})
