import { describe, expect, it } from 'vitest'
import { decide, decideUnder } from '../../../shared/sharing/decide.ts'
import { decisionSchema, ruleIds } from '../../../shared/sharing/decision.ts'
import { type Facts, factsSchema } from '../../../shared/sharing/facts.ts'
import { latestPolicy } from '../../../shared/sharing/policies.ts'
import { commencement, isInForce } from '../../../shared/sharing/policy.ts'
import { isUndecided } from '../../../shared/sharing/rules/silence.ts'
import { someFacts } from './facts.ts'

type Row = readonly [
  rule: string,
  sentence: string,
  differing: Partial<Facts>,
  decision: string,
  due: number | null,
  then: string | null,
  tellParent: string,
  alert: 'unmatched' | '',
]

const noDuty = { dutyInForce: false } as const
const risk = { consent: 'NOT_SOUGHT', whyNotSought: 'RISK_TO_CHILD' } as const
const unasked = { consent: 'NOT_SOUGHT', whyNotSought: 'NO_REASON' } as const

// biome-ignore format: a table is read across
const rows: readonly Row[] = [
  ['R1', 'refuses a concern for another purpose', { purpose: 'other' }, 'HOLD', null, null, 'no', ''],
  ['R1', 'has a grave one with a wrong tick looked at today', { purpose: 'other', harm: 'H3' }, 'HUMAN_REVIEW', 0, 'HUMAN_REVIEW', 'no', ''],
  ['R1', 'asks of the purpose even before immediate danger', { purpose: 'other', harm: 'H4' }, 'HUMAN_REVIEW', 0, 'HUMAN_REVIEW', 'no', ''],
  ['R3', 'shares immediate danger though consent was refused', { harm: 'H4', consent: 'REFUSED' }, 'SHARE', null, null, 'no', ''],
  ['R3', 'alerts without identity too while the match is open', { harm: 'H4', match: 'POSSIBLE' }, 'SHARE', null, null, 'no', 'unmatched'],
  ['R3', 'comes before a conflict of staff', { harm: 'H4', flags: ['STAFF_CONFLICT'] }, 'SHARE', null, null, 'no', ''],
  ['R2', 'gives a conflict of staff to another person', { flags: ['STAFF_CONFLICT'] }, 'HUMAN_REVIEW', 1, 'HOLD', 'no', ''],
  ['R2', 'shares it if nobody looked at significant harm today', { harm: 'H3', flags: ['STAFF_CONFLICT'] }, 'HUMAN_REVIEW', 0, 'SHARE', 'no', ''],
  ['R6', 'has a claim of detriment tested today at H3', { harm: 'H3', flags: ['DETRIMENT_CLAIMED'] }, 'HUMAN_REVIEW', 0, 'SHARE', 'no', ''],
  ['R7', 'lets it stand ten days below H3', { flags: ['DETRIMENT_CLAIMED'] }, 'HOLD', 10, 'HUMAN_REVIEW', 'no', ''],
  ['R17', 'holds what harms nobody', { harm: 'H0' }, 'HOLD', null, null, 'no', ''],
  ['R16', 'holds early help without consent', { harm: 'H1', consent: 'REFUSED' }, 'HOLD', null, null, 'no', ''],
  ['R16', 'has a neglected adolescent seen first', { harm: 'H1', consent: null, factors: ['16A'], childAgeMonths: 130 }, 'HUMAN_REVIEW', 5, 'HOLD', 'no', ''],
  ['R16', 'has a previous removal seen first', { harm: 'H1', consent: 'WITHDRAWN', flags: ['PREVIOUS_REMOVAL'] }, 'HUMAN_REVIEW', 5, 'HOLD', 'no', ''],
  ['R16', 'has the third in three months seen first', { harm: 'H1', consent: null, threeInThree: true }, 'HUMAN_REVIEW', 5, 'HOLD', 'no', ''],
  ['R18', 'asks the lead where no agreement is in force', { agreementInForce: false }, 'HUMAN_REVIEW', 1, 'HOLD', 'no', ''],
  ['R18', 'asks today at H3, and the clock shares', { harm: 'H3', match: 'MANY', agreementInForce: false }, 'HUMAN_REVIEW', 0, 'SHARE', 'no', ''],
  ['R3', 'waits for no agreement in immediate danger', { harm: 'H4', agreementInForce: false }, 'SHARE', null, null, 'no', ''],
  ['R8', 'settles identity before a child in need is shared', { match: 'MANY' }, 'HUMAN_REVIEW', 1, 'HOLD', 'no', ''],
  ['R8', 'alerts without identity beside that review at H3', { harm: 'H3', match: 'POSSIBLE' }, 'HUMAN_REVIEW', 0, 'SHARE', 'no', 'unmatched'],
  ['R8b', 'waits for a late match at H1', { harm: 'H1', match: 'NONE' }, 'HOLD', null, null, 'no', ''],
  ['R9', 'shares significant harm whatever was said', { harm: 'H3', consent: 'REFUSED' }, 'SHARE', null, null, 'yes', ''],
  ['R9', 'does not tell a parent who is the risk', { harm: 'H3', ...risk }, 'SHARE', null, null, 'no', ''],
  ['R9', 'shares with nobody found, as an unmatched alert', { harm: 'H3', match: 'NONE' }, 'SHARE', null, null, 'yes', 'unmatched'],
  ['R10', 'shares a child in need as agreed', {}, 'SHARE', null, null, 'yes', ''],
  ['R10', 'tells only by safe contact in domestic abuse', { factors: ['3B'] }, 'SHARE', null, null, 'safe-contact-only', ''],
  ['R11', 'shares the least where asking endangers', risk, 'SHARE_MINIMAL', null, null, 'no', ''],
  ['R11', 'shares the least for want of capacity', { consent: 'LACKS_CAPACITY' }, 'SHARE_MINIMAL', null, null, 'yes', ''],
  ['R12', 'weighs a refusal against the duty', { consent: 'REFUSED' }, 'HUMAN_REVIEW', 1, 'SHARE_MINIMAL', 'no', ''],
  ['R13', 'lets a refusal stand without the duty', { consent: 'WITHDRAWN', ...noDuty }, 'HUMAN_REVIEW', 1, 'HOLD', 'no', ''],
  ['R14', 'shares the least when nobody asked, under the duty', unasked, 'SHARE_MINIMAL', null, null, 'yes', ''],
  ['R14', 'reads a missing status as nobody asked', { consent: null }, 'SHARE_MINIMAL', null, null, 'yes', ''],
  ['R14b', 'asks the referrer for the reason', { ...unasked, ...noDuty }, 'HOLD', 1, 'HUMAN_REVIEW', 'no', ''],
  ['R14b', 'has a watched case seen at once', { ...unasked, body: 'OTHER', threeInThree: true }, 'HUMAN_REVIEW', 1, 'HOLD', 'no', ''],
  ['R15', 'sends agreed early help the least it needs', { harm: 'H1' }, 'SHARE_MINIMAL', null, null, 'yes', ''],
]

