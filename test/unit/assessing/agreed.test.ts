import { describe, expect, it } from 'vitest'
import type { Agreement } from '../../../shared/agencies/agreement.ts'
import { agreedOf } from '../../../shared/assessing/agreed.ts'
import type { StoredChild } from '../../../shared/register/stored.ts'
import { aRegisteredChild } from '../../builders/a-registered-family.ts'
import { aStoredConcern } from '../../builders/a-stored-concern.ts'

const today = '2026-11-23'
const agreement = (change: Partial<Agreement> = {}): Agreement => ({
  agency: 'turning-tide',
  authority: 'E06000991',
  version: 1,
  purposes: ['safeguarding'],
  isCommissioned: false,
  from: '2026-01-01',
  until: '2026-12-31',
  reviewedOn: '2026-01-01',
  ...change,
})
const childOf = (authority: 'E06000991' | 'E08000992'): StoredChild =>
  aRegisteredChild({ authority })
const agreed = (agreements: readonly Agreement[], children: readonly StoredChild[] = []) =>
  agreedOf(aStoredConcern(), { agreements }, { children, today })

describe('what a service has agreed with whoever would be told', () => {
  it('is asked of the stated authority where no child is known', () => {
    expect(agreed([agreement()])).toEqual({
      agreements: [{ authority: 'E06000991', standing: 'in-force' }],
      isCommissioned: false,
    })
  })

  it('is asked of the children’s authorities, each once, and then not of the stated one', () => {
    const children = [childOf('E08000992'), childOf('E08000992')]
    expect(agreed([agreement()], children).agreements).toEqual([
      { authority: 'E08000992', standing: 'none' },
    ])
    expect(agreed([agreement()], [childOf('E06000991'), ...children]).agreements).toEqual([
      { authority: 'E06000991', standing: 'in-force' },
      { authority: 'E08000992', standing: 'none' },
    ])
  })

  it('is not what another service has agreed', () => {
    expect(agreed([agreement({ agency: 'other', isCommissioned: true })])).toEqual({
      agreements: [{ authority: 'E06000991', standing: 'none' }],
      isCommissioned: false,
    })
  })

  it('is for the purpose of the concern', () => {
    expect(agreed([agreement({ purposes: ['welfare'] })]).agreements).toEqual([
      { authority: 'E06000991', standing: 'other-purpose' },
    ])
  })

  it.each([
    ['in force', {}, true],
    ['with another authority', { authority: 'E10000993' }, true],
    ['ended', { until: '2026-11-22' }, false],
  ] as const)('commissions the service by an agreement %s: %s', (...[, change, expected]) => {
    expect(agreed([agreement({ isCommissioned: true, ...change })]).isCommissioned).toBe(expected)
  })
})
