import { decideUnder } from '../../shared/sharing/decide.ts'
import type { Facts } from '../../shared/sharing/facts.ts'
import type { Policy } from '../../shared/sharing/policy.ts'
import { table } from './markdown.ts'
import { daysOf } from './rows.ts'

/** A child in need, agreed, the family found, sent under the duty: an example states only what differs. */
export const someFacts = (differing: Partial<Facts>): Facts => ({
  id: 'example',
  purpose: 'safeguarding',
  harm: 'H2',
  consent: 'GIVEN',
  whyNotSought: null,
  body: 'DUTY',
  dutyInForce: true,
  match: 'CONFIRMED',
  flags: [],
  factors: ['4B'],
  childAgeMonths: 48,
  accumulationFires: false,
  threeInThree: false,
  recognisedLegitimateInterestInForce: false,
  agreementInForce: true,
  underWatch: false,
  ...differing,
})

const examples: readonly (readonly [string, Partial<Facts>])[] = [
  [
    'A drug worker suspects significant harm; the mother refuses; the family is found',
    { harm: 'H3', consent: 'REFUSED', factors: ['2B'] },
  ],
  [
    'The same, and asking her would have put the child at risk',
    { harm: 'H3', consent: 'NOT_SOUGHT', whyNotSought: 'RISK_TO_CHILD', factors: ['2B'] },
  ],
  [
    'A father agrees to help for a child in need; the mother is abused',
    { flags: ['DA'], factors: ['3B'] },
  ],
  ['A father refuses help for a child in need', { consent: 'REFUSED' }],
  [
    'A patient’s delusion is about her child; nothing else was ticked',
    { harm: 'H0', consent: null, flags: ['DELUSION_INVOLVES_CHILD'] },
  ],
  [
    'Early help, refused, for a neglected girl of twelve',
    { harm: 'H1', consent: 'REFUSED', factors: ['16A'], childAgeMonths: 144 },
  ],
  ['Suspected significant harm, and two people could be meant', { harm: 'H3', match: 'MANY' }],
  ['Immediate danger, and nobody found', { harm: 'H4', consent: null, match: 'NONE' }],
]

/** What the policy answers in a few cases, decided as they are printed. */
export const exampleTable = (policy: Policy): readonly string[] =>
  table(
    ['Case', 'Rule', 'Decision', 'Due', 'Then', 'Parent told'],
    examples.map(([sentence, facts]) => {
      const decision = decideUnder(policy, someFacts(facts))
      const { rule, raisedBy, dueInWorkingDays, onTimeout, unmatchedAlert } = decision
      return [
        sentence,
        [...raisedBy.map((raise) => `${raise} ↑`), rule].join(', '),
        unmatchedAlert ? `${decision.decision}, unmatched alert` : decision.decision,
        daysOf(dueInWorkingDays),
        onTimeout ?? '–',
        decision.tellParent,
      ]
    }),
  )
