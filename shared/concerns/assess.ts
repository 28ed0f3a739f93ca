import { standingOf } from '../agencies/agreement.ts'
import type { AuthorityCode } from '../agencies/authorities.ts'
import type { Alert } from '../alerts/alert.ts'
import { type MatchedChild, planAlerts } from '../alerts/plan-alerts.ts'
import { accumulation } from '../chronology/accumulation.ts'
import type { Chronology, Notification } from '../chronology/notification.ts'
import { londonDay } from '../clocks/working-days.ts'
import type { NewId } from '../kernel/ids.ts'
import type { MatchModel } from '../matching/model.ts'
import type { StoredChild } from '../register/stored.ts'
import { decideUnder } from '../sharing/decide.ts'
import { policyOn } from '../sharing/policies.ts'
import type { Assessment, MatchRecord } from './assessment.ts'
import { factsOf } from './facts-of.ts'
import type { Gathered, Known } from './gathered.ts'
import { identify, type Trial } from './identify.ts'
import type { StoredConcern } from './stored-concern.ts'

/** Everything an assessment would change; nothing has been written yet. */
export type Plan = {
  readonly assessment: Assessment
  readonly alerts: readonly Alert[]
  readonly chronologies: readonly Chronology[]
}

/** Which assessment of its concern this is, and when. */
export type Step = Pick<Assessment, 'number' | 'cause' | 'answered'> & {
  readonly now: Date
  readonly newId: NewId
}

export type AssessContext = {
  readonly model: MatchModel
  readonly trial: Trial
  readonly now: Date
  readonly newId: NewId
}

const mostNotifications = 200

/** The concern as each matched child's chronology will remember it. */
const notificationOf = ({
  concernId,
  concern,
  submittedBy,
  receivedAt,
}: StoredConcern): Notification => ({
  concernId,
  eventOn: concern.incidentDate ?? concern.ongoingSince ?? receivedAt.slice(0, 10),
  recordedAt: receivedAt,
  agency: submittedBy.agency,
  agencyName: submittedBy.agencyName,
  factors: concern.factors,
  harmLevel: concern.harmLevel,
})

/** Which children a confirmed match joins, and what is already known of them. */
const joinedBy = ({ confirmed }: MatchRecord, known: Known) => {
  const adults = known.adults.filter(({ adultId }) => confirmed.includes(adultId))
  const links = adults.flatMap((adult) => adult.children)
  const children = known.children.filter(({ childId }) =>
    links.some((link) => link.childId === childId),
  )
  const chronologies = known.chronologies.filter(({ childId }) =>
    children.some((child) => child.childId === childId),
  )
  return { adults, links, children, chronologies }
}

/** How the service's agreement stands with every authority that would be told: the children's, or the stated one. */
const standingsOf = (
  { concern, submittedBy }: StoredConcern,
  { agreements }: Known,
  { children, today }: { readonly children: readonly StoredChild[]; readonly today: string },
): Assessment['agreements'] => {
  const told = new Set(children.map(({ child }) => child.authority))
  if (told.size === 0) told.add(concern.authority)
  const agreedWith = (authority: AuthorityCode) =>
    agreements.find((one) => one.agency === submittedBy.agency && one.authority === authority)
  return [...told].map((authority) => ({
    authority,
    standing: standingOf(agreedWith(authority), { purpose: concern.purpose, today }),
  }))
}

const matchedChildren = (
  children: readonly StoredChild[],
  links: readonly { childId: string; relationship: string }[],
): MatchedChild[] =>
  children.map(({ childId, child }) => ({
    childId,
    authority: child.authority,
    relationship: links.find((link) => link.childId === childId)?.relationship ?? 'OTHER',
  }))

const isRecorded = ({ notifications }: Chronology, { concernId }: Notification): boolean =>
  notifications.some((recorded) => recorded.concernId === concernId)

/** The chronologies that do not know of the concern yet, with it. */
const withNotification = (
  chronologies: readonly Chronology[],
  notification: Notification,
): Chronology[] =>
  chronologies
    .filter((chronology) => !isRecorded(chronology, notification))
    .map((chronology) => ({
      ...chronology,
      version: chronology.version + 1,
      notifications: [...chronology.notifications, notification].slice(-mostNotifications),
    }))

/** Gathers facts around a match, decides and plans the alerts: all of it pure, so a preview or a replay is the same call. */
export const assessMatch = (
  stored: StoredConcern,
  { match, known }: { readonly match: MatchRecord; readonly known: Known },
  { now, newId, ...step }: Step,
): Plan => {
  const { adults, links, children, chronologies } = joinedBy(match, known)
  const notification = notificationOf(stored)
  const past = chronologies.flatMap((chronology) => chronology.notifications)
  const accumulated = accumulation(past, notification, now)
  const previousRemoval = adults.some((adult) => adult.previousRemoval)
  const today = londonDay(now)
  const agreements = standingsOf(stored, known, { children, today })
  const facts = factsOf(
    stored,
    {
      band: match.band,
      children,
      previousRemoval,
      accumulation: accumulated,
      agreements,
    },
    today,
  )
  const decision = decideUnder(policyOn(today), facts)
  const matched = matchedChildren(children, links)
  const alerts = planAlerts(stored, { decision, facts, matched }, { now, newId })
  return {
    assessment: {
      concernId: stored.concernId,
      ...step,
      assessedAt: now.toISOString(),
      match,
      facts,
      decision,
      matched,
      contributing: [...accumulated.contributing],
      agreements,
      alertIds: alerts.map(({ alertId }) => alertId),
    },
    alerts,
    chronologies: withNotification(chronologies, notification),
  }
}

/** The first assessment of a concern: who the model finds, and what follows. */
export const assess = (stored: StoredConcern, gathered: Gathered, context: AssessContext): Plan =>
  assessMatch(
    stored,
    { match: identify(stored, gathered, context), known: gathered },
    { number: 1, cause: 'received', now: context.now, newId: context.newId },
  )
