/** Fields that hold codes, dates, references, or a number that its reader must have: nothing is struck from them. */
const untouched = new Set([
  'kind',
  'person',
  'number',
  'eventOn',
  'recordedAt',
  'entryId',
  'childId',
  'harm',
  'factors',
  'outcome',
  'domains',
  'rules',
  'status',
  'level',
  'answer',
  'secureEmail',
  'phone',
  'pointer',
])

/** The same value with each of its texts struck from, however deep it stands. */
export const strikeEach = (value: unknown, words: (text: string) => string): unknown => {
  if (typeof value === 'string') return words(value)
  if (Array.isArray(value)) return value.map((one) => strikeEach(one, words))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([field, part]) => [
      field,
      untouched.has(field) ? part : strikeEach(part, words),
    ]),
  )
}
