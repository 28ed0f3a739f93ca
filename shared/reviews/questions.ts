import { type Conclusion, conclusions } from '../codes/conclusions.ts'
import { type QuestionKind, questionKinds } from '../codes/question-kinds.ts'

/** What a review may ask: about disclosure, of a lead on the discloser's side; or of a council, who somebody is. */
export const reviewKinds = [...questionKinds, 'identity'] as const
export type ReviewKind = QuestionKind | 'identity'

/** The verdicts there are: who somebody is, or what may be disclosed. */
export const verdicts = ['IDENTIFIED', 'NOBODY', ...conclusions] as const
export type Verdict = (typeof verdicts)[number]

type Question = { readonly asks: string; readonly verdicts: readonly Verdict[] }

/** What each kind of review asks, in the reviewer's words, and every verdict that can be given. */
export const questions = {
  identity: {
    asks: 'Is this person of the concern one of the people on your register?',
    verdicts: ['IDENTIFIED', 'NOBODY'],
  },
  'refused-consent': {
    asks: 'Is it proportionate to override the refusal and share what is needed?',
    verdicts: ['SHARE', 'SHARE_MINIMAL', 'HOLD'],
  },
  detriment: {
    asks: 'Would telling be more detrimental to the child than not telling? (Children Act 2004, s.16LA(3))',
    verdicts: ['SHARE', 'SHARE_MINIMAL', 'HOLD'],
  },
  purpose: {
    asks: 'The purpose given is neither safeguarding nor welfare: was it ticked by mistake? Nothing waits for your answer.',
    verdicts: ['SHARE', 'HOLD'],
  },
  watched: {
    asks: 'Nobody agreed to early help, but this family may not be put aside unseen: should the least be shared?',
    verdicts: ['SHARE_MINIMAL', 'HOLD'],
  },
  'no-reason': {
    asks: 'Consent was not sought and no reason was given: should the least be shared?',
    verdicts: ['SHARE', 'SHARE_MINIMAL', 'HOLD'],
  },
  undecided: {
    asks: 'No rule decided. What should happen?',
    verdicts: ['SHARE', 'SHARE_MINIMAL', 'HOLD'],
  },
} as const satisfies Record<ReviewKind, Question>

/** What a verdict about disclosure concludes; undefined for one about identity. */
export const conclusionOf = (verdict: Verdict): Conclusion | undefined =>
  verdict === 'IDENTIFIED' || verdict === 'NOBODY' ? undefined : verdict
