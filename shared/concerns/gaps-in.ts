import { consentStatuses } from '../codes/consent-statuses.ts'
import { domainsOf, factors } from '../codes/factors.ts'
import { isAtLeast } from '../codes/harm-levels.ts'
import type { Path } from '../kernel/left-out.ts'
import type { Address } from '../people/person.ts'
import type { Concern } from './concern.ts'

/** A field to mend, and what is expected there. */
export type Fault = { readonly path: Path; readonly detail: string }

/** Whether an address says where, beyond the days on which it was one. */
export const isPlace = ({ from: _from, to: _to, ...place }: Address): boolean =>
  Object.keys(place).length > 0

const isToldFromOthers = ({ subject, children }: Concern): boolean =>
  subject.dateOfBirth !== undefined ||
  subject.addresses.some(isPlace) ||
  subject.nhsNumbers.length > 0 ||
  subject.phones.length > 0 ||
  children.some(
    ({ name, dateOfBirth, expectedDateOfDelivery }) =>
      name !== undefined && (dateOfBirth ?? expectedDateOfDelivery) !== undefined,
  )

const isRefused = ({ consent }: Concern): boolean =>
  consent?.status !== undefined && consentStatuses[consent.status].isRefusal

/** Something missing; `metBy` are the fields that would make it good, wherever they stand. */
export type Gap = Fault & { readonly metBy: readonly string[] }

/** What no single field can say: each rule names the field to mend and what is expected there. */
const rules: readonly (Gap & { readonly holds: (concern: Concern) => boolean })[] = [
  {
    path: ['subject', 'dateOfBirth'],
    detail:
      'give a date of birth, an address, an NHS number or a telephone, or a child with name and date, so that the person can be told from others',
    metBy: ['dateOfBirth', 'addresses', 'nhsNumbers', 'phones'],
    holds: isToldFromOthers,
  },
  {
    path: ['whyChildrenUnknown'],
    detail: 'name the children, or say why they are not known',
    metBy: [],
    holds: ({ children, whyChildrenUnknown }) =>
      children.length > 0 || whyChildrenUnknown !== undefined,
  },
  {
    path: ['factors'],
    detail: '21 (none identified) cannot be combined with others (CIN rule 8869)',
    metBy: [],
    holds: ({ factors: named }) =>
      named.length <= 1 || !named.some((factor) => factors[factor].standsAlone),
  },
  {
    path: ['domesticAbuse'],
    detail: 'needed with a factor 3A, 3B or 3C',
    metBy: [],
    holds: ({ factors: named, domesticAbuse }) =>
      domesticAbuse !== undefined || !domainsOf(named).includes('domestic-abuse'),
  },
  {
    path: ['children'],
    detail:
      'the flag UNBORN needs a child with an expected date of delivery, or the pregnancy of the subject',
    metBy: ['expectedDateOfDelivery', 'pregnancy'],
    holds: ({ flags, children, subject }) =>
      !flags.includes('UNBORN') ||
      subject.pregnancy !== undefined ||
      children.some((child) => child.expectedDateOfDelivery !== undefined),
  },
  {
    path: ['whyOverridden'],
    detail:
      'needed at H2 where consent was refused or withdrawn: say why this is sent all the same',
    metBy: [],
    holds: (concern) =>
      concern.harm !== 'H2' || !isRefused(concern) || concern.whyOverridden !== undefined,
  },
  {
    path: ['phoneCallMade'],
    detail: 'needed at H3 and H4: say whether children’s social care was telephoned',
    metBy: [],
    holds: ({ harm, phoneCallMade }) => phoneCallMade !== undefined || !isAtLeast(harm, 'H3'),
  },
]

/** What is missing of a concern whose fields are each as they should be. */
export const gapsIn = (concern: Concern): Gap[] => rules.filter(({ holds }) => !holds(concern))
