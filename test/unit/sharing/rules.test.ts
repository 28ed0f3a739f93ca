import { describe, expect, it } from 'vitest'
import { decide, decideUnder } from '../../../shared/sharing/decide.ts'
import type { RuleId } from '../../../shared/sharing/decision.ts'
import type { Facts } from '../../../shared/sharing/facts.ts'
import { latestPolicy } from '../../../shared/sharing/policies.ts'
import { type DecidingRule, reviewKinds } from '../../../shared/sharing/rule.ts'
import { askedBy, ruleOf } from '../../../shared/sharing/rule-of.ts'
import { isUndecided, silence } from '../../../shared/sharing/rules/silence.ts'
import { situationOf } from '../../../shared/sharing/situation.ts'
import { someFacts } from './facts.ts'

type Change = Partial<Facts>
type Boundary = { readonly applies: readonly Change[]; readonly not: readonly Change[] }

const noDuty = { dutyInForce: false } as const
const notSought = (whyNotSought: Facts['whyNotSought']): Change => ({
  consent: 'NOT_SOUGHT',
  whyNotSought,
})
const refusals: readonly Change[] = [{ consent: 'REFUSED' }, { consent: 'WITHDRAWN' }]
const noReasons: readonly Change[] = [
  notSought('NO_REASON'),
  notSought(null),
  { consent: null },
  { consent: null, whyNotSought: 'RISK_TO_CHILD' },
]
const realReasons: readonly Change[] = [
  notSought('RISK_TO_CHILD'),
  notSought('RISK_TO_ANOTHER'),
  notSought('PREJUDICES_INVESTIGATION'),
  notSought('DELAY_HARMS'),
  notSought('CANNOT_BE_GIVEN'),
  notSought('NOT_REASONABLY_OBTAINABLE'),
]
const withoutDuty = (changes: readonly Change[]): readonly Change[] =>
  changes.flatMap((change) => [
    { ...change, ...noDuty },
    { ...change, body: 'OTHER' },
  ])
const at = (harm: Facts['harm'], changes: readonly Change[]): readonly Change[] =>
  changes.map((change) => ({ ...change, harm }))

/** Facts for which each row's condition just holds, and just does not, whatever the rows above it would have taken. */
const boundaries: Readonly<Record<Exclude<RuleId, 'R0'>, Boundary>> = {
  R1: { applies: [{ purpose: 'other' }], not: [{}, { purpose: 'welfare' }] },
  R3: { applies: [{ harm: 'H4' }], not: [{ harm: 'H3' }, { harm: 'H0' }] },
  R2: {
    applies: [{ flags: ['STAFF_CONFLICT'] }, { flags: ['DA', 'STAFF_CONFLICT'] }],
    not: [{}, { flags: ['DA'] }],
  },
  R4: {
    applies: [{ flags: ['DELUSION_INVOLVES_CHILD'] }, { flags: ['SUICIDE_PLAN_INVOLVES_CHILD'] }],
    not: [{}, { flags: ['DETRIMENT_CLAIMED'] }],
  },
  R5b: {
    applies: [
      { flags: ['UNBORN', 'DA'] },
      { flags: ['UNBORN', 'MARAC'] },
      { flags: ['UNBORN'], factors: ['3A'] },
      { flags: ['UNBORN'], factors: ['4B', '3C'] },
    ],
    not: [{}, { flags: ['UNBORN'] }, { flags: ['DA'] }, { factors: ['3B'] }],
  },
  R5: { applies: [{ accumulationFires: true }], not: [{}, { threeInThree: true }] },
  R6: {
    applies: [{ harm: 'H3', flags: ['DETRIMENT_CLAIMED'] }],
    not: [
      { harm: 'H3' },
      { harm: 'H2', flags: ['DETRIMENT_CLAIMED'] },
      { harm: 'H4', flags: ['DETRIMENT_CLAIMED'] },
    ],
  },
  R7: {
    applies: [{ flags: ['DETRIMENT_CLAIMED'] }, { harm: 'H0', flags: ['DETRIMENT_CLAIMED'] }],
    not: [{}, { flags: ['UNBORN'] }],
  },
  R17: { applies: [{ harm: 'H0' }], not: [{ harm: 'H1' }] },
  R16: {
    applies: at('H1', [...refusals, ...noReasons, ...realReasons, { consent: 'LACKS_CAPACITY' }]),
    not: [{ harm: 'H1' }, ...at('H0', refusals), ...at('H2', refusals)],
  },
  R18: { applies: [{ agreementInForce: false }], not: [{}] },
  R8: {
    applies: [{ match: 'POSSIBLE' }, { match: 'MANY' }],
    not: [{ match: 'CONFIRMED' }, { match: 'NONE' }],
  },
  R8b: {
    applies: [{ harm: 'H1', match: 'NONE' }],
    not: [{ match: 'NONE' }, { harm: 'H1', match: 'POSSIBLE' }, { harm: 'H1' }],
  },
  R9: { applies: [{ harm: 'H3' }], not: [{ harm: 'H2' }, { harm: 'H4' }] },
  R10: {
    applies: [{}],
    not: [{ harm: 'H1' }, { harm: 'H3' }, { consent: 'LACKS_CAPACITY' }, { consent: null }],
  },
  R11: {
    applies: [{ consent: 'LACKS_CAPACITY' }, ...realReasons],
    not: [
      {},
      ...noReasons,
      { consent: 'REFUSED', whyNotSought: 'RISK_TO_CHILD' },
      ...at('H1', [{ consent: 'LACKS_CAPACITY' }, ...realReasons]),
      ...at('H3', [{ consent: 'LACKS_CAPACITY' }, ...realReasons]),
    ],
  },
  R12: {
    applies: refusals,
    not: [{}, { consent: null }, ...at('H1', refusals), ...withoutDuty(refusals)],
  },
  R13: {
    applies: withoutDuty(refusals),
    not: [noDuty, { ...noDuty, consent: null }, ...at('H3', withoutDuty(refusals)), ...refusals],
  },
  R14: {
    applies: noReasons,
    not: [
      { whyNotSought: 'NO_REASON' },
      ...realReasons,
      ...at('H1', noReasons),
      ...withoutDuty(noReasons),
    ],
  },
  R14b: {
    applies: withoutDuty(noReasons),
    not: [
      { ...noDuty, whyNotSought: 'NO_REASON' },
      ...withoutDuty(realReasons),
      ...at('H3', withoutDuty(noReasons)),
      ...noReasons,
    ],
  },
  R15: {
    applies: [{ harm: 'H1' }],
    not: [{ harm: 'H0' }, { harm: 'H2' }, { harm: 'H1', consent: 'REFUSED' }],
  },
}

