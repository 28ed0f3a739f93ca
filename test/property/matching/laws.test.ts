import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultModel } from '../../../shared/matching/default-model.ts'
import { featuresOf } from '../../../shared/matching/normalise/person-features.ts'
import { scorePair } from '../../../shared/matching/scoring/score-pair.ts'
import { weightsOf } from '../../../shared/matching/scoring/weights.ts'
import type { Person } from '../../../shared/people/person.ts'
import { runs } from '../../builders/runs.ts'

const weights = weightsOf(defaultModel)
const weightOf = (a: Person, b: Person): number =>
  scorePair(featuresOf(a), featuresOf(b), weights).weight

const givens = ['Tamsin', 'Mary Ann', 'Mary Jane', 'Mohammed Tariq', 'Tariq', 'Wei', 'Mei', 'Ellie']
const families = ['Oakeshott', 'Begum', 'Garcia Lopez', 'Garcia Ruiz', 'Smith', 'van der Meer']
const days = ['1984-07-03', '1984-03-07', '1985-07-03', '1984-01-01', '1984-07', '1961-07-03']

const address = fc.constantFrom(
  { houseNumber: '14', street: 'Mill Road', town: 'Westmarch', postcode: 'WM1 4AB' },
  { houseNumber: 'Flat 2, 14', street: 'Mill Road', town: 'Westmarch', postcode: 'WM1 4AB' },
  { houseNumber: '16', street: 'Mill Road', town: 'Westmarch', postcode: 'WM1 4AB' },
  { houseNumber: '88', street: 'Castle Road', town: 'Northmoor', postcode: 'NM7 2QR' },
)

/** Somebody of whom everything is known. */
const whole: fc.Arbitrary<Person> = fc
  .record({
    given: fc.constantFrom(...givens),
    family: fc.constantFrom(...families),
    dateOfBirth: fc.constantFrom(...days),
    sex: fc.constantFrom('M' as const, 'F' as const),
    home: address,
    nhsNumber: fc.constantFrom('9434765919', '4010232137'),
    phone: fc.constantFrom('07700 900123', '07700 900456'),
    email: fc.constantFrom('tamsin@mail.example', 'mary.ann@mail.example'),
  })
  .map(({ given, family, dateOfBirth, sex, home, nhsNumber, phone, email }) => ({
    names: [{ given, family }],
    dateOfBirth,
    sex,
    addresses: [home],
    nhsNumbers: [nhsNumber],
    phones: [phone],
    emails: [email],
  }))

/** What may be left out of what is known of somebody, and said. */
const facts: readonly (readonly [string, (person: Person) => Person])[] = [
  ['a day of birth', ({ dateOfBirth: _, ...person }) => person],
  ['a sex', ({ sex: _, ...person }) => person],
  ['a home', (person) => ({ ...person, addresses: [] })],
  ['a number', (person) => ({ ...person, nhsNumbers: [] })],
  ['a telephone', (person) => ({ ...person, phones: [] })],
  ['a mailbox', (person) => ({ ...person, emails: [] })],
  [
    'a given name',
    (person) => ({ ...person, names: person.names.map(({ family }) => ({ family })) }),
  ],
  [
    'a family name',
    (person) => ({ ...person, names: person.names.map(({ given }) => ({ given })) }),
  ],
]

/** Nothing of it agrees with anything above. */
const stranger: Person = {
  names: [{ given: 'Zbigniew', family: 'Quillfeather' }],
  dateOfBirth: '1931-10-28',
  addresses: [{ houseNumber: '308', street: 'Quay', town: 'Aberlour', postcode: 'AB10 1XG' }],
  nhsNumbers: ['9434765870'],
  phones: ['0131 496 0999'],
  emails: ['z@other.example'],
}
const unlike: readonly (readonly [string, (person: Person) => Person, Partial<Person>])[] = [
  ['a day of birth', ({ dateOfBirth: _, ...person }) => person, { dateOfBirth: '1931-10-28' }],
  ['a home', (person) => ({ ...person, addresses: [] }), { addresses: stranger.addresses }],
  ['a number', (person) => ({ ...person, nhsNumbers: [] }), { nhsNumbers: stranger.nhsNumbers }],
  ['a telephone', (person) => ({ ...person, phones: [] }), { phones: stranger.phones }],
  ['a mailbox', (person) => ({ ...person, emails: [] }), { emails: stranger.emails }],
]

/** A further word of the given name. */
const called = (person: Person, word: string): Person => ({
  ...person,
  names: person.names.map(({ given = '', ...name }) => ({ ...name, given: `${given} ${word}` })),
})

describe('what is known of two people', () => {
  it.each(facts)('weighs no less when %s that agrees is added', (_, without) => {
    fc.assert(
      fc.property(whole, whole, (known, other) => {
        // The one fact of the other's is made the known one's, and then left out.
        const bare = without(other)
        const blank = without(known)
        const added = Object.fromEntries(
          Object.entries(known).filter(
            ([field, value]) =>
              JSON.stringify(blank[field as keyof Person]) !== JSON.stringify(value),
          ),
        )
        const isName = 'names' in added
        const [name] = known.names
        const [left] = bare.names
        const withFact = isName ? { ...bare, names: [{ ...name, ...left }] } : { ...bare, ...added }
        expect(weightOf(known, withFact)).toBeGreaterThanOrEqual(weightOf(known, bare))
      }),
      runs(300),
    )
  })

  it.each(unlike)('weighs no more when %s that contradicts is added', (_, without, contrary) => {
    fc.assert(
      fc.property(whole, whole, (known, other) => {
        const bare = without(other)
        expect(weightOf(known, { ...bare, ...contrary })).toBeLessThanOrEqual(weightOf(known, bare))
      }),
      runs(300),
    )
  })

  it('weighs no more for a further given name that contradicts, and no less for one that agrees', () => {
    fc.assert(
      fc.property(whole, (known) => {
        const named = called(known, 'Persis')
        expect(weightOf(named, named)).toBeGreaterThanOrEqual(weightOf(named, known))
        expect(weightOf(named, called(known, 'Ludovic'))).toBeLessThanOrEqual(
          weightOf(named, known),
        )
      }),
      runs(300),
    )
  })
})
