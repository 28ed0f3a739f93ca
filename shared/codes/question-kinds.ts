/** What may be asked about disclosure, on the discloser’s side. */
export const questionKinds = [
  'purpose',
  'detriment',
  'refused-consent',
  'no-reason',
  'watched',
  'undecided',
] as const
export type QuestionKind = (typeof questionKinds)[number]
