import { defaultModel } from '../../../shared/matching/default-model.ts'
import type { MatchCandidate, MatchRequest } from '../../../shared/matching/match.ts'
import type { Person } from '../../../shared/people/person.ts'

/** An adult with a rare name and everything known; a test states only what it is about. */
export const aPerson = (over: Partial<Person> = {}): Person => ({
  names: [{ given: 'Rosalind', family: 'Thackeray' }],
  dateOfBirth: '1984-07-23',
  sex: 'F',
  addresses: [{ houseNumber: '14', street: 'Millbrook Road', postcode: 'LS6 2AB' }],
  nhsNumbers: [],
  phones: ['07700 900123'],
  emails: [],
  ...over,
})

/** A name alone. */
export const aStranger = (over: Partial<Person> = {}): Person => ({
  names: [{ given: 'Rosalind', family: 'Thackeray' }],
  addresses: [],
  nhsNumbers: [],
  phones: [],
  emails: [],
  ...over,
})

export const aCandidate = (id: string, over: Partial<Person> = {}): MatchCandidate => ({
  id,
  person: aPerson(over),
  children: [],
})

export const aRequest = (over: Partial<MatchRequest> = {}): MatchRequest => ({
  query: aPerson(),
  children: [],
  candidates: [aCandidate('a1')],
  model: defaultModel,
  incomplete: false,
  ...over,
})

/** Valid numbers of the range that is never issued. */
export const nhsNumbers = ['9434765919', '9434765870'] as const