const rowOf = (id: string) => latestPolicy.rules.find((rule) => rule.id === id)

describe('a row of the decision table', () => {
  it.each(Object.entries(boundaries))(
    '%s applies exactly where it says',
    (id, { applies, not }) => {
      const doesApply = (change: Change) => rowOf(id)?.applies(situationOf(someFacts(change)))
      expect(applies.filter((change) => doesApply(change) !== true)).toEqual([])
      expect(not.filter((change) => doesApply(change) !== false)).toEqual([])
    },
  )

  it.each([
    ['R4', { H0: 'H3', H1: 'H3', H2: 'H3', H3: 'H3', H4: 'H4' }],
    ['R5b', { H0: 'H1', H1: 'H2', H2: 'H3', H3: 'H3', H4: 'H4' }],
    ['R5', { H0: 'H1', H1: 'H2', H2: 'H3', H3: 'H3', H4: 'H4' }],
  ])('%s raises, to immediate danger never', (id, raisesTo) => {
    expect(rowOf(id)).toMatchObject({ kind: 'raises', raisesTo })
  })

  it.each([
    ['neverTellsParent', { R3: true }],
    ['isForEarlyHelp', { R15: true }],
    ['tellsLeadOnTimeout', { R18: true, R13: true }],
    ['laterReview', { R14b: { dueInWorkingDays: 1, onTimeout: 'HOLD' } }],
  ])('says %s only where it is meant', (field, expected) => {
    const having = latestPolicy.rules.flatMap((rule) =>
      Object.entries(rule).flatMap(([name, value]) => (name === field ? [[rule.id, value]] : [])),
    )
    expect(Object.fromEntries(having)).toEqual(expected)
  })

  it('passes where none of its cells holds', () => {
    const row: DecidingRule = { ...silence, cells: [{ ...silence.cells[0], holds: () => false }] }
    const rules = [{ ...row, id: 'R1' as const }, ...latestPolicy.rules]
    const facts = someFacts()
    expect(decideUnder({ ...latestPolicy, rules }, facts)).toEqual(decide(facts))
  })
})

describe('a watched case', () => {
  const neglect = { factors: ['16A'] } as const
  const watched = (change: Change) =>
    situationOf(someFacts({ factors: ['1A'], ...change })).isWatched

  it.each<[string, Change, boolean]>([
    ['the third notification in three months', { threeInThree: true }, true],
    ['a family closed within the year', { underWatch: true }, true],
    ['a previous removal', { flags: ['DA', 'PREVIOUS_REMOVAL'] }, true],
    ['a neglected child of ten', { factors: [...neglect.factors], childAgeMonths: 120 }, true],
    ['one who is sixteen next month', { factors: ['20', '4B'], childAgeMonths: 191 }, true],
    [
      'not one who is ten next month',
      { factors: [...neglect.factors], childAgeMonths: 119 },
      false,
    ],
    ['not one of sixteen', { factors: [...neglect.factors], childAgeMonths: 192 }, false],
    [
      'not one whose age is unknown',
      { factors: [...neglect.factors], childAgeMonths: null },
      false,
    ],
    ['not any child of eleven', { childAgeMonths: 132 }, false],
    ['not any flag', { flags: ['DA', 'UNBORN'] }, false],
    ['not any family', {}, false],
  ])('is %s', (_who, change, expected) => {
    expect(watched(change)).toBe(expected)
  })
})

describe('the rule of a decision', () => {
  const { version: policyVersion } = latestPolicy

  it.each(latestPolicy.rules.filter(({ kind }) => kind === 'decides'))(
    '$id is the row that decided',
    (rule) => {
      expect(ruleOf({ rule: rule.id, policyVersion })).toBe(rule)
    },
  )

  it.each(['R0', 'R4', 'R5'] as const)('%s, which decides nothing, is silence', (rule) => {
    expect(ruleOf({ rule, policyVersion })).toBe(silence)
  })

  it('is not looked for in a policy never published', () => {
    expect(() => ruleOf({ rule: 'R9', policyVersion: '1999-01-01.1' })).toThrow(
      expect.objectContaining({ code: 'internal' }),
    )
  })

  it('leaves to a person one of these questions', () => {
    const asked = latestPolicy.rules.map(({ id: rule }) => askedBy({ rule, policyVersion }))
    expect(reviewKinds.toSorted()).toEqual([...new Set(asked)].toSorted())
  })

  it('is undecided only under silence', () => {
    expect(isUndecided({ rule: 'R0' })).toBe(true)
    expect(isUndecided({ rule: 'R1' })).toBe(false)
  })
})
