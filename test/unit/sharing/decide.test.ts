import { describe, expect, it } from 'vitest'
import { decide, decideUnder, sharesOnSentFacts } from '../../../shared/sharing/decide.ts'
import { decisionSchema, ruleIds } from '../../../shared/sharing/decision.ts'
import { type Facts, nothingKnown } from '../../../shared/sharing/facts.ts'
import { latestPolicy } from '../../../shared/sharing/policies.ts'
import { isUndecided } from '../../../shared/sharing/rules/silence.ts'
import { someFacts } from './facts.ts'

type Row = readonly [
  rule: string,
  sentence: string,
  differing: Partial<Facts>,
  decision: string,
  asked: string | null,
  due: number | null,
  then: string | null,
]

const noDuty = { dutyInForce: false } as const
const other = { purpose: 'other' } as const
const claimed = { flags: ['DETRIMENT_CLAIMED'] } satisfies Partial<Facts>
const plan = { openStatus: 'PROTECTION_PLAN' } as const
const h1 = { harm: 'H1' } as const
const h3 = { harm: 'H3' } as const
const refused = { consent: 'REFUSED' } as const
const unasked = { consent: 'NOT_SOUGHT', whyNotSought: 'NO_REASON' } as const
const risk = { consent: 'NOT_SOUGHT', whyNotSought: 'RISK_TO_CHILD' } as const
const theirs = 'sender-lead'
const partners = 'partnership-lead'

// biome-ignore format: a table is read across
const rows: readonly Row[] = [
  ['R3', 'shares immediate danger though consent was refused', { harm: 'H4', ...refused }, 'SHARE', null, null, null],
  ['R3', 'comes before a claim of detriment', { harm: 'H4', ...claimed }, 'SHARE', null, null, null],
  ['R3', 'comes before the purpose', { harm: 'H4', ...other }, 'SHARE', null, null, null],
  ['R1', 'returns a concern for another purpose', other, 'HOLD', null, null, null],
  ['R1', 'returns one that claims detriment too', { ...other, ...claimed }, 'HOLD', null, null, null],
  ['R1', 'returns one about a planned child too', { ...other, ...plan }, 'HOLD', null, null, null],
  ['R6', 'has a claim of detriment tested today at H3', { ...h3, ...claimed }, 'HUMAN_REVIEW', theirs, 0, 'SHARE'],
  ['R7', 'has it tested tomorrow at H2', claimed, 'HUMAN_REVIEW', theirs, 1, 'SHARE_MINIMAL'],
  ['R7', 'holds it at H1 if nobody answers', { ...h1, ...claimed }, 'HUMAN_REVIEW', theirs, 1, 'HOLD'],
  ['R7', 'tests it for a planned child too', { ...claimed, ...plan }, 'HUMAN_REVIEW', theirs, 1, 'SHARE_MINIMAL'],
  ['R9', 'shares significant harm whatever was said', { ...h3, ...refused }, 'SHARE', null, null, null],
  ['R9', 'shares it with a wrong tick', { ...h3, ...other }, 'SHARE', null, null, null],
  ['R9', 'shares it with nobody found', { ...h3, match: 'NONE' }, 'SHARE', null, null, null],
  ['R17', 'holds what harms nobody', { harm: 'H0' }, 'HOLD', null, null, null],
  ['R17', 'holds it for a planned child too', { harm: 'H0', ...plan }, 'HOLD', null, null, null],
  ['R15', 'sends agreed early help the least it needs', h1, 'SHARE_MINIMAL', null, null, null],
  ['R15', 'sends it though nobody is known', { ...h1, match: 'NONE' }, 'SHARE_MINIMAL', null, null, null],
  ['R15', 'goes before the plan', { ...h1, ...plan }, 'SHARE_MINIMAL', null, null, null],
  ['R10', 'shares a child in need as agreed', {}, 'SHARE', null, null, null],
  ['R10', 'waits for no identity', { match: 'MANY' }, 'SHARE', null, null, null],
  ['R10', 'waits for no other worker in a conflict of staff', { flags: ['STAFF_CONFLICT'] }, 'SHARE', null, null, null],
  ['R10', 'goes before the plan', plan, 'SHARE', null, null, null],
  ['R19', 'tells the worker of a planned child and asks nobody at H1', { ...h1, ...plan, ...refused }, 'SHARE_MINIMAL', null, null, null],
  ['R19', 'asks nobody for want of an unwatched reason either', { ...h1, ...plan, ...unasked, ...noDuty }, 'SHARE_MINIMAL', null, null, null],
  ['R19', 'asks what R12 would', { ...plan, ...refused }, 'SHARE_MINIMAL', theirs, null, null],
  ['R19', 'asks what R13 would', { ...plan, ...refused, ...noDuty }, 'SHARE_MINIMAL', theirs, null, null],
  ['R19', 'asks what R14b would', { ...plan, ...unasked, ...noDuty }, 'SHARE_MINIMAL', theirs, null, null],
  ['R19', 'asks nothing where R14 would not', { ...plan, ...unasked }, 'SHARE_MINIMAL', null, null, null],
  ['R19', 'asks nothing where R11 would not', { ...plan, ...risk }, 'SHARE_MINIMAL', null, null, null],
  ['R16', 'holds early help without consent', { ...h1, ...refused }, 'HOLD', null, null, null],
  ['R16', 'has a watched family seen first', { ...h1, ...refused, combination: true }, 'HUMAN_REVIEW', partners, 2, 'SHARE_MINIMAL'],
  ['R16', 'has a child in need seen first', { ...h1, consent: null, openStatus: 'IN_NEED' }, 'HUMAN_REVIEW', partners, 2, 'SHARE_MINIMAL'],
  ['R16', 'holds what gets early help already', { ...h1, ...risk, openStatus: 'EARLY_HELP' }, 'HOLD', null, null, null],
  ['R11', 'shares the least where asking endangers', risk, 'SHARE_MINIMAL', null, null, null],
  ['R11', 'shares the least for want of capacity', { consent: 'LACKS_CAPACITY', ...noDuty }, 'SHARE_MINIMAL', null, null, null],
  ['R12', 'weighs a refusal against the duty', refused, 'HUMAN_REVIEW', theirs, 1, 'SHARE_MINIMAL'],
  ['R13', 'lets a refusal stand without the duty', { consent: 'WITHDRAWN', ...noDuty }, 'HUMAN_REVIEW', theirs, 1, 'HOLD'],
  ['R13', 'does not for a watched family', { ...refused, ...noDuty, underWatch: true }, 'HUMAN_REVIEW', theirs, 1, 'SHARE_MINIMAL'],
  ['R14', 'shares the least when nobody asked, under the duty', unasked, 'SHARE_MINIMAL', null, null, null],
  ['R14', 'reads a missing status as nobody asked', { consent: null }, 'SHARE_MINIMAL', null, null, null],
  ['R14b', 'asks for the reason without the duty', { ...unasked, ...noDuty }, 'HUMAN_REVIEW', theirs, 1, 'HOLD'],
  ['R14b', 'shares a watched case if nobody answers', { ...unasked, body: 'OTHER', threeInThree: true }, 'HUMAN_REVIEW', theirs, 1, 'SHARE_MINIMAL'],
]

