import { isMember } from '../agencies/stated-authority.ts'
import { type Joined, recipientsOf } from '../alerts/recipients-of.ts'
import { londonDay } from '../calendar/london-day.ts'
import { accumulation } from '../chronology/accumulation.ts'
import { pastOf } from '../chronology/household-past.ts'
import { type Chronology, type Notification, notificationOf } from '../chronology/notification.ts'
import { statedPerson } from '../concerns/stated-person.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import { joinedChildren } from '../household/joined-children.ts'
import { present } from '../kernel/present.ts'
import { conclude, questionsAbout } from '../sharing/conclude.ts'
import { decideUnder } from '../sharing/decide.ts'
import { isShared } from '../sharing/decision.ts'
import type { Facts } from '../sharing/facts.ts'
import { policyOn } from '../sharing/policies.ts'
import { agreementsOf, isCommissioned } from './agreements-of.ts'
import type { Assessment } from './assessment.ts'
import { factsOf } from './facts-of.ts'
import type { Neighbourhood, SendersPast } from './gathered.ts'
import { bandOf, confirmedIn, type PersonMatch, registeredAs } from './person-match.ts'

/** Which assessment of its concern this is, and when. */
export type Step = Pick<Assessment, 'cause' | 'answered'> & { readonly now: Date }

/** Everything that was read around the people of a concern. */
export type Household = {
  readonly matches: readonly PersonMatch[]
  readonly around: Neighbourhood
  readonly sender: SendersPast
}

/** An assessment before anybody is told, and the concern as its household will remember it. */
export type Assessed = {
  readonly assessment: Omit<Assessment, 'recipients'>
  readonly recipients: ReturnType<typeof recipientsOf>
  readonly notification: Notification
  /** What is remembered of the joined children. */
  readonly chronologies: readonly Chronology[]
}

/**
 * What the table says; or what a person or the clock made of its question, as long as it asks the same. What silence
 * makes of it follows from the facts as they now are.
 */
const decided = (
  { concluded }: StoredConcern,
  facts: Facts,
  today: string,
): Pick<Assessment, 'decision' | 'concluded'> => {
  const decision = decideUnder(policyOn(today), facts)
  const [question] = questionsAbout(decision, facts)
  if (concluded === undefined || question?.kind !== concluded.kind) return { decision }
  const answer = concluded.answer ?? decision.onTimeout ?? 'SHARE_MINIMAL'
  return { decision: conclude(decision, facts, answer), concluded: answer }
}

/**
 * Joins, gathers facts, decides, and says who is told: all of it pure, so that a preview or a replay is the same call,
 * and every later decision is made anew on what then stands (policy §1 to §3).
 */
export const assess = (
  stored: StoredConcern,
  { matches, around, sender }: Household,
  { now, cause, answered }: Step,
): Assessed => {
  const today = londonDay(now)
  const confirmed = confirmedIn(matches)
  const joined = joinedChildren(confirmed, around, today)
  const { agreements, corrects } = sender
  const chronologies = chronologiesOf(joined, around)
  const remembered = pastOf(chronologies, stored.concernId)
  const telling = { stated: statedPerson(stored.concern.subject), ...present({ corrects }) }
  const current = notificationOf(stored, { ...telling, counts: false })
  const accumulated = accumulation(remembered, current, now)
  const facts = factsOf(
    stored,
    {
      band: bandOf(matches),
      confirmed,
      joined,
      around,
      past: remembered,
      entries: around.entries,
      accumulation: accumulated,
      isCommissioned: isCommissioned(stored, agreements, today),
    },
    { now, today },
  )
  const { decision, concluded } = decided(stored, facts, today)
  const recipients = recipientsOf(decision, stored, knownTo(stored, joined, matches))
  return {
    assessment: {
      concernId: stored.concernId,
      number: stored.assessments + 1,
      cause,
      ...present({ answered, concluded, corrects }),
      assessedAt: now.toISOString(),
      matches: [...matches],
      joined,
      facts,
      decision,
      contributing: [...accumulated.contributing],
      agreements: agreementsOf(stored, agreements, {
        told: recipients.map(({ authority }) => authority).filter(isMember),
        today,
      }),
    },
    recipients,
    notification: { ...current, counts: isShared(decision.decision) },
    chronologies,
  }
}

/** Of an adopted child only what is told of itself counts: its past is not the birth family's. */
const chronologiesOf = (
  joined: Assessment['joined'],
  { chronologies }: Neighbourhood,
): readonly Chronology[] =>
  chronologies.filter(({ childId }) =>
    joined.some((one) => one.childId === childId && one.isAdopted !== true),
  )

/** What recipients depend on: the joined children, and on whose registers each adult stands. */
export const knownTo = (
  { settled }: StoredConcern,
  joined: Assessment['joined'],
  matches: readonly PersonMatch[],
): Joined => ({
  joined,
  confirmed: matches.filter(({ kind }) => kind === 'adult').map(registeredAs),
  identifiedBy: settled.filter(({ ids }) => ids.length > 0).map(({ authority }) => authority),
})
