import { type Holder, isAuthority } from '../agencies/holder.ts'
import { type Joined, recipientsOf } from '../alerts/recipients-of.ts'
import { londonDay } from '../calendar/london-day.ts'
import { accumulation } from '../chronology/accumulation.ts'
import { pastOf } from '../chronology/household-past.ts'
import { type Chronology, type Notification, notificationOf } from '../chronology/notification.ts'
import { statedPerson } from '../concerns/stated-person.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import { joinedChildren } from '../household/joined-children.ts'
import { adoptedIn } from '../household/protection.ts'
import { present } from '../kernel/present.ts'
import { isOverdone } from '../reviews/reviews-of.ts'
import { conclude, questionsAbout } from '../sharing/conclude.ts'
import { decideUnder } from '../sharing/decide.ts'
import { isShared } from '../sharing/decision.ts'
import { type Facts, nothingKnown } from '../sharing/facts.ts'
import { policyOn } from '../sharing/policies.ts'
import { agreementsOf, commissionedBy } from './agreements-of.ts'
import type { Assessment } from './assessment.ts'
import { factsOf, sentFactsOf } from './facts-of.ts'
import type { Neighbourhood, SendersPast } from './gathered.ts'
import { bandOf, confirmedIn, type PersonMatch, registeredAs } from './person-match.ts'

/** Which assessment of its concern this is, and when. */
export type Step = Pick<Assessment, 'cause' | 'answered'> & { readonly now: Date }

/** Everything that was read around the people of a concern. */
export type Household = {
  /** Who answers for the place where the child is said to be. */
  readonly holder: Holder
  readonly matches: readonly PersonMatch[]
  readonly around: Neighbourhood
  readonly sender: SendersPast
  /** A concern about somebody of this one protects them, whether or not a register knows them. */
  readonly isProtected?: boolean
}

/** An assessment before anybody is told, and the concern as its household will remember it. */
export type Assessed = Pick<Household, 'holder'> & {
  readonly assessment: Omit<Assessment, 'recipients'>
  readonly recipients: ReturnType<typeof recipientsOf>
  /** Adopted children among all that was read: joined, around, or only a maybe. */
  readonly adopted: ReadonlySet<string>
  readonly notification: Notification
  /** What is remembered of the joined children. */
  readonly chronologies: readonly Chronology[]
}

/**
 * What the table says; or what a person or the clock made of its question, as long as it asks the same. What silence
 * makes of it follows from the facts as they now are; of what is out already nobody is asked, so that whoever is found
 * later is told what silence would tell them.
 */
const decided = (
  stored: StoredConcern,
  facts: Facts,
  today: string,
): Pick<Assessment, 'decision' | 'concluded'> => {
  const decision = decideUnder(policyOn(today), facts)
  const [question] = questionsAbout(decision, facts)
  const { concluded } = stored
  const isAnswered = concluded !== undefined && question?.kind === concluded.kind
  const isOut =
    decision.decision === 'HUMAN_REVIEW' && question !== undefined && isOverdone(stored, question)
  if (!isAnswered && !isOut) return { decision }
  const answer =
    (isAnswered ? concluded.answer : undefined) ?? decision.onTimeout ?? 'SHARE_MINIMAL'
  return { decision: conclude(decision, facts, answer), concluded: answer }
}

/** As its household will remember it: at the level that counts, raised by what was sent, whatever is known (policy §3). */
const remembered = (
  stored: StoredConcern,
  { corrects }: SendersPast,
  { commissioned, today }: { readonly commissioned: boolean; readonly today: string },
): Notification => {
  const sent = sentFactsOf(stored, { isCommissioned: commissioned }, today)
  return notificationOf(stored, {
    stated: statedPerson(stored.concern.subject),
    harm: decideUnder(policyOn(today), { ...sent, ...nothingKnown }).harmAfter,
    counts: false,
    ...present({ corrects }),
  })
}

const membersIn = (recipients: Assessed['recipients']) =>
  recipients.map(({ authority }) => authority).filter(isAuthority)

/**
 * Joins, gathers facts, decides, and says who is told: all of it pure, so that a preview or a replay is the same call,
 * and every later decision is made anew on what then stands (policy §1 to §3).
 */
export const assess = (
  stored: StoredConcern,
  { holder, matches, around, sender, isProtected = false }: Household,
  { now, cause, answered }: Step,
): Assessed => {
  const today = londonDay(now)
  const confirmed = confirmedIn(matches)
  const joined = joinedChildren(confirmed, around, today)
  const chronologies = chronologiesOf(joined, around)
  const past = pastOf(chronologies, stored.concernId)
  const commissioned = commissionedBy(stored, sender.agreements, today) !== undefined
  const current = remembered(stored, sender, { commissioned, today })
  const accumulated = accumulation(past, current, now)
  const facts = factsOf(
    stored,
    {
      band: bandOf(matches),
      confirmed,
      joined,
      around,
      past,
      entries: around.entries,
      accumulation: accumulated,
      isCommissioned: commissioned,
      isProtected,
    },
    { now, today },
  )
  const { decision, concluded } = decided(stored, facts, today)
  const recipients = recipientsOf(decision, holder, knownTo(stored, joined, matches))
  return {
    assessment: {
      concernId: stored.concernId,
      number: stored.assessments + 1,
      cause,
      ...present({ answered, concluded, corrects: sender.corrects }),
      assessedAt: now.toISOString(),
      matches: [...matches],
      joined,
      facts,
      decision,
      contributing: [...accumulated.contributing],
      agreements: agreementsOf(stored, sender.agreements, { told: membersIn(recipients), today }),
    },
    recipients,
    holder,
    adopted: adoptedIn(around),
    notification: { ...current, counts: isShared(decision.decision) || stored.told.length > 0 },
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
