import { monthsBetween } from '../calendar/months.ts'
import type { Accumulation } from '../chronology/accumulation.ts'
import type { ChronologyEntry, StandingEntry } from '../chronology/entry.ts'
import { agencyTypes } from '../codes/agency-types.ts'
import { isAdolescent } from '../codes/ages.ts'
import type { ConcernFlag } from '../codes/concern-flags.ts'
import { endsInvolvement } from '../codes/outcomes.ts'
import { recordedFactors } from '../concerns/child-victim.ts'
import type { Concern } from '../concerns/concern.ts'
import { consentOf, type StoredConcern } from '../concerns/stored-concern.ts'
import { keysOf } from '../kernel/keys-of.ts'
import { isAdopted, type StoredChild } from '../register/stored.ts'
import type { Facts } from '../sharing/facts.ts'
import { commencement, isInForce } from '../sharing/policy.ts'
import type { Agreed } from './agreed.ts'

/** What a confirmed match adds to what the referrer said; empty when nobody is confirmed. */
export type Joined = Agreed & {
  readonly band: Facts['match']
  readonly children: readonly StoredChild[]
  readonly previousRemoval: boolean
  readonly accumulation: Accumulation
  readonly earlier: readonly StandingEntry[]
}

const flagsOf = (
  { concern }: StoredConcern,
  { children, previousRemoval }: Joined,
): ConcernFlag[] => {
  const named = [...concern.children, ...children.map(({ child }) => child)]
  const isUnborn = named.some((child) => child.expectedDateOfDelivery !== undefined)
  const restricted = (kind: 'address' | 'sensitiveService'): boolean =>
    children.some(({ child }) => child.restricted[kind])
  const onlyStated = false
  const found: Readonly<Record<ConcernFlag, boolean>> = {
    UNBORN: isUnborn,
    MARAC: concern.domesticAbuse?.maracReferred === true,
    PREVIOUS_REMOVAL: previousRemoval || concern.previousRemoval.answer === 'YES',
    RESTRICTED_ADDRESS: restricted('address'),
    ADOPTED: children.some(({ child }) => isAdopted(child)),
    SENSITIVE_CHILD_SERVICE: restricted('sensitiveService'),
    DA: onlyStated,
    DETRIMENT_CLAIMED: onlyStated,
    DELUSION_INVOLVES_CHILD: onlyStated,
    SUICIDE_PLAN_INVOLVES_CHILD: onlyStated,
    STAFF_CONFLICT: onlyStated,
  }
  return [...new Set([...concern.flags, ...keysOf(found).filter((flag) => found[flag])])]
}

/** R16 watches children of ten to fifteen, so one of those is the age that counts; otherwise the youngest. */
const ageThatCounts = (ages: readonly number[]): number | null =>
  ages.find(isAdolescent) ?? ages.toSorted((a, b) => a - b)[0] ?? null

const watchMonths = 12

/** Closed by an authority, and so watched for a year (F14). */
const isRecentClosing = ({ outcome, recordedAt }: ChronologyEntry, today: string): boolean =>
  outcome !== undefined &&
  endsInvolvement(outcome) &&
  monthsBetween(recordedAt.slice(0, 10), today) < watchMonths

/** Consent that has expired no longer stands: it counts as withdrawn, and so never widens what may be disclosed. */
const standingStatus = (consent: Concern['consent'], today: string): Facts['consent'] => {
  const hasExpired = consent?.expiresOn !== undefined && consent.expiresOn < today
  return hasExpired && consent.status === 'GIVEN' ? 'WITHDRAWN' : (consent?.status ?? null)
}

/** Consent as it stands on a day, in the policy's words. */
export const consentFactsOf = (
  stored: StoredConcern,
  today: string,
): Pick<Facts, 'consent' | 'whyNotSought'> => {
  const consent = consentOf(stored)
  return { consent: standingStatus(consent, today), whyNotSought: consent?.whyNotSought ?? null }
}

/** The law that binds on a day, an ISO date in London. */
export const lawOn = (
  day: string,
): Pick<Facts, 'dutyInForce' | 'recognisedLegitimateInterestInForce'> => ({
  dutyInForce: isInForce(commencement.dutyToShare, day),
  recognisedLegitimateInterestInForce: isInForce(commencement.recognisedLegitimateInterest, day),
})

/** Everything the policy may look at, taken from the concern, the register and the past. `today` is an ISO date. Nothing in it names anybody. */
export const factsOf = (stored: StoredConcern, known: Joined, today: string): Facts => {
  const { concern, submittedBy, concernId } = stored
  const births = [
    ...known.children.map(({ child }) => child.dateOfBirth),
    ...concern.children.map((child) => child.dateOfBirth),
  ]
  const ages = births.flatMap((birth) => (birth === undefined ? [] : [monthsBetween(birth, today)]))
  return {
    id: concernId,
    purpose: concern.purpose,
    harm: concern.harm,
    ...consentFactsOf(stored, today),
    body: known.isCommissioned ? 'DUTY' : agencyTypes[submittedBy.agencyType].body,
    ...lawOn(today),
    underWatch: known.earlier.some(({ entry }) => isRecentClosing(entry, today)),
    agreementInForce: known.agreements.every(({ standing }) => standing === 'in-force'),
    match: known.band,
    flags: flagsOf(stored, known),
    factors: recordedFactors(concern),
    childAgeMonths: ageThatCounts(ages.filter((months) => months >= 0)),
    accumulationFires: known.accumulation.fires,
    threeInThree: known.accumulation.threeInThree,
  }
}