const raises: readonly (readonly [string, Partial<Facts>, string, readonly string[]])[] = [
  [
    'a child in a delusion is at significant harm',
    { harm: 'H0', flags: ['DELUSION_INVOLVES_CHILD'] },
    'H3',
    ['R4'],
  ],
  [
    'pregnancy and domestic abuse weigh one more',
    { harm: 'H1', flags: ['UNBORN', 'DA'] },
    'H2',
    ['R5b'],
  ],
  ['pregnancy alone does not', { harm: 'H1', flags: ['UNBORN'] }, 'H1', []],
  ['problems that co-exist weigh one more', { harm: 'H1', accumulationFires: true }, 'H2', ['R5']],
  [
    'raises add up',
    { harm: 'H0', flags: ['UNBORN', 'MARAC'], accumulationFires: true },
    'H2',
    ['R5b', 'R5'],
  ],
  [
    'no raise passes H3, and each trigger is still recorded',
    {
      harm: 'H2',
      flags: ['UNBORN', 'DA', 'SUICIDE_PLAN_INVOLVES_CHILD'],
      accumulationFires: true,
    },
    'H3',
    ['R4', 'R5b', 'R5'],
  ],
  [
    'the rows before the raises decide on the level as sent',
    { harm: 'H2', flags: ['STAFF_CONFLICT', 'DELUSION_INVOLVES_CHILD'] },
    'H2',
    [],
  ],
]

