import { keysOf } from '../kernel/keys-of.ts'
import type { DecisionKind, RuleId } from '../sharing/decision.ts'

/** The verdicts there are: who the subject is, or what may be disclosed. */
export const verdicts = ['IDENTIFIED', 'NOT_IDENTIFIED', 'SHARE', 'SHARE_MINIMAL', 'HOLD'] as const
export type Verdict = (typeof verdicts)[number]

type Question = { readonly asks: string; readonly verdicts: readonly Verdict[] }

/** What each kind of review asks, in the reviewer's words, and every verdict that can be given. */
export const questions = {
  identity: {
    asks: 'Is the adult of this concern one of the adults on your register?',
    verdicts: ['IDENTIFIED', 'NOT_IDENTIFIED'],
  },
  'refused-consent': {
    asks: 'Is it proportionate to override the refusal and share the least that is needed?',
    verdicts: ['SHARE_MINIMAL', 'HOLD'],
  },
  detriment: {
    asks: 'Would telling be more detrimental to the child than not telling? (Children Act 2004, s.16LA(3))',
    verdicts: ['SHARE', 'SHARE_MINIMAL', 'HOLD'],
  },
  'staff-conflict': {
    asks: 'With the person related to the family left out: should this be shared?',
    verdicts: ['SHARE', 'SHARE_MINIMAL', 'HOLD'],
  },
  purpose: {
    asks: 'The purpose given is neither safeguarding nor welfare: was it ticked by mistake?',
    verdicts: ['SHARE', 'HOLD'],
  },
  watched: {
    asks: 'Nobody agreed to early help, but this family is watched: should the least be shared?',
    verdicts: ['SHARE_MINIMAL', 'HOLD'],
  },
  'no-reason': {
    asks: 'Consent was not sought and no reason was given: should the least be shared?',
    verdicts: ['SHARE_MINIMAL', 'HOLD'],
  },
  agreement: {
    asks: 'No sharing agreement is in force: may this be shared nevertheless?',
    verdicts: ['SHARE', 'SHARE_MINIMAL', 'HOLD'],
  },
  undecided: {
    asks: 'No rule decided. What should happen?',
    verdicts: ['SHARE', 'SHARE_MINIMAL', 'HOLD'],
  },
} as const satisfies Record<string, Question>
export type ReviewKind = keyof typeof questions
export const reviewKinds = keysOf(questions)

/** The question that each row of the decision table leaves to a person. Rows that never do so are not here. */
const asked: Partial<Record<RuleId, ReviewKind>> = {
  R0: 'undecided',
  R1: 'purpose',
  R2: 'staff-conflict',
  R6: 'detriment',
  R7: 'detriment',
  R8: 'identity',
  R12: 'refused-consent',
  R13: 'refused-consent',
  R14b: 'no-reason',
  R16: 'watched',
  R18: 'agreement',
}

/** @throws Error for a row that has no question: a policy that asks a new one must say here what it asks */
export const kindOf = (rule: RuleId): ReviewKind => {
  const kind = asked[rule]
  if (kind === undefined) throw new Error(`no question for ${rule}`)
  return kind
}

/** What a verdict about disclosure becomes; undefined for one about identity. */
export const decisionOf = (verdict: Verdict): DecisionKind | undefined =>
  verdict === 'IDENTIFIED' || verdict === 'NOT_IDENTIFIED' ? undefined : verdict
