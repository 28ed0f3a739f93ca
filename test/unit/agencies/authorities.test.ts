import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { authorityCodeSchema } from '../../../shared/agencies/authorities.ts'

describe('the code of an authority', () => {
  it.each([westmarch, 'E08000035', 'E10000016'])('is known by its form alone: %s', (code) => {
    expect(authorityCodeSchema.parse(code)).toBe(code)
  })

  it.each(['', 'Leeds', 'E07000008', 'e08000035', 'E080000355', 'E0800003', 'toString'])(
    'is nothing else: %j',
    (code) => {
      expect(authorityCodeSchema.safeParse(code).error?.issues[0]?.message).toContain('GSS code')
    },
  )
})
