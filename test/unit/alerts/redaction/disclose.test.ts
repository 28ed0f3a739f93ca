import { describe, expect, it } from 'vitest'
import { disclose, discloseWords } from '../../../../shared/alerts/redaction/disclose.ts'
import { childIdSchema } from '../../../../shared/kernel/ids.ts'
import { decide } from '../../../../shared/sharing/decide.ts'
import type { Facts } from '../../../../shared/sharing/facts.ts'
import { aStoredConcern } from '../../../builders/a-stored-concern.ts'
import { noPastOfConcern } from '../../../builders/no-past.ts'
import { someFacts } from '../../sharing/facts.ts'

const child = { childId: childIdSchema.parse('E06000991.C1'), relationship: 'MOTHER' }
const decided = (facts: Partial<Facts>) => {
  const whole = someFacts(facts)
  return { decision: decide(whole), facts: whole, past: noPastOfConcern, today: '2026-11-23' }
}

describe('what a decision lets a recipient read', () => {
  it.each([
    ['all that redaction leaves', {}, true, 'MOTHER'],
    ['the least', { consent: 'LACKS_CAPACITY' }, false, 'withheld'],
    ['all, where a person is still asked', { match: 'POSSIBLE', harm: 'H3' }, true, 'MOTHER'],
  ] as const)('is %s', (...[, facts, hasNarrative, relationship]) => {
    const content = disclose(aStoredConcern(), [child], decided(facts))
    expect(content.narrative !== undefined).toBe(hasNarrative)
    expect(content.children).toEqual([{ ...child, relationship }])
    expect(content.protected).toEqual(hasNarrative ? [] : ['minimal-disclosure'])
  })

  it('hides an address by the flags and by the factors', () => {
    for (const facts of [{ flags: ['RESTRICTED_ADDRESS' as const] }, { factors: ['3B' as const] }])
      expect(disclose(aStoredConcern(), [child], decided(facts)).protected).toEqual(['addresses'])
  })
})

describe('words that the referrer adds later', () => {
  const words = 'Still at Tannery Row, seen alone again.'

  it('are as they were written where nothing is hidden', () => {
    expect(discloseWords(words, aStoredConcern(), decided({}))).toBe(words)
  })

  it('are redacted as the concern is', () => {
    expect(discloseWords(words, aStoredConcern(), decided({ flags: ['DA'] }))).toBe(
      'Still at [protected], seen alone again.',
    )
  })
})
