import { monthsBetween } from '../calendar/months.ts'
import type { Accumulation } from '../chronology/accumulation.ts'
import type { StandingEntry } from '../chronology/entry.ts'
import { isHighRiskIn, protectingIn } from '../chronology/household-past.ts'
import type { Notification } from '../chronology/notification.ts'
import { agencyTypes } from '../codes/agency-types.ts'
import { isAdolescent } from '../codes/ages.ts'
import type { ConcernFlag } from '../codes/concern-flags.ts'
import { openStatusNames } from '../codes/open-statuses.ts'
import { endsInvolvement } from '../codes/outcomes.ts'
import { recordedFactors } from '../concerns/child-victim.ts'
import type { Concern } from '../concerns/concern.ts'
import { isHighRisk } from '../concerns/high-risk.ts'
import { consentOf, type StoredConcern } from '../concerns/stored-concern.ts'
import type { JoinedChild } from '../household/joined-child.ts'
import type { Around, Confirmed } from '../household/joined-children.ts'
import { isHiddenIn } from '../household/protection.ts'
import { protects } from '../household/protects.ts'
import { type Stage, stageOf } from '../people/stage.ts'
import { previousRemovalOf } from '../register/previous-removal.ts'
import type { StoredChild } from '../register/stored.ts'
import { isRunning } from '../register/written-agreement.ts'
import type { Facts, KnownFacts, SentFacts } from '../sharing/facts.ts'
import { commencement, isInForce } from '../sharing/policy.ts'

const isExpected = ({ subject, children }: Concern): boolean =>
  subject.pregnancy !== undefined ||
  children.some(({ expectedDateOfDelivery }) => expectedDateOfDelivery !== undefined)

/** As sent: ticked, or plain from another field of the form. */
const flagsOf = (concern: Concern): ConcernFlag[] => {
  const plain: Partial<Record<ConcernFlag, boolean>> = {
    UNBORN: isExpected(concern),
    MARAC: concern.domesticAbuse?.maracReferred === true,
    PREVIOUS_REMOVAL: concern.previousRemoval.answer === 'YES',
    STAFF_CONFLICT: concern.conflict !== undefined,
  }
  return [...new Set([...concern.flags, ...flagNames.filter((flag) => plain[flag] === true)])]
}

const flagNames = ['UNBORN', 'MARAC', 'PREVIOUS_REMOVAL', 'STAFF_CONFLICT'] as const

/** Consent that has expired no longer stands: it counts as withdrawn, and so never widens what may be disclosed. */
const standingStatus = (consent: Concern['consent'], today: string): Facts['consent'] => {
  const hasExpired = consent?.expiresOn !== undefined && consent.expiresOn < today
  return hasExpired && consent.status === 'GIVEN' ? 'WITHDRAWN' : (consent?.status ?? null)
}

/** Consent as it stands on a day in London, and why it was not sought. */
export const consentFactsOf = (
  stored: StoredConcern,
  today: string,
): Pick<SentFacts, 'consent' | 'whyNotSought'> => {
  const consent = consentOf(stored)
  return {
    consent: standingStatus(consent, today),
    whyNotSought: consent?.whyNotSought ?? null,
  }
}

/** What follows from the form, with consent as it stands, and the law on the day. `today` is London's, as an ISO date. */
export const sentFactsOf = (
  stored: StoredConcern,
  { isCommissioned }: { readonly isCommissioned: boolean },
  today: string,
): SentFacts => {
  const { concern, submittedBy, concernId } = stored
  return {
    id: concernId,
    purpose: concern.purpose,
    harm: concern.harm,
    ...consentFactsOf(stored, today),
    body: isCommissioned ? 'DUTY' : agencyTypes[submittedBy.agencyType].body,
    dutyInForce: isInForce(commencement.dutyToShare, today),
    flags: flagsOf(concern),
    factors: recordedFactors(concern),
    subjectRole: concern.subject.role ?? null,
    recognisedLegitimateInterestInForce: isInForce(
      commencement.recognisedLegitimateInterest,
      today,
    ),
  }
}

const monthsOf = ({ isUnborn, ageMonths }: Stage): number[] => {
  if (isUnborn === true) return [-1]
  return ageMonths === undefined ? [] : [ageMonths]
}

