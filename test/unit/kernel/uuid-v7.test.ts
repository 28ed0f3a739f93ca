import { describe, expect, it } from 'vitest'
import { concernIdSchema } from '../../../shared/kernel/ids.ts'
import { uuidV7 } from '../../../shared/kernel/uuid-v7.ts'

const ones = Buffer.alloc(16, 0xff)
const noughts = Buffer.alloc(16)

describe('a UUIDv7', () => {
  const rfc = Buffer.from('0000000000000cc318c4dc0c0c07398f', 'hex')

  it.each([
    [
      'the example of RFC 9562',
      '2022-02-22T19:22:22.000Z',
      rfc,
      '017f22e2-79b0-7cc3-98c4-dc0c0c07398f',
    ],
    ['nothing random', '2026-11-23T10:00:00.000Z', noughts, '01a207d9-2100-7000-8000-000000000000'],
    ['everything random', '2026-11-23T10:00:00.000Z', ones, '01a207d9-2100-7fff-bfff-ffffffffffff'],
    [
      'the beginning of time',
      '1970-01-01T00:00:00.000Z',
      noughts,
      '00000000-0000-7000-8000-000000000000',
    ],
    ['the year 9999', '9999-12-31T23:59:59.999Z', noughts, 'e677d21f-dbff-7000-8000-000000000000'],
  ])('is made of the time and what is random: %s', (...[, now, random, expected]) => {
    expect(uuidV7(new Date(now), random).slice(0, expected.length)).toBe(expected)
  })

  it('is one that the hub takes for its own', () => {
    for (const random of [ones, noughts])
      expect(concernIdSchema.safeParse(uuidV7(new Date('2026-11-23'), random)).success).toBe(true)
  })

  it('sorts by time, a millisecond apart, whatever is random', () => {
    const before = uuidV7(new Date('2026-11-23T10:00:00.000Z'), ones)
    const after = uuidV7(new Date('2026-11-23T10:00:00.001Z'), noughts)
    expect(before < after).toBe(true)
  })

  it('leaves the random bytes it was given as they were', () => {
    const random = Buffer.alloc(16, 0xaa)
    uuidV7(new Date('2026-11-23'), random)
    expect(random).toEqual(Buffer.alloc(16, 0xaa))
  })
})
