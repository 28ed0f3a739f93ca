import { describe, expect, it } from 'vitest'
import { homeIn } from '../../../shared/people/places/home-in.ts'

const beside = { town: 'Westmarch', postcode: 'WM1 1AA' }

/** Each is the whole of a field, in capitals or not. */
const nobodysHome = [
  ...['No fixed abode', 'Of no fixed address', 'NO FIXED ABODE', 'N.F.A.', 'nfa', 'NFA Westmarch'],
  ...[
    'Currently homeless',
    'Rough sleeping',
    'Sleeping rough in Westmarch',
    'Sofa-surfing',
    'Staying with friends',
  ],
  ...[
    'Address withheld',
    'Withheld at her request',
    'CONFIDENTIAL',
    'Not to be disclosed',
    'Safe house',
  ],
  ...['c/o Mrs Thackeray', 'C/O 14 Mill Road', 'Care of the council', '℅ Oakley', 'PO Box 12'],
  ...[
    'Ward 7',
    'Ward B2, Westmarch General',
    'Westmarch Royal Infirmary',
    "St Anne's Hospital",
    'In hospital',
  ],
  ...[
    'Hill Mother & Baby Unit',
    'Quay Hostel',
    'The Refuge',
    'Refuge (address not given)',
    'Westmarch Women’s Aid',
  ],
  ...['Quay Hotel', 'Premier Inn Westmarch', 'B & B', 'B&B', 'Bed & Breakfast', 'Rose Guest House'],
  ...['HMP Eastvale', 'HM YOI Eastvale', 'Eastvale Prison', 'Approved premises', 'Custody'],
  ...[
    'Temporary accommodation',
    'Asylum seekers’ accommodation',
    'Night shelter',
    'Westmarch Care Home',
  ],
  ...['Council Offices', 'Civic Centre', 'Social services', 'Westmarch Police Station'],
  ...['Various', 'Travelling', 'Moved to Eastvale', 'Gone abroad', 'Digartref'],
]

const nothingSaid = [
  ...[
    'Unknown',
    'address unknown',
    'Not known',
    'N/A',
    'n.a.',
    'N/K',
    'not given',
    'None',
    '-',
    '?',
    'TBC',
  ],
  ...['see notes', 'As above', 'same as mother', 'Prefer not to say', 'xxxx', 'Not\u200B known'],
]

describe('what is nobody’s home', () => {
  it.each(nobodysHome)('is %s in any field, with all that stands beside it', (text) => {
    expect(homeIn({ houseNumber: text, ...beside })).toBeUndefined()
    expect(homeIn({ street: text, ...beside, uprn: '77' })).toBeUndefined()
    expect(homeIn({ houseNumber: '14', street: `Mill Road, ${text}`, ...beside })).toBeUndefined()
    expect(homeIn({ houseNumber: '14', street: 'Mill Road', town: text })).toBeUndefined()
  })

  it.each(['ZZ99 3VZ', 'zz993wz', 'Z Z 99 3CZ'])('is the postcode %s', (postcode) => {
    expect(homeIn({ houseNumber: '14', street: 'Mill Road', postcode })).toBeUndefined()
  })

  it.each(nothingSaid)('is a house or a street of which %s is said, and no other', (text) => {
    expect(homeIn({ houseNumber: text, ...beside })).toBeUndefined()
    expect(homeIn({ street: text, ...beside })).toBeUndefined()
  })
})

describe('a field in which nothing is said', () => {
  it.each(nothingSaid)('is left out where house or street is told: %s', (text) => {
    const home = { houseNumber: '14', postcode: 'WM1 1AA' }
    expect(homeIn({ ...home, street: text, town: text })).toEqual(home)
    const street = { street: 'Mill Road', postcode: 'WM1 1AA' }
    expect(homeIn({ ...street, houseNumber: text })).toEqual(street)
  })
})

describe('a street or a house that is named for an institution', () => {
  it.each([
    ...[
      'Hospital Lane',
      '14 Infirmary Road',
      'Royal Hospital Road',
      'Hospital Bridge Road',
      'Prison Row',
    ],
    ...[
      'Hotel Street',
      'Hostel Hill',
      'Shelter Lane',
      'Refuge Cottage',
      'Hospital Farm',
      'Barracks Close',
    ],
    ...['The Old Hospital', 'The Old Hospital, 12 Mill Lane', 'Former Police Station', 'Old Hotel'],
    ...[
      'Ward Street',
      'Ward House',
      'Asylum Road',
      'Town Hall Street',
      'Heol yr Ysbyty',
      'Nfaneh',
      'Hope Street',
    ],
    ...[
      'The Street',
      'Knowne Lane',
      'Nonesuch House',
      'Samesbury Road',
      'Vanbrugh Terrace',
      'Carr Street',
    ],
  ])('is a home: %s', (street) => {
    const address = { houseNumber: '2', street, ...beside }
    expect(homeIn(address)).toBe(address)
  })
})