/** Ages of the named and the joined children, in months; -1 is unborn. An age in years counts from its birthday. */
const agesOf = (concern: Concern, joined: readonly JoinedChild[], today: string): number[] => [
  ...joined.flatMap(monthsOf),
  ...concern.children.flatMap((child) =>
    child.ageYears !== undefined && child.dateOfBirth === undefined
      ? [child.ageYears * 12]
      : monthsOf(stageOf(child, today)),
  ),
  ...(flagsOf(concern).includes('UNBORN') ? [-1] : []),
]

const watchMonths = 12
const isWithinWatch = (day: string | undefined, today: string): boolean =>
  day !== undefined && day <= today && monthsBetween(day, today) < watchMonths

/** The day on which the register says that work with the child ends. */
const closedOn = ({ code, from, to }: StoredChild['child']['status']): string | undefined =>
  code === 'CLOSED' ? from : to

/** Closed within twelve months (F14): by an outcome, by whoever ended the work, or in the register. */
const isRecentlyClosed = (
  entries: readonly StandingEntry[],
  { children }: Around,
  { joined, today }: { readonly joined: readonly JoinedChild[]; readonly today: string },
): boolean =>
  entries.some(
    ({ childId, entry: { kind, outcome, recordedAt } }) =>
      joined.some((one) => one.childId === childId) &&
      (kind === 'CASE_ENDED' || (outcome !== undefined && endsInvolvement(outcome))) &&
      isWithinWatch(recordedAt.slice(0, 10), today),
  ) ||
  children.some(
    ({ childId, child: { status } }) =>
      joined.some((one) => one.childId === childId) && isWithinWatch(closedOn(status), today),
  )

/** A written agreement about a joined child is running (F19). */
const hasRunningAgreement = (
  { children }: Around,
  { joined, today }: { readonly joined: readonly JoinedChild[]; readonly today: string },
): boolean =>
  children.some(
    ({ childId, child }) =>
      joined.some((one) => one.childId === childId) &&
      child.writtenAgreements.some((agreement) => isRunning(agreement, today)),
  )

/** What an assessment has found out around the people of a concern. */
export type Found = {
  readonly band: Facts['match']
  readonly confirmed: Confirmed
  readonly joined: readonly JoinedChild[]
  readonly around: Around
  readonly past: readonly Notification[]
  readonly entries: readonly StandingEntry[]
  readonly accumulation: Accumulation
  readonly isCommissioned: boolean
  /** By a concern about somebody of this one whom no register need know. */
  readonly isProtected?: boolean
}

/** Adults of the household: those confirmed, and those of the joined children; of whom §1.3 asks. */
const hasRemoval = ({ around, joined, confirmed }: Found): boolean => {
  const joinedIds = joined
    .filter(({ isAdopted }) => isAdopted !== true)
    .map(({ childId }) => childId)
  return around.adults
    .filter(
      ({ adultId, children }) =>
        confirmed.adults.some((one) => one.adultId === adultId) ||
        children.some(({ childId }) => joinedIds.includes(childId)),
    )
    .some((adult) => previousRemovalOf(adult, around.children))
}

const knownFactsOf = (
  stored: StoredConcern,
  found: Found,
  { now, today }: { readonly now: Date; readonly today: string },
): KnownFacts => {
  const { concern } = stored
  const { joined, around, past, entries, accumulation } = found
  const ages = agesOf(concern, joined, today)
  return {
    match: found.band,
    openStatus:
      openStatusNames.find((status) => joined.some((one) => one.openStatus === status)) ?? null,
    youngestMonths: ages.length === 0 ? null : Math.min(...ages),
    anyAdolescent: ages.some(isAdolescent),
    combination: accumulation.combination,
    threeInThree: accumulation.threeInThree,
    underWatch:
      isRecentlyClosed(entries, around, { joined, today }) ||
      hasRunningAgreement(around, { joined, today }),
    knownRemoval: hasRemoval(found),
    highRisk: isHighRisk(concern) || isHighRiskIn(past, now),
    protectedHousehold:
      protects(stored) ||
      found.isProtected === true ||
      isHiddenIn(around) ||
      protectingIn(past, now).length > 0,
  }
}

/** Everything the policy may look at, taken from the concern, the register and the past. Nothing in it names anybody. */
export const factsOf = (
  stored: StoredConcern,
  found: Found,
  { now, today }: { readonly now: Date; readonly today: string },
): Facts => ({
  ...sentFactsOf(stored, found, today),
  ...knownFactsOf(stored, found, { now, today }),
})