// biome-ignore format: a table is read across
const raises: readonly (readonly [string, Partial<Facts>, string, readonly string[]])[] = [
  ['a child in a delusion is at significant harm', { harm: 'H0', flags: ['DELUSION_INVOLVES_CHILD'] }, 'H3', ['R4']],
  ['so is one in a suicide plan', { harm: 'H2', flags: ['SUICIDE_PLAN_INVOLVES_CHILD'] }, 'H3', ['R4']],
  ['in a box ticked wrongly too', { ...other, flags: ['SUICIDE_PLAN_INVOLVES_CHILD'] }, 'H3', ['R4']],
  ['pregnancy and domestic abuse weigh one more', { ...h1, flags: ['UNBORN', 'DA'] }, 'H2', ['R5b']],
  ['and lead a child in need to significant harm', { flags: ['UNBORN'], factors: ['3B'] }, 'H3', ['R5b']],
  ['pregnancy alone does not', { ...h1, flags: ['UNBORN'] }, 'H1', []],
  ['nor does a child whom the register knows to be unborn', { ...h1, flags: ['DA'], youngestMonths: -1 }, 'H1', []],
  ['nor a combination, which only watches', { ...h1, combination: true, threeInThree: true }, 'H1', []],
  ['no raise passes H3, and each is still recorded', { flags: ['UNBORN', 'DA', 'SUICIDE_PLAN_INVOLVES_CHILD'] }, 'H3', ['R4', 'R5b']],
  ['nothing is raised above immediate danger, or below it', { harm: 'H4', flags: ['UNBORN', 'MARAC', 'DELUSION_INVOLVES_CHILD'] }, 'H4', ['R4', 'R5b']],
]

