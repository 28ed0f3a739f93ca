import { describe, expect, it } from 'vitest'
import type { MatchCandidate } from '../../../shared/matching/match.ts'
import { matchPerson } from '../../../shared/matching/match.ts'
import type { Person } from '../../../shared/people/person.ts'
import { aPerson, aRequest } from './a-person.ts'

const hotel = { houseNumber: '3', street: 'Harbour Parade', postcode: 'WM4 1QA' }
const strangers = [
  ...['Petrov', 'Adeyemi', 'Tesfay', 'Karimi', 'Nguyen', 'Okafor', 'Silva', 'Haddad', 'Kovacs'],
]
const unlike: Partial<Person> = { phones: [], emails: [], sex: 'M' }

const living = (
  id: string,
  [given, family]: readonly [string, string],
  over: Partial<Person> = {},
): MatchCandidate => ({
  id,
  person: aPerson({
    ...unlike,
    names: [{ given, family }],
    dateOfBirth: '1971-05-02',
    addresses: [hotel],
    ...over,
  }),
  children: [],
})

const others = strangers.map((family, at) => living(`s${at}`, [`Anton${at}`, family]))
const sought = (over: Partial<Person> = {}) =>
  aPerson({ ...unlike, names: [{ given: 'Samir', family: 'Nazari' }], addresses: [hotel], ...over })
const registered = (over: Partial<Person> = {}) =>
  living('a1', ['Samir', 'Nazari'], { dateOfBirth: '1984-07-23', ...over })

const match = (query: Person, candidates: readonly MatchCandidate[]) =>
  matchPerson(aRequest({ query, candidates }))
const first = (query: Person, candidates: readonly MatchCandidate[]) =>
  match(query, candidates).candidates[0]
const crowdIn = (query: Person, candidates: readonly MatchCandidate[]) =>
  first(query, candidates)?.explanation.find(({ comparison }) => comparison.endsWith('-crowd'))

describe('a home of many who are not related', () => {
  it('does not confirm a namesake of whose birth a year agrees', () => {
    const found = match(sought({ dateOfBirth: '1984-01-01' }), [
      registered({ dateOfBirth: '1984-01-01' }),
      ...others,
    ])
    expect(found.band).not.toBe('CONFIRMED')
    expect(found.candidates[0]?.guards).toContain('shared-by-many')
  })

  it('confirms who agrees in full name and whole date of birth', () => {
    expect(match(sought(), [registered(), ...others]).confirmed).toEqual(['a1'])
  })

  it('takes as many bits as the holders are, from both hypotheses, in a line of its own', () => {
    const line = crowdIn(sought(), [registered(), ...others.slice(0, 7)])
    expect(line).toEqual({ comparison: 'address-crowd', level: 'shared-by-many', bits: -3 })
  })

  it('adds up, in any order of candidates', () => {
    const candidates = [registered(), ...others]
    const found = first(sought(), candidates)
    expect(found?.explanation.reduce((sum, { bits }) => sum + bits, 0)).toBe(found?.weight)
    expect(first(sought(), candidates.toReversed())).toEqual(found)
  })
})

describe('a telephone of many', () => {
  it('does not confirm a namesake where no home agrees', () => {
    const phones = ['01632 960222']
    const query = sought({ addresses: [], phones, dateOfBirth: '1984' })
    const all = [registered({ dateOfBirth: '1984' }), ...others].map((one) => ({
      ...one,
      person: { ...one.person, addresses: [], phones },
    }))
    expect(crowdIn(query, all)?.comparison).toBe('phone-crowd')
    expect(match(query, all).confirmed).toEqual([])
  })
})

describe('a home that is no crowd', () => {
  it('is that of six of one name', () => {
    const family = ['Omar', 'Layla', 'Yusuf', 'Huda', 'Bilal'].map((given, at) =>
      living(`f${at}`, [given, 'Nazari']),
    )
    expect(crowdIn(sought(), [registered(), ...family])).toBeUndefined()
  })

  it('is that of three generations of two names with children in common', () => {
    const children = [{ given: 'Alfie', dateOfBirth: '2019-04-11' }]
    const household = [
      { ...living('f1', ['Zahra', 'Rahimi']), children },
      living('f2', ['Reza', 'Rahimi']),
      { ...living('f3', ['Parvin', 'Sultani']), children },
      { ...registered(), children },
    ]
    expect(crowdIn(sought(), household)).toBeUndefined()
  })

  it('is that of two', () => {
    expect(crowdIn(sought(), [registered(), ...others.slice(0, 1)])).toBeUndefined()
  })
})
