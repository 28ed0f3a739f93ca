import type { Alert } from '../alerts/alert.ts'
import { type MatchedChild, planAlerts } from '../alerts/plan-alerts.ts'
import { londonDay } from '../calendar/london-day.ts'
import { accumulation } from '../chronology/accumulation.ts'
import { householdPast } from '../chronology/household.ts'
import { type Chronology, type Notification, notificationOf } from '../chronology/notification.ts'
import { remember } from '../chronology/remember.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import type { NewId } from '../kernel/ids.ts'
import { present } from '../kernel/present.ts'
import { stageOf } from '../people/stage.ts'
import type { StoredChild } from '../register/stored.ts'
import { decideUnder } from '../sharing/decide.ts'
import { policyOn } from '../sharing/policies.ts'
import { agreedOf } from './agreed.ts'
import type { Assessment } from './assessment.ts'
import { factsOf } from './facts-of.ts'
import type { Known, Past } from './gathered.ts'

/** Everything an assessment would change; nothing has been written yet. */
export type Plan = {
  readonly assessment: Assessment
  readonly alerts: readonly Alert[]
  /** Open alerts, a version on, that take this concern in. */
  readonly merged: readonly Alert[]
  /** Heads with this concern in them, and heads of siblings that were only read and must not have moved. */
  readonly chronologies: readonly Chronology[]
  readonly unchanged: readonly Chronology[]
}

/** Which assessment of its concern this is, and when. */
export type Step = Pick<Assessment, 'number' | 'cause' | 'answered'> & {
  readonly now: Date
  readonly newId: NewId
}

/** A match with what was read around it. */
export type Around = {
  readonly match: Assessment['match']
  readonly known: Known
  readonly past: Past
}

/** Which children a confirmed match joins, and what is already known of them. */
export const joinedBy = ({ confirmed }: Pick<Assessment['match'], 'confirmed'>, known: Known) => {
  const adults = known.adults.filter(({ adultId }) => confirmed.includes(adultId))
  const links = adults.flatMap((adult) => adult.children)
  const children = known.children.filter(({ childId }) =>
    links.some((link) => link.childId === childId),
  )
  const chronologies = known.chronologies.filter(({ childId }) =>
    children.some((child) => child.childId === childId),
  )
  return { subjects: adults.map(({ adultId }) => adultId), adults, links, children, chronologies }
}

const matchedChildren = (
  known: readonly StoredChild[],
  links: readonly { childId: string; relationship: string }[],
  today: string,
): MatchedChild[] =>
  known.map(({ childId, child }) => ({
    childId,
    authority: child.authority,
    ...stageOf(child, today),
    relationship: links.find((link) => link.childId === childId)?.relationship ?? 'OTHER',
  }))

/** What this household's past makes of the concern: its own children's, and that of siblings in the same home. */
const accumulatedBy = (
  notification: Notification,
  { subjects, children, chronologies }: ReturnType<typeof joinedBy>,
  { past, now }: { readonly past: Past; readonly now: Date },
) => {
  const own = chronologies.flatMap((chronology) => {
    const child = children.find(({ childId }) => childId === chronology.childId)
    return child === undefined ? [] : [{ child, chronology }]
  })
  const { siblings, others } = past
  return accumulation(householdPast(own, siblings, { subjects, others }), notification, now)
}

/** Gathers facts around a match, decides and plans the alerts: all of it pure, so a preview or a replay is the same call. */
export const assessMatch = (
  stored: StoredConcern,
  { match, known, past }: Around,
  { now, newId, ...step }: Step,
): Plan => {
  const joined = joinedBy(match, known)
  const { adults, links, children, chronologies, subjects } = joined
  const notification = notificationOf(stored, subjects, past.corrects)
  const accumulated = accumulatedBy(notification, joined, { past, now })
  const previousRemoval = adults.some((adult) => adult.previousRemoval)
  const today = londonDay(now)
  const agreed = agreedOf(stored, known, { children, today })
  const facts = factsOf(
    stored,
    {
      band: match.band,
      children,
      previousRemoval,
      accumulation: accumulated,
      ...agreed,
      earlier: past.earlier,
    },
    today,
  )
  const decision = decideUnder(policyOn(today), facts)
  const matched = matchedChildren(children, links, today)
  const told = { ...past, contributing: accumulated.contributing }
  const alerts = planAlerts(stored, { decision, facts, matched, past: told }, { now, newId })
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
      agreements: [...agreed.agreements],
      ...present({ corrects: past.corrects }),
      alertIds: alerts.map(({ alertId }) => alertId),
    },
    alerts,
    merged: [],
    chronologies: chronologies.flatMap(
      (chronology) => remember(chronology, notification, now) ?? [],
    ),
    unchanged: past.siblings.map(({ chronology }) => chronology),
  }
}