describe('the decision table', () => {
  it.each(rows)('%s %s', (...row) => {
    const [rule, , differing, decision, asked, due, then] = row
    expect(decide(someFacts(differing))).toMatchObject({
      rule,
      decision,
      asked,
      dueInWorkingDays: due,
      onTimeout: then,
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

  it('is read in the order of the table, raises first', () => {
    expect(['R0', ...latestPolicy.rules.map(({ id }) => id)]).toEqual(ruleIds)
    expect(latestPolicy.rules.map(({ kind }) => kind).lastIndexOf('raises')).toBe(1)
  })

  it('has a source for every row', () => {
    expect(latestPolicy.rules.filter(({ cites }) => cites.length === 0)).toEqual([])
  })
})

describe('beside the row', () => {
  // biome-ignore format: a table is read across
  it.each<[string, Partial<Facts>, boolean]>([
    ['opens where what is shared is about a maybe', { match: 'POSSIBLE' }, true],
    ['opens where the clock would share', { ...refused, match: 'MANY' }, true],
    ['opens not where the clock would hold', { ...refused, ...noDuty, match: 'MANY' }, false],
    ['opens not where it is held', { harm: 'H0', match: 'POSSIBLE' }, false],
    ['opens not where somebody is confirmed', { match: 'CONFIRMED' }, false],
    ['opens not where nobody is found', { match: 'NONE' }, false],
  ])('an identity review %s', (_when, differing, expected) => {
    expect(decide(someFacts(differing)).identityReview).toBe(expected)
  })

  it.each(['H0', 'H1', 'H2', 'H3', 'H4'] as const)(
    'a conflict of staff is for leads only at %s',
    (harm) => {
      expect(decide(someFacts({ harm, flags: ['STAFF_CONFLICT'] })).leadsOnly).toBe(true)
      expect(decide(someFacts({ harm, flags: ['ADOPTED'] })).leadsOnly).toBe(false)
    },
  )

  // biome-ignore format: a table is read across
  it.each<[string, Partial<Facts>, boolean]>([
    ['is asked of the purpose at H4', { harm: 'H4', ...other }, true],
    ['is asked of the purpose at H3', { ...h3, ...other }, true],
    ['is not asked of one that was returned', other, false],
    ['is not asked of one that does good', { ...h3, purpose: 'welfare' }, false],
    ['is asked where the row waits', refused, true],
    ['is asked though a planned child’s worker was told', { ...plan, ...refused }, true],
    ['is not asked where the partnership lead is', { ...h1, ...refused, combination: true }, false],
  ])('the sender’s lead %s', (_what, differing, expected) => {
    expect(decide(someFacts(differing)).asksSenderLead).toBe(expected)
  })
})

describe('a policy with no row for the facts', () => {
  it('says so, has a person look the same day, and then shares the least', () => {
    const decision = decideUnder({ ...latestPolicy, rules: [] }, someFacts({ harm: 'H4' }))
    expect(decision).toMatchObject({
      rule: 'R0',
      decision: 'HUMAN_REVIEW',
      tellParent: 'no',
      asked: partners,
      asksSenderLead: false,
      dueInWorkingDays: 0,
      onTimeout: 'SHARE_MINIMAL',
    })
    expect(isUndecided(decision)).toBe(true)
    expect(decisionSchema.parse(decision)).toEqual(decision)
  })
})

describe('what follows from what was sent alone', () => {
  it('is no plan, no watch and no match', () => {
    const known = { ...plan, match: 'CONFIRMED', combination: true } as const
    const shares = (sent: Partial<Facts>) =>
      sharesOnSentFacts(latestPolicy, someFacts({ ...known, ...sent }))
    expect(shares({ ...h1, ...refused })).toBe(false)
    expect(shares({ ...refused, ...noDuty })).toBe(false)
    expect(shares(refused)).toBe(false)
    expect(shares({})).toBe(true)
    expect(shares(h1)).toBe(true)
    expect(shares({ ...h3, ...refused })).toBe(true)
  })

  it('knows nothing of anybody', () => {
    const known = Object.values(nothingKnown)
    expect(known.filter((value) => value !== null && value !== false)).toEqual(['NONE'])
    expect(known).toHaveLength(10)
  })
})
