import { describe, expect, it } from 'vitest'
import { eastvale, northmoor, westmarch } from '../../../infra/stages/local.ts'
import type { Agreement } from '../../../shared/agencies/agreement.ts'
import { agreementsOf, commissionedBy } from '../../../shared/assessing/agreements-of.ts'
import { aStoredConcern } from '../../builders/a-stored-concern.ts'

const today = '2026-11-23'
const agreement = (change: Partial<Agreement> = {}): Agreement => ({
  agency: 'turning-tide',
  authority: westmarch,
  version: 1,
  purposes: ['safeguarding'],
  isCommissioned: false,
  from: '2026-01-01',
  until: '2026-12-31',
  reviewedOn: '2026-01-01',
  ...change,
})
const standings = (
  agreements: readonly Agreement[],
  told: readonly Agreement['authority'][] = [westmarch],
) => agreementsOf(aStoredConcern(), agreements, { told, today })

describe('how the service’s agreement stands', () => {
  it('is asked of each authority that is told, once', () => {
    expect(standings([agreement()], [westmarch, northmoor, northmoor])).toEqual([
      { authority: westmarch, standing: 'in-force', version: 1 },
      { authority: northmoor, standing: 'none' },
    ])
  })

  it('is asked of nobody where nobody is told', () => {
    expect(standings([agreement()], [])).toEqual([])
  })

  it('is not what another service has agreed', () => {
    expect(standings([agreement({ agency: 'other' })])).toEqual([
      { authority: westmarch, standing: 'none' },
    ])
  })

  it('is for the purpose of the concern', () => {
    expect(standings([agreement({ purposes: ['welfare'] })])).toEqual([
      { authority: westmarch, standing: 'other-purpose', version: 1 },
    ])
  })
})

describe('a service', () => {
  it.each<[string, Partial<Agreement>, boolean]>([
    ['in force', {}, true],
    ['with another authority', { authority: eastvale }, true],
    ['ended', { until: '2026-11-22' }, false],
    ['for another purpose', { purposes: ['welfare'] }, false],
    ['of another service', { agency: 'other' }, false],
    ['that commissions nobody', { isCommissioned: false }, false],
  ])('is commissioned by an agreement %s: %s', (_, change, expected) => {
    const agreements = [agreement({ isCommissioned: true, ...change })]
    const found = commissionedBy(aStoredConcern(), agreements, today)
    expect(found).toEqual(expected ? agreements[0] : undefined)
  })
})
