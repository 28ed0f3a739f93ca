import fc from 'fast-check'
import { northmoor, westmarch } from '../../../infra/stages/local.ts'
import { anAgreement } from '../../../local/seed/agreements.ts'
import type { Household } from '../../../shared/assessing/assess.ts'
import type { PersonMatch } from '../../../shared/assessing/person-match.ts'
import type { Notification } from '../../../shared/chronology/notification.ts'
import { concernFlagNames } from '../../../shared/codes/concern-flags.ts'
import { consentStatusNames } from '../../../shared/codes/consent-statuses.ts'
import { factorCodes } from '../../../shared/codes/factors.ts'
import { harmLevels } from '../../../shared/codes/harm-levels.ts'
import { whyNotSoughtReasons } from '../../../shared/codes/why-not-sought.ts'
import type { StoredConcern } from '../../../shared/concerns/stored-concern.ts'
import { statusCodes } from '../../../shared/register/child-status.ts'
import type { StoredAdult, StoredChild } from '../../../shared/register/stored.ts'
import { anAdult } from '../../builders/a-child.ts'
import { anEntry } from '../../builders/a-chronology-entry.ts'
import { aNotification } from '../../builders/a-notification.ts'
import { aRegisteredFamily } from '../../builders/a-registered-family.ts'
import { aConcernId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { aCandidate, aMatch } from '../../builders/an-assessment.ts'
import { nobodyAround } from '../../builders/no-past.ts'
import { now } from '../../builders/ports.ts'

export const anyConsent = fc.record({
  status: fc.constantFrom(...consentStatusNames),
  whyNotSought: fc.option(fc.constantFrom(...whyNotSoughtReasons), { nil: undefined }),
})

/** What an agency may send of one mother: any purpose, level, consent, flags, and children. */
export const anySent: fc.Arbitrary<StoredConcern> = fc
  .record({
    agencyType: fc.constantFrom('substance-misuse' as const, 'domestic-abuse' as const),
    purpose: fc.constantFrom('safeguarding' as const, 'welfare' as const, 'other' as const),
    harm: fc.constantFrom(...harmLevels),
    consent: fc.option(anyConsent, { nil: undefined }),
    flags: fc.subarray([...concernFlagNames], { maxLength: 3 }),
    factors: fc.subarray([...factorCodes], { minLength: 1, maxLength: 3 }),
    authority: fc.constantFrom(westmarch, northmoor, 'UNKNOWN' as const),
    dateOfBirth: fc.constantFrom('2019-02-03', '2026-01-01', '2013-05-05'),
    incidentOn: fc.constantFrom(undefined, '2026-11-20'),
  })
  .map(({ agencyType, dateOfBirth, ...sent }) => {
    const { submittedBy } = aStoredConcern()
    const name = { given: 'Odo', family: 'Quillfeather' }
    return aStoredConcern(
      { submittedBy: { ...submittedBy, agencyType } },
      { ...sent, children: [{ name, dateOfBirth }] },
    )
  })

const anyPast: fc.Arbitrary<Notification> = fc
  .record({
    factor: fc.constantFrom('2B' as const, '4B' as const, '3B' as const, '16A' as const),
    harm: fc.constantFrom(...harmLevels),
    agency: fc.constantFrom('turning-tide', 'health', 'housing'),
    protects: fc.boolean(),
    isHighRisk: fc.boolean(),
    number: fc.integer({ min: 60, max: 70 }),
  })
  .map(({ number, factor, ...change }) =>
    aNotification({ ...change, factors: [factor], concernId: aConcernId(number) }),
  )

const anyChild = fc.record({
  authority: fc.constantFrom(westmarch, northmoor),
  status: fc.record({
    code: fc.constantFrom(...statusCodes),
    from: fc.constantFrom('2026-06-01', '2020-01-01'),
  }),
  dateOfBirth: fc.constantFrom('2025-11-01', '2019-02-03', '2012-01-01'),
  restricted: fc.record({
    address: fc.boolean(),
    adopted: fc.constantFrom(false, false, true),
    sensitiveService: fc.boolean(),
  }),
  previousRemoval: fc.boolean(),
})

type Family = { readonly children: readonly StoredChild[]; readonly adults: readonly StoredAdult[] }

const familyOf = (
  children: readonly (typeof anyChild extends fc.Arbitrary<infer C> ? C : never)[],
): Family => {
  const families = children.map(({ previousRemoval, ...child }, at) =>
    aRegisteredFamily({ ...child, adults: [anAdult({ previousRemoval })] }, `C${at + 1}`),
  )
  return {
    children: families.map(({ child }) => child),
    adults: [
      ...new Map(
        families.flatMap(({ adults }) => adults).map((one) => [one.adultId, one]),
      ).values(),
    ],
  }
}

const bands = ['CONFIRMED', 'CONFIRMED', 'CONFIRMED', 'POSSIBLE', 'MANY'] as const

/** Who the people of the concern are taken for: confirmed, or still to be settled. */
const matchesOf = (
  { children, adults }: Family,
  { ofAdult, ofChild }: Readonly<Record<'ofAdult' | 'ofChild', PersonMatch['match']['band']>>,
): PersonMatch[] => {
  const match = (band: PersonMatch['match']['band'], ids: readonly string[]) =>
    aMatch(band, {
      confirmed: band === 'CONFIRMED' ? [...ids] : [],
      candidates: band === 'NONE' ? [] : ids.map((id) => aCandidate(id)),
    })
  const adultIds = adults.map(({ adultId }) => adultId)
  const childIds = children.map(({ childId }) => childId).slice(0, 1)
  return [
    { person: 'subject', kind: 'adult', match: match(ofAdult, adultIds) },
    { person: 'children/0', kind: 'child', match: match(ofChild, childIds) },
  ]
}

/** A family that councils know: planned, watched, protected, adopted, closed, or none of these. */
export const anyKnown: fc.Arbitrary<Omit<Household, 'sender' | 'holder'>> = fc
  .record({
    children: fc.array(anyChild, { minLength: 1, maxLength: 2 }),
    past: fc.array(anyPast, { maxLength: 4 }),
    ofAdult: fc.constantFrom(...bands),
    ofChild: fc.constantFrom('CONFIRMED' as const, 'POSSIBLE' as const, 'NONE' as const),
    isClosed: fc.boolean(),
  })
  .map(({ children, past, ofAdult, ofChild, isClosed }) => {
    const family = familyOf(children)
    const closing = anEntry({ kind: 'OUTCOME', outcome: 'NO_FURTHER_ACTION' })
    const entries = family.children.map(({ childId }) => ({ childId, entry: closing }))
    return {
      matches: matchesOf(family, { ofAdult, ofChild }),
      around: {
        ...family,
        entries: isClosed ? entries : [],
        chronologies: family.children.map(({ childId }) => ({
          childId,
          version: past.length,
          notifications: past,
        })),
      },
    }
  })

export const unknown: Omit<Household, 'sender' | 'holder'> = {
  matches: [
    { person: 'subject', kind: 'adult', match: aMatch('NONE') },
    { person: 'children/0', kind: 'child', match: aMatch('NONE') },
  ],
  around: nobodyAround,
}

/** What the sender has agreed, and whether it works under contract of a body that the duty binds. */
export const anySender: fc.Arbitrary<Household['sender']> = fc
  .record({ isAgreed: fc.boolean(), isCommissioned: fc.boolean() })
  .map(({ isAgreed, isCommissioned }) => ({
    agreements: isAgreed
      ? [{ ...anAgreement('turning-tide', westmarch, now), isCommissioned }]
      : [],
    corrects: undefined,
  }))
