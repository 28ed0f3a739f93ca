import type { AuthorityCode } from '../../shared/agencies/authorities.ts'
import { daysFrom, yearsInDays } from '../people/calendar.ts'
import type { AdultInput, ChildInput, Household } from './seed-types.ts'

/** Days before `today` on which somebody this old was born; never the first of a year, which means "not known". */
const bornAgo = (today: Date, years: number, days: number): string =>
  daysFrom(today, -yearsInDays(years) - days)

const storyHome = {
  houseNumber: '27',
  street: 'Ropewalk Lane',
  town: 'Tannersford',
  postcode: 'WM2 6TH',
  from: '2024-05-20',
}
const storyFormerHome = {
  houseNumber: 'Flat 3, 110',
  street: 'Station Road',
  town: 'Westmarch',
  postcode: 'WM1 4BQ',
  from: '2019-09-02',
  to: '2024-05-20',
}

/** The mother of the story, whom her drug service calls by a nickname and the name she had before she married. */
export const storyMother: AdultInput = {
  id: 'A000001',
  names: [
    { given: 'Josephine Anne', family: 'Larkspur' },
    { given: 'Josephine', family: 'Tolliver' },
  ],
  dateOfBirth: '1994-03-08',
  sex: 'F',
  addresses: [storyHome, storyFormerHome],
  phones: ['07700 900951'],
  relationship: 'MOTHER',
  parentalResponsibility: 'YES',
  livesWithChild: 'YES',
}

const storyChild = (today: Date, given: string, age: readonly [number, number]): ChildInput => ({
  authority: 'E06000991',
  name: { given, family: 'Larkspur' },
  dateOfBirth: bornAgo(today, ...age),
  sex: given === 'Wren' ? 'F' : 'M',
  status: { code: 'PROTECTION_PLAN', from: daysFrom(today, -200) },
  allocatedTeam: 'Family support team',
  addresses: [storyHome],
  adults: [storyMother],
})

/** The family that the story at start-up is about: two children on a protection plan in Westmarch. */
export const storyFamily = (today: Date): Household => ({
  children: [
    { authority: 'E06000991', id: 'C000001', child: storyChild(today, 'Wren', [4, 121]) },
    { authority: 'E06000991', id: 'C000002', child: storyChild(today, 'Tobias', [1, 74]) },
  ],
})

type Namesake = {
  readonly authority: AuthorityCode
  readonly serial: string
  readonly birth: string
  readonly childsName: string
  readonly town: string
  readonly postcode: string
}

/** Two women of one name, born in one year, who have nothing to do with each other. */
const namesakes: readonly Namesake[] = [
  {
    authority: 'E06000991',
    serial: '000003',
    birth: '1991-05-14',
    childsName: 'Ottoline',
    town: 'Holloway Green',
    postcode: 'WM4 2DL',
  },
  {
    authority: 'E08000992',
    serial: '000004',
    birth: '1991-10-29',
    childsName: 'Barnaby',
    town: 'Cragthorpe',
    postcode: 'NM3 8PJ',
  },
]

const namesakeFamily = (today: Date, of: Namesake): Household => {
  const address = {
    houseNumber: '8',
    street: 'Furlong Close',
    town: of.town,
    postcode: of.postcode,
  }
  const adult: AdultInput = {
    id: `A${of.serial}`,
    names: [{ given: 'Leanne', family: 'Cartwright' }],
    dateOfBirth: of.birth,
    sex: 'F',
    addresses: [address],
    relationship: 'MOTHER',
    parentalResponsibility: 'YES',
    livesWithChild: 'YES',
  }
  const child: ChildInput = {
    authority: of.authority,
    name: { given: of.childsName, family: 'Cartwright' },
    dateOfBirth: bornAgo(today, 6, of.serial === '000003' ? 30 : 200),
    sex: 'U',
    status: { code: 'IN_NEED', from: daysFrom(today, -120) },
    addresses: [address],
    adults: [adult],
  }
  return { children: [{ authority: of.authority, id: `C${of.serial}`, child }] }
}

/** Families that stand at the head of every register, with the same ids whatever the seed. */
export const plantedFamilies = (today: Date): readonly Household[] => [
  storyFamily(today),
  ...namesakes.map((namesake) => namesakeFamily(today, namesake)),
]
