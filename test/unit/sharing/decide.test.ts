import { describe, expect, it } from 'vitest'
import { decide, decideUnder } from '../../../shared/sharing/decide.ts'
import { decisionSchema, ruleIds } from '../../../shared/sharing/decision.ts'
import { type Facts, factsSchema } from '../../../shared/sharing/facts.ts'
import { latestPolicy } from '../../../shared/sharing/policies.ts'
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

describe('what a decision tells the parent', () => {
  it.each<[string, Partial<Facts>, string]>([
    [
      'nothing where a reason of risk stands beside an agreement',
      { whyNotSought: 'RISK_TO_CHILD' },
      'no',
    ],
    [
      'nothing where another is at risk',
      { consent: 'NOT_SOUGHT', whyNotSought: 'RISK_TO_ANOTHER' },
      'no',
    ],
    [
      'nothing by safe contact either where the parent is the risk',
      { ...risk, factors: ['3B'] },
      'no',
    ],
    ['nothing in immediate danger', { harm: 'H4', flags: ['DA'] }, 'no'],
    [
      'that it was shared where only delay was feared',
      { consent: 'NOT_SOUGHT', whyNotSought: 'DELAY_HARMS' },
      'yes',
    ],
    [
      'that it was shared where the reason has no status',
      { consent: null, whyNotSought: 'RISK_TO_CHILD' },
      'yes',
    ],
    [
      'by safe contact where a case conference was held',
      { flags: ['UNBORN', 'MARAC'], harm: 'H3' },
      'safe-contact-only',
    ],
  ])('is %s', (_what, differing, tellParent) => {
    expect(decide(someFacts(differing)).tellParent).toBe(tellParent)
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

  it('leave out nothing but the agreement and the watch, which count for the family', () => {
    const { agreementInForce: _a, underWatch: _w, ...rest } = someFacts()
    expect(factsSchema.parse(rest)).toEqual({ ...rest, agreementInForce: true, underWatch: false })
    const stated = someFacts({ agreementInForce: false, underWatch: true })
    expect(factsSchema.parse(stated)).toEqual(stated)
  })

  it.each([
    { purpose: 'research' },
    { harm: 'H5' },
    { consent: 'ASSUMED' },
    { whyNotSought: 'BUSY' },
    { body: 'NHS' },
    { match: 'LIKELY' },
    { flags: ['RED'] },
    { factors: ['18A'] },
    { childAgeMonths: -1 },
    { childAgeMonths: 4.5 },
  ])('refuse what is no code: %j', (change) => {
    expect(factsSchema.safeParse({ ...someFacts(), ...change }).success).toBe(false)
  })

  it.each<Partial<Facts>>([
    { purpose: 'welfare', body: 'OTHER' },
    { purpose: 'other' },
    { childAgeMonths: 0 },
    { childAgeMonths: null },
  ])('are kept as they are: %j', (differing) => {
    expect(factsSchema.parse(someFacts(differing))).toEqual(someFacts(differing))
  })
})

describe('a decision as it is kept', () => {
  const decision = decide(
    someFacts({ harm: 'H0', flags: ['UNBORN', 'DA'], accumulationFires: true }),
  )

  it.each<Partial<typeof decision>>([
    {},
    { decision: 'SHARE_MINIMAL', onTimeout: 'SHARE', dueInWorkingDays: 0 },
    { decision: 'HUMAN_REVIEW', onTimeout: 'HOLD', dueInWorkingDays: 10, raisedBy: ['R4'] },
    {
      tellParent: 'safe-contact-only',
      basis: { article6: ['6(1)(ea)'], schedule1: 'para-2', statute: [] },
    },
    {
      tellParent: 'yes',
      basis: { article6: ['6(1)(f)', '6(1)(d)'], schedule1: 'para-18-2-a', statute: [] },
    },
    {
      tellParent: 'no',
      basis: { article6: ['6(1)(e)'], schedule1: 'para-18-2-b', statute: ['s.11'] },
    },
    { basis: { article6: ['6(1)(c)'], schedule1: 'para-18-2-c', statute: [] } },
  ])('is what was decided: %j', (change) => {
    const kept = { ...decision, ...change }
    expect(decisionSchema.parse(kept)).toEqual(kept)
  })

  it.each([
    { basis: { ...decision.basis, article6: ['6(1)(a)'] } },
    { basis: { ...decision.basis, article6: [] } },
    { basis: { ...decision.basis, consent: true } },
    { dueInWorkingDays: -1 },
    { raisedBy: ['R12'] },
    { score: 7 },
  ])('rests on no consent and holds nothing else: %j', (change) => {
    expect(decisionSchema.safeParse({ ...decision, ...change }).success).toBe(false)
  })
})
