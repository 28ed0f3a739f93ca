import { describe, expect, it } from 'vitest'
import type { Conclusion } from '../../../shared/codes/conclusions.ts'
import { afterTimeout, conclude, questionsAbout } from '../../../shared/sharing/conclude.ts'
import { decide } from '../../../shared/sharing/decide.ts'
import { decisionSchema } from '../../../shared/sharing/decision.ts'
import type { Facts } from '../../../shared/sharing/facts.ts'
import { someFacts } from './facts.ts'

type Row = readonly [
  rule: string,
  sentence: string,
  differing: Partial<Facts>,
  becomes: string,
  tellsPartnershipLead: boolean,
]

const refused = { consent: 'REFUSED' } as const
const noDuty = { dutyInForce: false } as const
const noReason = { consent: null, ...noDuty } as const
const claimed = { flags: ['DETRIMENT_CLAIMED'] } satisfies Partial<Facts>
const watched = { threeInThree: true } as const
const victim = { factors: ['3B'], subjectRole: 'VICTIM' } satisfies Partial<Facts>

// biome-ignore format: a table is read across
const rows: readonly Row[] = [
  ['R6', 'is shared', { harm: 'H3', ...claimed }, 'SHARE', false],
  ['R7', 'is shared at its least, a child in need', claimed, 'SHARE_MINIMAL', false],
  ['R7', 'is held, early help', { harm: 'H1', ...claimed }, 'HOLD', false],
  ['R16', 'is shared at its least', { harm: 'H1', consent: null, ...watched }, 'SHARE_MINIMAL', false],
  ['R12', 'is shared at its least', refused, 'SHARE_MINIMAL', false],
  ['R13', 'is held and the partnership lead told', { ...refused, ...noDuty }, 'HOLD', true],
  ['R13', 'is shared at its least if watched, and nobody is told', { ...refused, ...noDuty, ...watched }, 'SHARE_MINIMAL', false],
  ['R14b', 'is held and the partnership lead told', noReason, 'HOLD', true],
  ['R14b', 'is shared at its least if watched, and nobody is told', { ...noReason, ...watched }, 'SHARE_MINIMAL', false],
]

describe('a decision whose time ran out', () => {
  it.each(rows)('%s %s', (...row) => {
    const [rule, , differing, becomes, tellsPartnershipLead] = row
    const facts = someFacts(differing)
    const lapse = afterTimeout(decide(facts), facts)
    expect(lapse).toMatchObject({
      tellsPartnershipLead,
      decision: { rule, decision: becomes, dueInWorkingDays: null, onTimeout: null },
    })
    expect(decisionSchema.safeParse(lapse?.decision).success).toBe(true)
  })

  it.each<[string, Partial<Facts>]>([
    ['is held', { harm: 'H0' }],
    ['is returned', { purpose: 'other' }],
    ['is shared', {}],
    ['is shared with a question beside it', { ...refused, openStatus: 'PROCEEDINGS' }],
  ])('becomes nothing where it %s', (_what, differing) => {
    const facts = someFacts(differing)
    expect(afterTimeout(decide(facts), facts)).toBeUndefined()
  })

  it('ends at once: nothing follows the clock but expiry', () => {
    const facts = someFacts({ ...refused, ...noDuty })
    const lapse = afterTimeout(decide(facts), facts)
    expect(lapse && afterTimeout(lapse.decision, facts)).toBeUndefined()
  })

  it('tells the parent as the outcome says, not as the review did', () => {
    const facts = someFacts({ ...refused, ...victim })
    expect(decide(facts).tellParent).toBe('no')
    expect(afterTimeout(decide(facts), facts)?.decision.tellParent).toBe('safe-contact-only')
  })

  it('asks who somebody is only if it is shared', () => {
    const match = 'POSSIBLE'
    const later = (change: Partial<Facts>) => {
      const facts = someFacts({ match, ...change })
      return afterTimeout(decide(facts), facts)?.decision.identityReview
    }
    expect(later(refused)).toBe(true)
    expect(later({ ...refused, ...noDuty })).toBe(false)
  })
})

describe('a decision under a policy that never was', () => {
  const facts = someFacts(refused)
  const stranger = { ...decide(facts), policyVersion: '1999-01-01.1' }

  it('is not concluded by another, nor asked about', () => {
    const missing = 'there is no policy 1999-01-01.1'
    expect(() => afterTimeout(stranger, facts)).toThrow(missing)
    expect(() => conclude(stranger, facts, 'HOLD')).toThrow(missing)
    expect(() => questionsAbout(stranger, facts)).toThrow(missing)
  })
})

describe('a decision that a person made', () => {
  const concluded = (differing: Partial<Facts>, answer: Conclusion) => {
    const facts = someFacts(differing)
    return conclude(decide(facts), facts, answer)
  }

  it('keeps rule, level and basis, and stops the clock', () => {
    const review = decide(someFacts(refused))
    expect(concluded(refused, 'SHARE')).toEqual({
      ...review,
      decision: 'SHARE',
      tellParent: 'yes',
      dueInWorkingDays: null,
      onTimeout: null,
    })
  })

  it.each(['SHARE', 'SHARE_MINIMAL', 'HOLD'] as const)(
    'of a review is what was answered: %s',
    (answer) => {
      expect(concluded(refused, answer).decision).toBe(answer)
    },
  )

  it('widens what a planned child’s worker was told, and recalls nothing', () => {
    const planned = { ...refused, openStatus: 'PROTECTION_PLAN' } as const
    expect(concluded(planned, 'SHARE').decision).toBe('SHARE')
    expect(concluded(planned, 'SHARE_MINIMAL').decision).toBe('SHARE_MINIMAL')
    expect(concluded(planned, 'HOLD')).toEqual(decide(someFacts(planned)))
  })

  it('recalls nothing of what was shared in full', () => {
    const wrongTick = { purpose: 'other', harm: 'H3' } as const
    for (const answer of ['SHARE', 'SHARE_MINIMAL', 'HOLD'] as const)
      expect(concluded(wrongTick, answer)).toEqual(decide(someFacts(wrongTick)))
  })

  it('was asked what its row asks, and beside it about the purpose', () => {
    const facts = someFacts({ purpose: 'other', harm: 'H3', ...claimed })
    expect(questionsAbout(decide(facts), facts)).toEqual([
      { kind: 'detriment', of: 'sender-lead' },
      { kind: 'purpose', of: 'sender-lead' },
    ])
  })
})
