import { describe, expect, it } from 'vitest'
import { eastvale, northmoor, westmarch } from '../../../infra/stages/local.ts'
import type { Authority, Directory } from '../../../shared/agencies/directory.ts'
import { holderOf, nameOfHolder } from '../../../shared/agencies/holder.ts'
import { aDirectory } from '../../builders/a-directory.ts'

const today = '2027-04-01'
const eve = '2027-03-31'

/** Westmarch has ended on the first of April. */
const ended = (replacedBy?: Authority['replacedBy'], next: Partial<Authority> = {}): Directory => ({
  ...aDirectory,
  authorities: aDirectory.authorities.map((one) => {
    if (one.code === westmarch) return { ...one, until: today, replacedBy }
    return one.code === northmoor ? { ...one, ...next } : one
  }),
})

describe('who answers for a place', () => {
  it('is the authority that was stated, while it is served', () => {
    expect(holderOf(aDirectory, westmarch, today)).toBe(westmarch)
    expect(holderOf(ended([northmoor]), westmarch, eve)).toBe(westmarch)
  })

  it('is the one that replaced it, from its first day on', () => {
    expect(holderOf(ended([northmoor]), westmarch, today)).toBe(northmoor)
  })

  it('is the one that replaced that one in turn', () => {
    const directory = ended([northmoor], { until: today, replacedBy: [eastvale] })
    expect(holderOf(directory, westmarch, today)).toBe(eastvale)
  })

  it('is the partnership lead where several replaced it, or nobody', () => {
    expect(holderOf(ended([northmoor, eastvale]), westmarch, today)).toBe('HOLDING')
    expect(holderOf(ended(), westmarch, today)).toBe('HOLDING')
  })

  it('is the partnership lead where two are said to have replaced each other', () => {
    const directory = ended([northmoor], { until: today, replacedBy: [westmarch] })
    expect(holderOf(directory, westmarch, today)).toBe('HOLDING')
  })

  it('is the partnership lead before the first day, and where nobody answers here', () => {
    const directory = ended([northmoor], { from: '2027-05-01' })
    expect(holderOf(directory, northmoor, today)).toBe('HOLDING')
    for (const stated of ['E08000035', 'W06000015', 'ABROAD', 'UNKNOWN', 'toString'])
      expect(holderOf(aDirectory, stated, today)).toBe('HOLDING')
  })
})

describe('the name of a holder', () => {
  it('is kept when it has ended', () => {
    expect(nameOfHolder(ended([northmoor]), westmarch)).toBe('Westmarch')
    expect(nameOfHolder(aDirectory, 'HOLDING')).toBe('the partnership lead')
  })
})
