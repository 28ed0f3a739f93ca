import { describe, expect, it } from 'vitest'
import { northmoor, westmarch } from '../../../infra/stages/local.ts'
import {
  adultIdSchema,
  alertIdSchema,
  authorityOf,
  changeIdSchema,
  childIdSchema,
  concernIdSchema,
  entryIdSchema,
  hubWide,
  isOf,
  localIdSchema,
  reviewIdSchema,
} from '../../../shared/kernel/ids.ts'

describe('an id that the hub issues', () => {
  it.each([
    ['concern', concernIdSchema],
    ['alert', alertIdSchema],
    ['review', reviewIdSchema],
    ['change', changeIdSchema],
    ['entry', entryIdSchema],
  ])('of a %s is a UUIDv7 and no other', (_name, schema) => {
    expect(schema.safeParse('01a207d9-2100-7000-8000-000000000000').success).toBe(true)
    expect(schema.safeParse('01a207d9-2100-4000-8000-000000000000').success).toBe(false)
    expect(schema.safeParse('concern-1').success).toBe(false)
  })
})

describe('an authority’s own id', () => {
  it.each(['a', '7', 'A-b_9', 'a'.repeat(64)])('may be %s', (id) => {
    expect(localIdSchema.safeParse(id).success).toBe(true)
  })

  it.each(['9434765919', '943-476-5919', '943_476_5919'])(
    'may not be what may be an NHS number, and the fault does not say it again (%#)',
    (id) => {
      const issues = localIdSchema.safeParse(id).error?.issues
      expect(issues?.map(({ message }) => message).join()).toContain('NHS number')
      expect(JSON.stringify(issues)).not.toContain(id)
    },
  )

  it.each(['9434765918', 'C9434765919', '94347659190'])('may be %s', (id) => {
    expect(localIdSchema.safeParse(id).success).toBe(true)
  })

  it.each(['', '-a', '_a', 'a b', 'a.b', 'é', 'a'.repeat(65), 'a\n', ' a'])(
    'may not be %j, and the fault says what may',
    (id) => {
      expect(localIdSchema.safeParse(id).error?.issues[0]?.message).toBe(
        'letters, digits, - and _, at most 64',
      )
    },
  )
})

describe('an id across the hub', () => {
  it.each([
    ['child', childIdSchema],
    ['adult', adultIdSchema],
  ])('of a %s is the authority’s code and its own id', (_name, schema) => {
    const taken = [`${westmarch}.c`, `${westmarch}.A-b_9`, `${westmarch}.${'a'.repeat(64)}`]
    const refused = [
      westmarch,
      `${westmarch}.`,
      'E0600099.c',
      `${westmarch}1.c`,
      'W06000001.c',
      `x${westmarch}.c`,
      `${westmarch}.-c`,
      `${westmarch}.c d`,
      `${westmarch}.c.d`,
      `${westmarch}.${'a'.repeat(65)}`,
    ]
    expect(taken.filter((id) => !schema.safeParse(id).success)).toEqual([])
    expect(refused.filter((id) => schema.safeParse(id).success)).toEqual([])
  })

  it('is made of its two parts and tells the first', () => {
    expect(hubWide(westmarch, 'c-1')).toBe(`${westmarch}.c-1`)
    expect(authorityOf(`${westmarch}.c-1`)).toBe(westmarch)
    expect(authorityOf('')).toBe('')
  })

  it.each([
    [westmarch, `${westmarch}.c-1`, true],
    [northmoor, `${westmarch}.c-1`, false],
    ['E0600099', `${westmarch}.c-1`, false],
  ])('is %s’s own: %s, %s', (...[authority, id, isOwn]) => {
    expect(isOf(authority, id)).toBe(isOwn)
  })
})
