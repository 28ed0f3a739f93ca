import { describe, expect, it } from 'vitest'
import { foldWorkId, workIdSchema } from '../../../shared/kernel/work-id.ts'

describe('a work id', () => {
  it.each([
    'SW-101',
    'sw-101',
    '  Sw-101 ',
    'ＳＷ－１０１',
    'SW\u2011101',
    'SW–101',
    'S\u200bW-101',
    'SW\u00ad-101',
    '\ufeffsw-101',
    '𝐒𝐖-101',
  ])('is one, however it is written: %j', (written) => {
    expect(workIdSchema.parse(written)).toBe('sw-101')
    expect(foldWorkId(written)).toBe('sw-101')
  })

  it.each(['', '  ', 'Ines Marlowe', 'a@b', 'a.b', 'sw,101', 'ѕw-101', 'é1', '-1', 'x'.repeat(65)])(
    'is not %j',
    (written) => {
      expect(workIdSchema.safeParse(written).success).toBe(false)
    },
  )
})
