import type { LocalCode } from '../../infra/stages/local.ts'
import { northmoor, westmarch } from '../../infra/stages/local.ts'
import { daysFrom, yearsInDays } from '../people/calendar.ts'
import { nhsNumberOf } from '../people/invented-numbers.ts'
import type { AdultInput, ChildInput, Household } from './seed-types.ts'

/** Days before `today` on which somebody this old was born; never the first of a year, which means "not known". */
const bornAgo = (today: Date, years: number, days: number): string =>
  daysFrom(today, -yearsInDays(years) - days)

// No register made here is so long that anybody else is given it.
const storySerial = 799_999

const storyHome = {
  houseNumber: '27',
  street: 'Ropewalk Lane',
  town: 'Tannersford',
  postcode: 'WM2 6TH',
  from: '2024-05-20',
}

const storyMother: AdultInput = {
  id: 'A000001',
  names: [{ given: 'Tracey', family: 'Cobbold' }],
  dateOfBirth: '1998-03-08',
  sex: 'F',
  addresses: [storyHome],
  phones: ['07700 900951'],
  relationship: 'MOTHER',
  parentalResponsibility: 'YES',
  livesWithChild: 'YES',
}

/** The family of the story at start-up: a boy of seventeen months on a child protection plan, and his mother. */
export const storyFamily = (today: Date): Household => ({
  children: [
    {
      authority: westmarch,
      id: 'C000001',
      child: {
        authority: westmarch,
        name: { given: 'Percy', family: 'Cobbold' },
        dateOfBirth: bornAgo(today, 1, 152),
        sex: 'M',
        nhsNumber: nhsNumberOf(storySerial),
        status: { code: 'PROTECTION_PLAN', from: daysFrom(today, -70) },
        allocatedTeam: 'North team',
        allocatedTeamContact: '01632 960950',
        addresses: [storyHome],
        adults: [storyMother],
      },
    },
  ],
})

type Namesake = {
  readonly authority: LocalCode
  readonly serial: string
  readonly birth: string
  readonly childsName: string
  readonly town: string
  readonly postcode: string
}

/** Two women of one name, born in one year, who have nothing to do with each other. */
const namesakes: readonly Namesake[] = [
  {
    authority: westmarch,
    serial: '000003',
    birth: '1991-05-14',
    childsName: 'Ottoline',
    town: 'Holloway Green',
    postcode: 'WM4 2DL',
  },
  {
    authority: northmoor,
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
