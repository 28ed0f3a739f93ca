import type { AuthorityCode } from '../../../shared/agencies/authorities.ts'
import { ageOn, isoOf } from '../../people/calendar.ts'
import { nhsNumberOf } from '../../people/invented-numbers.ts'
import type { Person } from '../../people/people-types.ts'
import type { AdultInput, ChildInput, SeedChild } from '../seed-types.ts'
import type { FamilyKind } from './family-kinds.ts'
import type { Setting } from './make-adult.ts'

/** Somebody born, or the day on which a child is expected. */
export type Offspring = { readonly person: Person } | { readonly due: string }

/** What is settled for every child of a household at once. */
export type CareOf = {
  readonly authority: AuthorityCode
  readonly adults: readonly AdultInput[]
  readonly status: ChildInput['status']
  readonly isAddressRestricted: boolean
}

const statuses = [
  { share: 30, status: 'CHILD_IN_NEED' },
  { share: 22, status: 'EARLY_HELP' },
  { share: 20, status: 'CHILD_PROTECTION_PLAN' },
  { share: 20, status: 'CLOSED' },
  { share: 8, status: 'LOOKED_AFTER' },
] as const

/** How far social care is involved, where the kind of family leaves it open. */
export const makeStatus = ({ random }: Setting, { status }: FamilyKind): ChildInput['status'] =>
  status ?? random.weighted(statuses).status

type Identity = Pick<
  ChildInput,
  'name' | 'dateOfBirth' | 'expectedDateOfDelivery' | 'sex' | 'nhsNumber' | 'uniquePupilNumber'
>

const identityOf = ({ random, issuer, today }: Setting, child: Offspring): Identity => {
  if ('due' in child) return { expectedDateOfDelivery: child.due, sex: 'U' }
  const { given, family, sex, born, serial } = child.person
  const dateOfBirth = isoOf(born)
  const isAtSchool = ageOn(dateOfBirth, today) >= 5 && random.chance(0.7)
  const nhsNumber = random.chance(0.8) ? nhsNumberOf(serial) : ''
  return {
    name: { given: given.join(' '), family },
    dateOfBirth,
    sex,
    ...(nhsNumber !== '' && { nhsNumber }),
    ...(isAtSchool && { uniquePupilNumber: issuer.pupilNumber(born.year) }),
  }
}

const teams = [
  'Assessment',
  'Family support',
  'Children with disabilities',
  'Leaving care',
  'Permanence',
]

/** One child as the authority records it. */
export const recordChild = (setting: Setting, offspring: Offspring, care: CareOf): SeedChild => {
  const { random, issuer, today } = setting
  const isOlder = 'person' in offspring && ageOn(isoOf(offspring.person.born), today) >= 12
  const child: ChildInput = {
    authority: care.authority,
    ...identityOf(setting, offspring),
    status: care.status,
    restricted: {
      address: care.isAddressRestricted,
      adopted: care.status === 'ADOPTED',
      sensitiveService: isOlder && random.chance(0.05),
    },
    ...(care.status !== 'CLOSED' && { allocatedTeam: `${random.pick(teams)} team` }),
    // Where an adopted child lives must never stand beside the parents by birth.
    addresses: care.status === 'ADOPTED' ? [] : [...setting.homes],
    adults: [...care.adults],
  }
  return { authority: care.authority, id: issuer.childId(), child }
}
