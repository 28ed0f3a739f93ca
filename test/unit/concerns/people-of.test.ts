import { describe, expect, it } from 'vitest'
import { adultAt, peopleOf } from '../../../shared/concerns/people-of.ts'
import { personRefSchema } from '../../../shared/concerns/person-ref.ts'
import { aConcern } from '../../builders/a-concern.ts'
import { aStoredConcern } from '../../builders/a-stored-concern.ts'

const { subject } = aConcern()
const people = (change: Parameters<typeof aConcern>[0]) =>
  peopleOf(aStoredConcern({}, change).concern)
const pregnancy = { expectedDateOfDelivery: '2027-01-01' }

describe('the people of a concern', () => {
  it('are its subject, other adults and children, each by reference and kind', () => {
    const found = people({
      otherAdults: [{ names: [{ given: 'Piet' }] }, { names: [{ given: 'Wanda' }] }],
      children: [{ name: { given: 'Odo' } }, {}],
    })
    expect(found.map(({ ref, kind }) => `${ref} ${kind}`)).toEqual([
      'subject adult',
      'otherAdults/0 adult',
      'otherAdults/1 adult',
      'children/0 child',
      'children/1 child',
    ])
    for (const { ref } of found) expect(personRefSchema.parse(ref)).toBe(ref)
  })

  it('are found by reference, where they are adults, and nobody where it leads nowhere', () => {
    const piet = { names: [{ given: 'Piet' }] }
    const { concern } = aStoredConcern({}, { otherAdults: [piet] })
    expect(adultAt(concern, 'subject')).toBe(concern.subject)
    expect(adultAt(concern, 'otherAdults/0')?.names).toEqual(piet.names)
    expect(adultAt(concern, 'otherAdults/1')).toBeUndefined()
  })

  it('have what they can be known by, and nothing of how they stand to each other', () => {
    expect(people({ children: [] })).toStrictEqual([
      {
        ref: 'subject',
        kind: 'adult',
        person: {
          names: subject.names,
          dateOfBirth: '1991-04-17',
          sex: 'F',
          addresses: subject.addresses,
          nhsNumbers: [],
          phones: [],
          emails: [],
        },
      },
    ])
  })

  it('are called, as children, by all their names', () => {
    const [, child] = people({
      children: [
        {
          name: { given: 'Odo' },
          alsoKnownAs: [{ given: 'Otto' }],
          nhsNumber: '9434765919',
          dateOfBirth: '2019',
          ageYears: 7,
        },
      ],
    })
    expect(child?.person).toStrictEqual({
      names: [{ given: 'Odo' }, { given: 'Otto' }],
      dateOfBirth: '2019',
      ageYears: 7,
      sex: 'U',
      addresses: [],
      assumedHomes: [
        { houseNumber: '14', street: 'Tannery Row', town: 'Westmarch', postcode: 'WM1 4AB' },
      ],
      nhsNumbers: ['9434765919'],
      phones: [],
      emails: [],
    })
  })
})

describe('the home of a child', () => {
  const homes = (child: object, otherAdults: object[] = []) =>
    people({
      otherAdults: otherAdults.map((adult) => ({ names: [{ given: 'Piet' }], ...adult })),
      children: [child],
    }).at(-1)?.person.addresses
  const livesWith = (adult: 'subject' | 'otherAdults/0') => ({
    relationships: [{ adult, livesWithChild: 'YES' }],
  })

  it('is where it is said to live, else where an adult is with whom it does', () => {
    const address = { postcode: 'WM9 9ZZ' }
    expect(homes({ ...livesWith('subject'), address })).toEqual([address])
    expect(homes(livesWith('subject'))).toEqual(subject.addresses)
    expect(homes({ relationships: [{ adult: 'subject' }] })).toEqual([])
    const past = [{ postcode: 'WM1 1AA', to: '2020-01-01' }, { postcode: 'WM2 2BB' }]
    expect(homes(livesWith('otherAdults/0'), [{ addresses: past }])).toEqual([
      { postcode: 'WM2 2BB' },
    ])
  })
})

describe('a pregnancy', () => {
  it('is somebody to look for, at home with the subject', () => {
    expect(people({ subject: { ...subject, pregnancy } }).at(-1)).toMatchObject({
      ref: 'unborn',
      kind: 'child',
      person: { names: [], expectedDateOfDelivery: '2027-01-01', addresses: subject.addresses },
    })
  })

  it('is nobody further where a child of the concern is the one expected', () => {
    const found = people({ subject: { ...subject, pregnancy }, children: [pregnancy] })
    expect(found.map(({ ref }) => ref)).toEqual(['subject', 'children/0'])
  })
})