describe('the decision table', () => {
  it.each(rows)('%s %s', (...row) => {
    const [rule, , differing, decision, due, then, tellParent, alert] = row
    expect(decide(someFacts(differing))).toMatchObject({
      rule,
      decision,
      dueInWorkingDays: due,
      onTimeout: then,
      tellParent,
      unmatchedAlert: alert === 'unmatched',
    })
  })

  it.each(raises)('%s', (...row) => {
    const [, differing, harmAfter, raisedBy] = row
    expect(decide(someFacts(differing))).toMatchObject({ harmAfter, raisedBy })
  })

  it('has a row of this test for every row that decides', () => {
    const deciding = latestPolicy.rules.filter(({ kind }) => kind === 'decides').map(({ id }) => id)
    expect(new Set(rows.map(([rule]) => rule))).toEqual(new Set(deciding))
  })

  it('is read in the order of the table', () => {
    expect(['R0', ...latestPolicy.rules.map(({ id }) => id)]).toEqual(ruleIds)
  })

  it('has a source for every row', () => {
    expect(latestPolicy.rules.filter(({ cites }) => cites.length === 0)).toEqual([])
  })
})

describe('a policy with no row for the facts', () => {
  it('withholds, says so, and has a person look the same day', () => {
    const decision = decideUnder({ ...latestPolicy, rules: [] }, someFacts({ harm: 'H4' }))
    expect(decision).toMatchObject({
      rule: 'R0',
      decision: 'HOLD',
      tellParent: 'no',
      dueInWorkingDays: 0,
      onTimeout: 'HUMAN_REVIEW',
      unmatchedAlert: false,
    })
    expect(isUndecided(decision)).toBe(true)
    expect(decisionSchema.parse(decision)).toEqual(decision)
  })
})

const bases: readonly (readonly [string, Partial<Facts>, string[], string, string])[] = [
  ['a bound body under the duty', {}, ['6(1)(c)'], 'para-6', 's.16LA'],
  ['a bound body before the duty', noDuty, ['6(1)(e)'], 'para-2', 's.17'],
  ['a bound body before the duty at H3', { ...noDuty, harm: 'H3' }, ['6(1)(e)'], 'para-2', 's.47'],
  ['a charity', { body: 'OTHER' }, ['6(1)(f)'], 'para-2', ''],
  [
    'a charity under the recognised interest',
    { body: 'OTHER', recognisedLegitimateInterestInForce: true },
    ['6(1)(ea)'],
    'para-2',
    '',
  ],
  ['immediate danger', { harm: 'H4' }, ['6(1)(c)', '6(1)(d)'], 'para-6', 's.16LA'],
  ['a refusal', { consent: 'REFUSED' }, ['6(1)(c)'], 'para-6', 's.16LA'],
  [
    'a refusal with a reason beside it',
    { consent: 'REFUSED', whyNotSought: 'RISK_TO_CHILD' },
    ['6(1)(c)'],
    'para-6',
    's.16LA',
  ],
  ['a risk reason', risk, ['6(1)(c)'], 'para-18-2-c', 's.16LA'],
  [
    'delay that harms',
    { consent: 'NOT_SOUGHT', whyNotSought: 'DELAY_HARMS' },
    ['6(1)(c)'],
    'para-18-2-b',
    's.16LA',
  ],
  ['no capacity', { consent: 'LACKS_CAPACITY' }, ['6(1)(c)'], 'para-18-2-a', 's.16LA'],
  ['no reason', unasked, ['6(1)(c)'], 'para-6', 's.16LA'],
]

describe('the lawful basis', () => {
  it.each(bases)('of %s', (...row) => {
    const [, differing, article6, schedule1, statute] = row
    const { basis } = decide(someFacts(differing))
    expect(basis).toMatchObject({ article6, schedule1 })
    expect(basis.statute.join()).toContain(statute)
  })

  it('rests on a law only from the day it begins', () => {
    expect(isInForce(commencement.dutyToShare, '2026-09-29')).toBe(false)
    expect(isInForce(commencement.dutyToShare, '2026-09-30')).toBe(true)
    expect(isInForce(commencement.recognisedLegitimateInterest, '2027-01-01')).toBe(false)
  })
})

describe('the facts', () => {
  it('refuse a key they do not know', () => {
    expect(factsSchema.safeParse({ ...someFacts(), risk: 9 }).success).toBe(false)
  })

  it('refuse to be silent: what is not known is null', () => {
    const { consent: _, ...withoutConsent } = someFacts()
    expect(factsSchema.safeParse(withoutConsent).success).toBe(false)
  })
})
