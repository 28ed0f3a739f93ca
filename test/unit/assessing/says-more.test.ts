import { describe, expect, it } from 'vitest'
import { saysMore } from '../../../shared/assessing/says-more.ts'
import { childIdSchema } from '../../../shared/kernel/ids.ts'
import type { Facts } from '../../../shared/sharing/facts.ts'
import { aStoredConcern } from '../../builders/a-stored-concern.ts'
import { anAssessment } from '../../builders/an-assessment.ts'

/** Held: nobody agreed to early help. */
const held: Partial<Facts> = { harm: 'H1', consent: null }
const stored = aStoredConcern({ state: 'HELD' }, { harm: 'H1', consent: undefined })
const says = (
  now: Partial<Facts>,
  change: Parameters<typeof anAssessment>[1] = {},
  before: Partial<Facts> = held,
) => saysMore(stored, anAssessment(before), anAssessment({ ...held, ...now }, change))
const { matched } = anAssessment()
const sibling = matched.map((child) => ({
  ...child,
  childId: childIdSchema.parse('E06000991.C2'),
}))

describe('a household as it now is', () => {
  it('says nothing more where everything is as it was', () => {
    expect(says({})).toBe(false)
  })

  it('says more where it joins a child, and nothing where one has left', () => {
    expect(says({}, { matched: [...matched, ...sibling] })).toBe(true)
    expect(says({}, { matched: [] })).toBe(false)
  })

  it.each([
    ['another rule decides', { consent: 'GIVEN' as const }],
    ['harm rises by what is remembered', { accumulationFires: true }],
  ])('says more where %s', (_, now) => {
    expect(says(now)).toBe(true)
  })

  it('never says more for less harm', () => {
    const before = { harm: 'H2' as const, consent: 'REFUSED' as const }
    expect(says({ harm: 'H1' }, { matched: sibling }, before)).toBe(false)
  })

  it('does not count what an agreement has changed meanwhile', () => {
    expect(says({ agreementInForce: false }, {}, { ...held, agreementInForce: true })).toBe(false)
  })
})
