/** What a social worker sends of what was agreed with parents. */
export const aWrittenAgreement = {
  id: 'WA-1',
  agreedOn: '2026-11-20',
  endsOn: '2026-12-01',
  what: 'He does not drink at home.',
  whatFollows: 'A conference.',
} as const
