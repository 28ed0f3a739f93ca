import { describe, expect, it } from 'vitest'
import { authorities, authorityCodeSchema } from '../../../shared/agencies/authorities.ts'

describe('the authorities', () => {
  it('are these, and topics and queues are named by their keys', () => {
    expect(authorities).toEqual({
      E06000991: { name: 'Westmarch', key: 'westmarch' },
      E08000992: { name: 'Northmoor', key: 'northmoor' },
      E10000993: { name: 'Eastvale', key: 'eastvale' },
    })
  })

  it('take no code that nobody stands behind', () => {
    expect(authorityCodeSchema.safeParse('E06000991').success).toBe(true)
    expect(authorityCodeSchema.safeParse('E06000001').success).toBe(false)
  })
})
