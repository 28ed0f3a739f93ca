import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { consentStatusNames } from '../../../shared/codes/consent-statuses.ts'
import { decide } from '../../../shared/sharing/decide.ts'
import { anyFacts, runs, withFlag } from './facts.ts'
import { inTheEnd, strength } from './weaker.ts'

/** How much is disclosed: a review has told nobody anything. */
const disclosure = { HOLD: 0, HUMAN_REVIEW: 0, SHARE_MINIMAL: 1, SHARE: 2 } as const

const openness = { no: 0, 'safe-contact-only': 1, yes: 2 } as const

describe('domestic abuse', () => {
  it('never has the parent told more openly', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom('DA' as const, 'MARAC' as const), (facts, flag) => {
        const [before, after] = [decide(facts), decide(withFlag(facts, flag))]
        if (before.decision !== after.decision) return
        expect(openness[after.tellParent]).toBeLessThanOrEqual(openness[before.tellParent])
      }),
      runs,
    )
  })

  it('never has a parent told outright', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        expect(decide(withFlag(facts, 'DA')).tellParent).not.toBe('yes')
      }),
      runs,
    )
  })
})

describe('consent withdrawn', () => {
  const anyAnswer = fc.constantFrom(...consentStatusNames, null)

  it.each([
    ['now', decide],
    ['in the end, when nobody has answered', inTheEnd],
  ])('discloses no more than any other answer, %s', (_when, decideIt) => {
    fc.assert(
      fc.property(anyFacts, anyAnswer, (facts, consent) => {
        const other = decideIt({ ...facts, consent })
        const withdrawn = decideIt({ ...facts, consent: 'WITHDRAWN' })
        expect(disclosure[withdrawn.decision]).toBeLessThanOrEqual(disclosure[other.decision])
        expect(Number(withdrawn.unmatchedAlert)).toBeLessThanOrEqual(Number(other.unmatchedAlert))
      }),
      runs,
    )
  })

  it('is decided as a refusal is', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        expect(decide({ ...facts, consent: 'WITHDRAWN' })).toEqual(
          decide({ ...facts, consent: 'REFUSED' }),
        )
      }),
      runs,
    )
  })

  it('is stronger than given in one place of the table only: nobody found, watched, at H1', () => {
    let met = 0
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const given = decide({ ...facts, consent: 'GIVEN' })
        const withdrawn = decide({ ...facts, consent: 'WITHDRAWN' })
        if (strength[withdrawn.decision] <= strength[given.decision]) return
        met += 1
        expect([given.rule, withdrawn.rule, given.harmAfter, facts.match]).toEqual([
          'R8b',
          'R16',
          'H1',
          'NONE',
        ])
      }),
      runs,
    )
    expect(met).toBeGreaterThan(0)
  })
})
