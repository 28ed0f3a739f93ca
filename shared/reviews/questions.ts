import type { DecisionKind } from '../sharing/decision.ts'
import type { ReviewKind } from '../sharing/rule.ts'

/** The verdicts there are: who the subject is, or what may be disclosed. */
export const verdicts = ['IDENTIFIED', 'NOT_IDENTIFIED', 'SHARE', 'SHARE_MINIMAL', 'HOLD'] as const
export type Verdict = (typeof verdicts)[number]

type Question = {
  readonly asks: string
  readonly verdicts: readonly Verdict[]
  /** Who somebody is (the concern is then decided anew), or what may be disclosed (which concludes the decision). */
  readonly settles: 'identity' | 'disclosure'
  /** How much of the concern the reviewer is shown: what would be disclosed at most. */
  readonly shows: 'SHARE' | 'SHARE_MINIMAL'
  readonly isForLead: boolean
}

const ofDisclosure = { settles: 'disclosure', shows: 'SHARE', isForLead: false } as const

/** What each kind of review asks, in the reviewer's words, and every verdict that can be given. */
export const questions = {
  identity: {
    ...ofDisclosure,
    settles: 'identity',
    asks: 'Is the adult of this concern one of the adults on your register?',
    verdicts: ['IDENTIFIED', 'NOT_IDENTIFIED'],
  },
  'refused-consent': {
    ...ofDisclosure,
    asks: 'Is it proportionate to override the refusal and share the least that is needed?',
    verdicts: ['SHARE_MINIMAL', 'HOLD'],
  },
  detriment: {
    ...ofDisclosure,
    asks: 'Would telling be more detrimental to the child than not telling? (Children Act 2004, s.16LA(3))',
    verdicts: ['SHARE', 'SHARE_MINIMAL', 'HOLD'],
  },
  'staff-conflict': {
    ...ofDisclosure,
    asks: 'With the person related to the family left out: should this be shared?',
    verdicts: ['SHARE', 'SHARE_MINIMAL', 'HOLD'],
  },
  purpose: {
    ...ofDisclosure,
    asks: 'The purpose given is neither safeguarding nor welfare: was it ticked by mistake?',
    verdicts: ['SHARE', 'HOLD'],
  },
  watched: {
    ...ofDisclosure,
    asks: 'Nobody agreed to early help, but this family is watched: should the least be shared?',
    verdicts: ['SHARE_MINIMAL', 'HOLD'],
  },
  'no-reason': {
    ...ofDisclosure,
    asks: 'Consent was not sought and no reason was given: should the least be shared?',
    verdicts: ['SHARE_MINIMAL', 'HOLD'],
  },
  agreement: {
    ...ofDisclosure,
    shows: 'SHARE_MINIMAL',
    isForLead: true,
    asks: 'No sharing agreement is in force: may this be shared nevertheless?',
    verdicts: ['SHARE', 'SHARE_MINIMAL', 'HOLD'],
  },
  undecided: {
    ...ofDisclosure,
    asks: 'No rule decided. What should happen?',
    verdicts: ['SHARE', 'SHARE_MINIMAL', 'HOLD'],
  },
} as const satisfies Record<ReviewKind, Question>

/** What a verdict about disclosure becomes; undefined for one about identity. */
export const decisionOf = (verdict: Verdict): DecisionKind | undefined =>
  verdict === 'IDENTIFIED' || verdict === 'NOT_IDENTIFIED' ? undefined : verdict
