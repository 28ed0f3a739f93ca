import { describe, expect, it } from 'vitest'
import type { RuleId } from '../../../shared/sharing/decision.ts'
import type { Facts } from '../../../shared/sharing/facts.ts'
import { latestPolicy } from '../../../shared/sharing/policies.ts'
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

const claims: readonly Change[] = [{ flags: ['DETRIMENT_CLAIMED'] }]
const plans: readonly Change[] = [
  { openStatus: 'PROTECTION_PLAN' },
  { openStatus: 'LOOKED_AFTER' },
  { openStatus: 'PROCEEDINGS' },
]

/** Facts for which each row's condition just holds, and just does not, whatever the rows above it would have taken. */
const boundaries: Readonly<Record<Exclude<RuleId, 'R0'>, Boundary>> = {
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
    not: [
      {},
      { flags: ['UNBORN'] },
      { flags: ['UNBORN', 'RESTRICTED_ADDRESS'], protectedHousehold: true, highRisk: true },
      { flags: ['DA'], youngestMonths: -1 },
      { factors: ['3B'] },
    ],
  },
  R3: { applies: [{ harm: 'H4' }], not: [{ harm: 'H3' }, { harm: 'H0' }] },
  R1: {
    applies: [{ purpose: 'other' }, ...at('H0', [{ purpose: 'other' }])],
    not: [{}, { purpose: 'welfare' }, ...at('H3', [{ purpose: 'other' }])],
  },
  R6: {
    applies: [{ harm: 'H3', flags: ['DETRIMENT_CLAIMED'] }],
    not: [{ harm: 'H3' }, ...at('H2', claims), ...at('H4', claims)],
  },
  R7: {
    applies: [...at('H1', claims), ...at('H2', claims)],
    not: [{}, { flags: ['UNBORN'] }, ...at('H0', claims), ...at('H3', claims)],
  },
  R9: { applies: [{ harm: 'H3' }], not: [{ harm: 'H2' }, { harm: 'H4' }] },
  R17: { applies: [{ harm: 'H0' }], not: [{ harm: 'H1' }] },
  R15: {
    applies: [{ harm: 'H1' }],
    not: [{ harm: 'H0' }, { harm: 'H2' }, { harm: 'H1', consent: 'REFUSED' }],
  },
  R10: {
    applies: [{}],
    not: [{ harm: 'H1' }, { harm: 'H3' }, { consent: 'LACKS_CAPACITY' }, { consent: null }],
  },
  R19: {
    applies: [...plans, ...at('H1', plans)],
    not: [
      {},
      { openStatus: 'IN_NEED' },
      { openStatus: 'EARLY_HELP', highRisk: true },
      ...at('H0', plans),
      ...at('H3', plans),
    ],
  },
  R16: {
    applies: at('H1', [...refusals, ...noReasons, ...realReasons, { consent: 'LACKS_CAPACITY' }]),
    not: [...at('H0', refusals), ...at('H2', refusals)],
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
      ...refusals,
      { consent: 'LACKS_CAPACITY', whyNotSought: 'NO_REASON' },
      ...at('H1', noReasons),
      ...withoutDuty(noReasons),
    ],
  },
  R14b: {
    applies: withoutDuty(noReasons),
    not: [
      { ...noDuty, whyNotSought: 'NO_REASON' },
      ...withoutDuty(realReasons),
      ...withoutDuty(refusals),
      ...at('H3', withoutDuty(noReasons)),
      ...noReasons,
    ],
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
  ])('%s raises, to immediate danger never', (id, raisesTo) => {
    expect(rowOf(id)).toMatchObject({ kind: 'raises', raisesTo })
  })

  it.each([
    ['isForEarlyHelp', { R15: true }],
    ['tellsPartnershipLead', { R13: true, R14b: true }],
    ['standsBefore', { R19: ['R12', 'R13', 'R14b'].map(rowOf) }],
    [
      'asks',
      {
        R6: { kind: 'detriment', of: 'sender-lead' },
        R7: { kind: 'detriment', of: 'sender-lead' },
        R16: { kind: 'watched', of: 'partnership-lead' },
        R12: { kind: 'refused-consent', of: 'sender-lead' },
        R13: { kind: 'refused-consent', of: 'sender-lead' },
        R14b: { kind: 'no-reason', of: 'sender-lead' },
      },
    ],
  ])('says %s only where it is meant', (field, expected) => {
    const having = latestPolicy.rules.flatMap((rule) =>
      Object.entries(rule).flatMap(([name, value]) => (name === field ? [[rule.id, value]] : [])),
    )
    expect(Object.fromEntries(having)).toEqual(expected)
  })
})
