import fc from 'fast-check'
import { northmoor, westmarch } from '../../../infra/stages/local.ts'
import type { Client } from '../../../shared/agencies/client.ts'
import { agencyTypeNames } from '../../../shared/codes/agency-types.ts'
import { type ConcernFlag, concernFlagNames } from '../../../shared/codes/concern-flags.ts'
import { whyNotSoughtReasons } from '../../../shared/codes/why-not-sought.ts'
import { aConcern } from '../../builders/a-concern.ts'
import { drugService } from '../../builders/clients.ts'

export type Form = ReturnType<typeof aConcern>
type Consent = NonNullable<Form['consent']>

/** Any kind of service; one without a duty is asked more. */
export const senders: fc.Arbitrary<Omit<Client, 'keys' | 'active'>> = fc
  .constantFrom(...agencyTypeNames, 'domestic-abuse' as const, 'domestic-abuse' as const)
  .map((agencyType) => ({ ...drugService, agencyType }))

/** What a service may say of consent; some of it expires while the story runs. */
export const consents: fc.Arbitrary<Consent & { status: NonNullable<Consent['status']> }> =
  fc.oneof(
    fc.record(
      {
        status: fc.constant('GIVEN' as const),
        expiresOn: fc.constantFrom('2026-12-14', '2026-12-16', '2027-06-01'),
      },
      { requiredKeys: ['status'] },
    ),
    fc.record(
      {
        status: fc.constantFrom('REFUSED' as const, 'WITHDRAWN' as const),
        whyNotSought: fc.constantFrom('RISK_TO_CHILD' as const),
      },
      { requiredKeys: ['status'] },
    ),
    fc.record(
      {
        status: fc.constant('NOT_SOUGHT' as const),
        whyNotSought: fc.constantFrom(...whyNotSoughtReasons, 'NO_REASON' as const),
      },
      { requiredKeys: ['status'] },
    ),
    fc.constant({ status: 'LACKS_CAPACITY' as const, capacityAssessor: 'Dr Lowe' }),
  )

const home = { houseNumber: '14', street: 'Tannery Row', town: 'Westmarch', postcode: 'WM1 4AB' }
const elsewhere = { houseNumber: '3', street: 'Quay Steps', town: 'Northmoor', postcode: 'NM2 2CD' }

type Subject = Form['subject']

const mothers: fc.Arbitrary<Subject> = fc
  .record({
    given: fc.constantFrom('Marta', 'Marta', 'Martha'),
    told: fc.constantFrom<Pick<Subject, 'dateOfBirth' | 'addresses'>>(
      { dateOfBirth: '1991-04-17', addresses: [home] },
      { dateOfBirth: '1991-04-17', addresses: [elsewhere] },
      { dateOfBirth: '1991-04-17' },
      { addresses: [home] },
    ),
    role: fc.constantFrom<Subject['role']>(undefined, 'VICTIM', 'ALLEGED_PERPETRATOR'),
  })
  .map(
    ({ given, told, role }): Subject => ({
      names: [{ given, family: 'Quillfeather' }],
      sex: 'F',
      relationshipToChild: 'MOTHER',
      contactLevel: 'RESIDENT',
      ...told,
      ...(role !== undefined && { role }),
    }),
  )

const father: NonNullable<Form['otherAdults']>[number] = {
  names: [{ given: 'Radek', family: 'Sowerby' }],
  dateOfBirth: '1988-09-30',
  relationshipToChild: 'FATHER',
  relationshipToSubject: 'PARTNER',
}

const surname = 'Quillfeather'
const odo = { name: { given: 'Odo', family: surname }, dateOfBirth: '2019-02-03' }
const ida = { name: { given: 'Ida', family: surname }, dateOfBirth: '2025-11-05', address: home }
const theo = { name: { given: 'Theo', family: surname }, ageYears: 12 }
const unborn = { expectedDateOfDelivery: '2027-03-01' }

const flagsOf = (children: Form['children']): fc.Arbitrary<ConcernFlag[]> => {
  const all = concernFlagNames.filter((flag) => flag !== 'UNBORN' || children.includes(unborn))
  return fc.oneof(
    { weight: 5, arbitrary: fc.constant<ConcernFlag[]>([]) },
    { weight: 2, arbitrary: fc.constantFrom(...all).map((flag) => [flag]) },
    { weight: 1, arbitrary: fc.subarray(all, { maxLength: 3 }) },
  )
}

const childrenTold = fc.constantFrom<Form['children']>(
  [odo],
  [odo, ida],
  [ida],
  [],
  [theo],
  [unborn],
)

const abuse = {
  childPresent: 'HEARD',
  dash: { score: 15, level: 'HIGH' },
  safeContact: { number: '01632 960777', safeToCall: true },
} as const

/** Everything a form may say that any rule reads; incidents of one day may be the same one. */
export const forms: fc.Arbitrary<Form> = childrenTold.chain((children) =>
  fc
    .record({
      purpose: fc.constantFrom<Form['purpose']>(
        ...(['safeguarding', 'safeguarding', 'safeguarding', 'welfare', 'other'] as const),
      ),
      harm: fc.constantFrom<Form['harm']>(
        ...(['H0', 'H1', 'H1', 'H2', 'H2', 'H2', 'H2', 'H2', 'H3', 'H4'] as const),
      ),
      subject: mothers,
      otherAdults: fc.constantFrom<Form['otherAdults']>([], [father]),
      flags: flagsOf(children),
      factors: fc.constantFrom<Form['factors']>(['2B'], ['3B'], ['4B', '1B'], ['16A'], ['21']),
      consent: fc.option(consents, { nil: undefined, freq: 8 }),
      authority: fc.constantFrom<Form['authority']>(
        westmarch,
        westmarch,
        westmarch,
        northmoor,
        'E06000001',
        'ABROAD',
      ),
      incidentOn: fc.constantFrom(
        ...['2026-12-10', '2026-12-10', '2026-12-10', '2026-12-11'],
        undefined,
      ),
      ownReference: fc.constantFrom('A-17', undefined),
    })
    .map(
      ({ consent, incidentOn, ownReference, ...said }): Form => ({
        ...aConcern(),
        whyOverridden: 'He is seven and nobody else looks after him.',
        phoneCallMade: { made: true },
        ...said,
        children,
        consent,
        ...(children.length === 0 && { whyChildrenUnknown: 'Not asked.' }),
        ...(said.factors.includes('3B') && { domesticAbuse: abuse }),
        ...(incidentOn !== undefined && { incidentOn }),
        ...(ownReference !== undefined && { ownReference }),
      }),
    ),
)
