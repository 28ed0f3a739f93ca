import { describe, expect, it } from 'vitest'
import { decide } from '../../../shared/sharing/decide.ts'
import { decisionSchema } from '../../../shared/sharing/decision.ts'
import type { Facts } from '../../../shared/sharing/facts.ts'
import { afterTimeout, conclude } from '../../../shared/sharing/timeout.ts'
import { someFacts } from './facts.ts'

type Row = readonly [
  rule: string,
  sentence: string,
  differing: Partial<Facts>,
  becomes: string,
  lead: string,
  due: number | null,
  alert: 'unmatched' | '',
]

const noReason = { consent: null, dutyInForce: false } as const

// biome-ignore format: a table is read across
const rows: readonly Row[] = [
  ['R1', 'passes to the lead and stays a review', { purpose: 'other', harm: 'H3' }, 'HUMAN_REVIEW', 'reviews', 1, ''],
  ['R2', 'is shared at H3', { harm: 'H3', flags: ['STAFF_CONFLICT'] }, 'SHARE', 'not-involved', null, ''],
  ['R2', 'is shared at H3 as unmatched if nobody was found', { harm: 'H3', flags: ['STAFF_CONFLICT'], match: 'NONE' }, 'SHARE', 'not-involved', null, 'unmatched'],
  ['R2', 'is held below', { flags: ['STAFF_CONFLICT'] }, 'HOLD', 'not-involved', null, ''],
  ['R6', 'is shared', { harm: 'H3', flags: ['DETRIMENT_CLAIMED'] }, 'SHARE', 'not-involved', null, ''],
  ['R7', 'is reviewed', { flags: ['DETRIMENT_CLAIMED'] }, 'HUMAN_REVIEW', 'not-involved', 1, ''],
  ['R16', 'is held', { harm: 'H1', consent: null, threeInThree: true }, 'HOLD', 'not-involved', null, ''],
  ['R8', 'is shared at H3 as unmatched', { harm: 'H3', match: 'MANY' }, 'SHARE', 'not-involved', null, 'unmatched'],
  ['R8', 'is held below', { match: 'MANY' }, 'HOLD', 'not-involved', null, ''],
  ['R12', 'is shared at its least', { consent: 'REFUSED' }, 'SHARE_MINIMAL', 'not-involved', null, ''],
  ['R12', 'is shared at its least, unmatched', { consent: 'REFUSED', match: 'NONE' }, 'SHARE_MINIMAL', 'not-involved', null, 'unmatched'],
  ['R13', 'is held and the lead told', { consent: 'REFUSED', dutyInForce: false }, 'HOLD', 'is-told', null, ''],
  ['R18', 'is held and the lead told', { agreementInForce: false }, 'HOLD', 'is-told', null, ''],
  ['R18', 'is shared at H3 and the lead told', { agreementInForce: false, harm: 'H3' }, 'SHARE', 'is-told', null, ''],
  ['R14b', 'is reviewed for a day', noReason, 'HUMAN_REVIEW', 'not-involved', 1, ''],
  ['R14b', 'is held if watched', { ...noReason, threeInThree: true }, 'HOLD', 'not-involved', null, ''],
]

describe('a decision whose time ran out', () => {
  it.each(rows)('%s %s', (...row) => {
    const [rule, , differing, becomes, lead, due, alert] = row
    const facts = someFacts(differing)
    const lapse = afterTimeout(decide(facts), facts)
    expect(lapse).toMatchObject({
      lead,
      decision: {
        rule,
        decision: becomes,
        dueInWorkingDays: due,
        unmatchedAlert: alert === 'unmatched',
      },
    })
    expect(decisionSchema.safeParse(lapse?.decision).success).toBe(true)
  })

  it('becomes nothing where only expiry follows', () => {
    const facts = someFacts({ harm: 'H0' })
    expect(afterTimeout(decide(facts), facts)).toBeUndefined()
  })

  it('ends R14b in a hold after its review', () => {
    const facts = someFacts(noReason)
    const review = afterTimeout(decide(facts), facts)
    expect(review && afterTimeout(review.decision, facts)).toMatchObject({
      lead: 'not-involved',
      decision: { decision: 'HOLD', onTimeout: null },
    })
  })

  it('never lets a claim of detriment close or share by itself', () => {
    const facts = someFacts({ flags: ['DETRIMENT_CLAIMED'] })
    let lapse = afterTimeout(decide(facts), facts)
    for (let day = 0; day < 30 && lapse !== undefined; day += 1)
      lapse = afterTimeout(lapse.decision, facts)
    expect(lapse).toMatchObject({ lead: 'reviews', decision: { decision: 'HUMAN_REVIEW' } })
  })

  it('tells the parent as the outcome says, not as the review did', () => {
    const facts = someFacts({ consent: 'REFUSED', factors: ['3B'] })
    expect(afterTimeout(decide(facts), facts)?.decision.tellParent).toBe('safe-contact-only')
  })
})

describe('a decision under a policy that never was', () => {
  it('is not concluded by another', () => {
    const facts = someFacts({ consent: 'REFUSED' })
    const stranger = { ...decide(facts), policyVersion: '1999-01-01.1' }
    expect(() => afterTimeout(stranger, facts)).toThrow('there is no policy 1999-01-01.1')
  })
})

describe('a decision that a person made', () => {
  it('keeps rule, level and basis, and stops the clock', () => {
    const facts = someFacts({ harm: 'H3', match: 'POSSIBLE' })
    const review = decide(facts)
    expect(conclude(review, { ...facts, match: 'CONFIRMED' }, 'SHARE')).toEqual({
      ...review,
      decision: 'SHARE',
      tellParent: 'yes',
      dueInWorkingDays: null,
      onTimeout: null,
      unmatchedAlert: false,
    })
  })

  it('keeps a clock running when the person asks for another review', () => {
    const facts = someFacts({ consent: 'REFUSED' })
    expect(conclude(decide(facts), facts, 'HUMAN_REVIEW')).toMatchObject({ dueInWorkingDays: 1 })
  })
})
