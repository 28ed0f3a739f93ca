import type { AuthorityCode } from '../../../shared/agencies/authorities.ts'
import { ageOn } from '../calendar.ts'
import { formsOf } from '../names/name-culture.ts'
import type { AdultInput, ChildInput, SeedChild } from '../seed-types.ts'
import type { Birth } from './births.ts'
import type { FamilyKind } from './family-kinds.ts'
import { childsFamily } from './family-names.ts'
import type { Setting } from './make-adult.ts'

/** What is settled for every child of a household at once. */
export type CareOf = {
  readonly authority: AuthorityCode
  readonly adults: readonly AdultInput[]
  readonly status: ChildInput['status']
  readonly isAddressRestricted: boolean
  /** Given names that brothers and sisters already bear. */
  readonly taken: Set<string>
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

const freshName = ({ random, culture }: Setting, sex: 'F' | 'M', taken: Set<string>): string => {
  const list = sex === 'F' ? (culture.girls ?? culture.women) : (culture.boys ?? culture.men)
  const drawn = formsOf(random.favour(list)).latin
  const given = taken.has(drawn)
    ? list.map((entry) => formsOf(entry).latin).find((name) => !taken.has(name))
    : drawn
  if (given === undefined) throw new RangeError('a family larger than its list of names')
  taken.add(given)
  return given
}

const identityOf = (
  setting: Setting,
  birth: Birth,
  taken: Set<string>,
): Pick<ChildInput, 'name' | 'dateOfBirth' | 'expectedDateOfDelivery' | 'sex'> => {
  if (birth.kind === 'unborn')
    return { expectedDateOfDelivery: birth.expectedDateOfDelivery, sex: 'U' }
  const sex = setting.random.pick(['F', 'M'] as const)
  const family = childsFamily(setting.culture, setting.families.child, sex)
  const given = freshName(setting, sex, taken)
  return { name: { given, family }, dateOfBirth: birth.dateOfBirth, sex }
}

const numbersOf = (
  { random, issuer, today }: Setting,
  birth: Birth,
): Pick<ChildInput, 'nhsNumber' | 'uniquePupilNumber'> => {
  if (birth.kind === 'unborn') return {}
  const nhsNumber = random.chance(0.8) ? issuer.nhsNumber() : undefined
  const isAtSchool = ageOn(birth.dateOfBirth, today) >= 5 && random.chance(0.7)
  return {
    ...(nhsNumber !== undefined && { nhsNumber }),
    ...(isAtSchool && {
      uniquePupilNumber: issuer.pupilNumber(Number(birth.dateOfBirth.slice(0, 4))),
    }),
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
export const makeChild = (setting: Setting, birth: Birth, care: CareOf): SeedChild => {
  const { random, issuer, today } = setting
  const id = issuer.childId()
  const isOlder = birth.kind === 'born' && ageOn(birth.dateOfBirth, today) >= 12
  const child: ChildInput = {
    authority: care.authority,
    ...identityOf(setting, birth, care.taken),
    ...numbersOf(setting, birth),
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
  return { authority: care.authority, id, child }
}
