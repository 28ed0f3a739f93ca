import type { Verdict } from '../../shared/reviews/questions.ts'

/** A reviewer's verdict as it is sent, valid as it stands for a question that has this verdict. */
export const aVerdict = (verdict: Verdict, more: Readonly<Record<string, unknown>> = {}) => ({
  verdict,
  reason: 'Seen with a colleague; the harm to the child outweighs the parent’s wish.',
  notRelated: true,
  ...more,
})
