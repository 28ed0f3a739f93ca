import type { Alert } from '../alerts/alert.ts'
import { type MatchedChild, planAlerts } from '../alerts/plan-alerts.ts'
import { accumulation } from '../chronology/accumulation.ts'
import type { Chronology, Notification } from '../chronology/notification.ts'
import { londonDay } from '../clocks/working-days.ts'
import type { NewId } from '../kernel/ids.ts'
import { type MatchResult, matchPerson } from '../matching/match.ts'
import type { MatchModel } from '../matching/model.ts'
import type { StoredChild } from '../register/stored.ts'
import { decide } from '../sharing/decide.ts'
import type { Assessment } from './assessment.ts'
import { factsOf } from './facts-of.ts'
import type { Gathered } from './gathered.ts'
import type { StoredConcern } from './stored-concern.ts'

/** Everything an assessment would change; nothing has been written yet. */
export type Plan = {
  readonly assessment: Assessment
  readonly alerts: readonly Alert[]
  /** Open alerts, a version on, that take this concern in. */
  readonly merged: readonly Alert[]
  readonly chronologies: readonly Chronology[]
}

export type AssessContext = {
  readonly model: MatchModel
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

/** Who the subject is, which children that joins, and what is already known of them. Only a confirmed match joins. */
const identify = (stored: StoredConcern, gathered: Gathered, model: MatchModel) => {
  const { subject, children } = stored.concern
  const match = matchPerson({
    query: subject,
    children: children.map(({ name, dateOfBirth, expectedDateOfDelivery }) => ({
      ...name,
      dateOfBirth,
      expectedDateOfDelivery,
    })),
    candidates: gathered.adults.map((adult) => ({
      id: adult.adultId,
      person: adult.person,
      children: adult.children,
    })),
    model,
    incomplete: gathered.incomplete,
  })
  const adults = gathered.adults.filter(({ adultId }) => match.confirmed.includes(adultId))
  const links = adults.flatMap((adult) => adult.children)
  const known = gathered.children.filter(({ childId }) =>
    links.some((link) => link.childId === childId),
  )
  const chronologies = gathered.chronologies.filter(({ childId }) =>
    known.some((child) => child.childId === childId),
  )
  return { match, adults, links, known, chronologies }
}

const matchedChildren = (
  known: readonly StoredChild[],
  links: readonly { childId: string; relationship: string }[],
): MatchedChild[] =>
  known.map(({ childId, child }) => ({
    childId,
    authority: child.authority,
    relationship: links.find((link) => link.childId === childId)?.relationship ?? 'OTHER',
  }))

const appended = (chronology: Chronology, notification: Notification): Chronology => ({
  ...chronology,
  version: chronology.version + 1,
  notifications: [...chronology.notifications, notification].slice(-mostNotifications),
})

const recordOf = ({
  band,
  incomplete,
  modelVersion,
  confirmed,
  candidates,
}: MatchResult): Assessment['match'] => ({
  band,
  incomplete,
  modelVersion,
  confirmed: [...confirmed],
  candidates: candidates.map(({ guards, explanation, ...scored }) => ({
    ...scored,
    guards: [...guards],
    explanation: explanation.map(({ comparison, level, bits }) => ({ comparison, level, bits })),
  })),
})

/** Match, gather facts, decide, plan the alerts: all of it pure, so a preview or a replay is the same call. */
export const assess = (stored: StoredConcern, gathered: Gathered, context: AssessContext): Plan => {
  const { now, newId } = context
  const { match, adults, links, known, chronologies } = identify(stored, gathered, context.model)
  const notification = notificationOf(stored)
  const past = chronologies.flatMap((chronology) => chronology.notifications)
  const accumulated = accumulation(past, notification, now)
  const previousRemoval = adults.some((adult) => adult.previousRemoval)
  const facts = factsOf(
    stored,
    { band: match.band, children: known, previousRemoval, accumulation: accumulated },
    londonDay(now),
  )
  const decision = decide(facts)
  const matched = matchedChildren(known, links)
  const alerts = planAlerts(stored, { decision, facts, matched }, { now, newId })
  return {
    assessment: {
      concernId: stored.concernId,
      number: 1,
      assessedAt: now.toISOString(),
      match: recordOf(match),
      facts,
      decision,
      matched,
      contributing: [...accumulated.contributing],
      alertIds: alerts.map(({ alertId }) => alertId),
    },
    alerts,
    merged: [],
    chronologies: chronologies.map((chronology) => appended(chronology, notification)),
  }
}
