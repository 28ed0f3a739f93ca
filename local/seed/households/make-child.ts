import type { LocalCode } from '../../../infra/stages/local.ts'
import type { StatusCode } from '../../../shared/register/child-status.ts'
import { ageOn, daysFrom, isoOf } from '../../people/calendar.ts'
import { nhsNumberOf } from '../../people/invented-numbers.ts'
import type { Person } from '../../people/people-types.ts'
import type { AdultInput, ChildInput, SeedChild } from '../seed-types.ts'
import type { FamilyKind } from './family-kinds.ts'
import type { Setting } from './make-adult.ts'

/** Somebody born, or the day on which a child is expected. */
export type Offspring = { readonly person: Person } | { readonly due: string }

/** What is settled for every child of a household at once. */
export type CareOf = {
  readonly authority: LocalCode
  readonly adults: readonly AdultInput[]
  readonly status: StatusCode
  readonly isAddressRestricted: boolean
}

const statuses = [
  { share: 30, status: 'IN_NEED' },
  { share: 22, status: 'EARLY_HELP' },
  { share: 16, status: 'PROTECTION_PLAN' },
  { share: 4, status: 'PROCEEDINGS' },
  { share: 20, status: 'CLOSED' },
  { share: 8, status: 'LOOKED_AFTER' },
] as const

/** How far social care is involved, where the kind of family leaves it open. */
export const makeStatus = ({ random }: Setting, { status }: FamilyKind): StatusCode =>
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

/** Days since the child came to be where it stands now, and where it stood for half a year before. */
const since = {
  EARLY_HELP: { days: 60 },
  IN_NEED: { days: 120, before: 'EARLY_HELP' },
  PROTECTION_PLAN: { days: 150, before: 'IN_NEED' },
  LOOKED_AFTER: { days: 300, before: 'PROCEEDINGS' },
  PROCEEDINGS: { days: 45, before: 'PROTECTION_PLAN' },
  ADOPTED: { days: 400, before: 'LOOKED_AFTER' },
  SPECIAL_GUARDIANSHIP: { days: 380, before: 'LOOKED_AFTER' },
  CLOSED: { days: 500, before: 'IN_NEED' },
} as const satisfies Record<
  StatusCode,
  { readonly days: number; readonly before?: StatusCode | undefined }
>
const halfYear = 182

/** Nothing is recorded of a child from before it was born; of an unborn one, from today. */
const statusOf = (
  { today }: Setting,
  offspring: Offspring,
  code: StatusCode,
): Pick<ChildInput, 'status' | 'earlierStatuses'> => {
  const born = 'person' in offspring ? isoOf(offspring.person.born) : daysFrom(today, 0)
  const { days, ...rest } = since[code]
  const from = daysFrom(today, -days)
  if (from <= born) return { status: { code, from: born } }
  const before = 'before' in rest ? rest.before : undefined
  const beganOn = daysFrom(today, -days - halfYear)
  const earlier = before !== undefined && {
    code: before,
    from: [beganOn, born].toSorted()[1] ?? born,
    to: from,
  }
  return { status: { code, from }, ...(earlier && { earlierStatuses: [earlier] }) }
}

/** One child as the authority records it. */
export const recordChild = (setting: Setting, offspring: Offspring, care: CareOf): SeedChild => {
  const { random, issuer, today } = setting
  const isOlder = 'person' in offspring && ageOn(isoOf(offspring.person.born), today) >= 12
  const child: ChildInput = {
    authority: care.authority,
    ...identityOf(setting, offspring),
    ...statusOf(setting, offspring, care.status),
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
