/** What was shared of a child over time. */
export const chronology = {
  'alert.earlier.full': 'Read the chronology of {id}',
  'chronology.title': 'Chronology',
  'chronology.of': 'Your record',
  'chronology.lead':
    'Say in which case and for what you read it. That is kept, and auditors can see it.',
  'chronology.read': 'Read it',
  'chronology.none': 'Nothing was shared of this child that you may see.',
  'chronology.ongoing': '(since then)',
  'chronology.recorded': 'Recorded {time}',
  'chronology.silence': 'Before this nothing was told for {count} days.',
  'chronology.earlier': 'What came earlier',
  'chronology.agreements': 'Written agreements',
  'chronology.agreements.none': 'There are none.',
  'chronology.agreed': 'Agreed on {day}',
  'chronology.ifNot': 'If it is not kept:',
} as const
