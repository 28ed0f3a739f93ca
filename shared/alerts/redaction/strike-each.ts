import { personRefSchema } from '../../concerns/person-ref.ts'

/** Fields that hold codes, dates, names as sent, or a number that its reader must have: nothing is struck from them. */
const untouched = new Set([
  'kind',
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
  'alsoKnownAs',
  'dateOfBirth',
  'expectedDateOfDelivery',
  'sex',
  'nhsNumber',
  'relationships',
])

/** A reference to a person of the concern, or the name of one: what the sender calls a person in words is neither. */
const isOfPerson = (field: string, part: unknown): boolean =>
  (field === 'person' && personRefSchema.safeParse(part).success) ||
  (field === 'name' && typeof part === 'object')

/** The same value with each of its texts struck from, however deep it stands. */
export const strikeEach = (value: unknown, words: (text: string) => string): unknown => {
  if (typeof value === 'string') return words(value)
  if (Array.isArray(value)) return value.map((one) => strikeEach(one, words))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([field, part]) => [
      field,
      untouched.has(field) || isOfPerson(field, part) ? part : strikeEach(part, words),
    ]),
  )
}
