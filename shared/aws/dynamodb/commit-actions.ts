import type { AssessmentCommit } from '../../assessing/commit-plan.ts'
import { discloses } from '../../assessing/rests-on.ts'
import { urgencyOf } from '../../codes/response-times.ts'
import { put, putNew, putVersion, unmoved } from './actions.ts'
import { alertRow, outboxRow } from './alert-rows.ts'
import { takenUp } from './arrivals.ts'
import { auditRows } from './audit-rows.ts'
import { entryRows, headRow, unmovedHead, withheldRow } from './chronology-rows.ts'
import { consentOverRows, putConcern, tellingRows, wakeRow } from './concern-rows.ts'
import { naming } from './entries-of-moves.ts'
import { assessmentKey, concernKey, personKey } from './keys.ts'
import { nothingAcceptedSince } from './newest-change.ts'
import { protectedRow } from './protections.ts'
import { childAlertRows } from './related-alerts.ts'
import { reviewRow } from './reviews.ts'
import type { Action, Put } from './store.ts'
import { countUnagreed } from './unagreed.ts'

/** Every table that a decision writes, or checks that it has not moved. */
export type DecidingTables = Readonly<
  Record<'intake' | 'register' | 'casework' | 'auditEntries', string>
>
type Tables = DecidingTables

/** All that one assessment writes, by what has to be together. */
export type CommitActions = {
  /** What must happen at once: the decision, and whoever is told by it. */
  readonly decisive: readonly Action[]
  /** What only follows from it, and is not missed for a moment. */
  readonly later: readonly Put[]
  /** What hides more, at any time and whatever follows: may be written before. */
  readonly protections: readonly Put[]
  /** What is remembered of each child with this concern in it; and, where nothing changes, that it has not moved. */
  readonly heads: readonly Put[]
  readonly guards: readonly Action[]
  /** That what is disclosed was decided on what still stands; where nothing is, nothing need be asked. */
  readonly rests: readonly Action[]
}

/** A question to a person, with the message that tells them and its entry. */
const questionRows = (
  { casework, auditEntries }: Tables,
  { raised, messages, entries }: AssessmentCommit,
): readonly Put[] =>
  raised.flatMap((review) => [
    putVersion(casework, reviewRow(review)),
    ...messages
      .filter(({ recordId }) => recordId === review.reviewId)
      .map((message) => putNew(casework, outboxRow(message))),
    ...auditRows(
      auditEntries,
      entries.filter(({ subjects }) => subjects[0] === review.reviewId),
    ),
  ])

/** Authorities that are newly told by this assessment although nothing is agreed with them. */
const unagreedIn = ({ concern, assessment, alerts }: AssessmentCommit) => ({
  agency: concern.submittedBy.agency,
  authorities: assessment.agreements
    .filter(
      ({ authority, standing }) =>
        standing !== 'in-force' && alerts.some((alert) => alert.authority === authority),
    )
    .map(({ authority }) => authority),
  at: new Date(assessment.assessedAt),
})

/** What is remembered of each child to be read, its alerts, and the concerns that are to be decided again for this one. */
const rowsAround = (
  { casework }: Tables,
  { concern, assessment, alerts, changed, shown, withheld, woken }: AssessmentCommit,
): readonly Put[] => {
  const urgency = urgencyOf(assessment.decision.harmAfter)
  return [
    ...[...alerts, ...changed].flatMap(childAlertRows).map((row) => put(casework, row)),
    ...shown.flatMap((entry) => entryRows(casework, entry)),
    ...withheld.map((entry) => withheldRow(casework, entry)),
    ...woken.map((concernId) => put(casework, wakeRow(concernId, concern, urgency))),
    ...consentOverRows(concern, urgency, new Date(assessment.assessedAt)).map((row) =>
      put(casework, row),
    ),
  ]
}

const withNamed = (commit: AssessmentCommit): AssessmentCommit => ({
  ...commit,
  entries: naming(commit.entries, {
    concerns: [commit.concern],
    alerts: [...commit.alerts, ...commit.changed],
    reviews: [...commit.raised, ...commit.ended],
  }),
})

/** The sender's changes first, then the registers' records. */
const restsOf = ({ intake, register }: Tables, commit: AssessmentCommit): Action[] => {
  if (!discloses(commit)) return []
  const { newestChange, records } = commit.restsOn
  return [
    nothingAcceptedSince(intake, commit.concern.concernId, newestChange),
    ...records.map(({ of, id, version }) => unmoved(register, personKey(of, id), version)),
  ]
}

export const actionsOfCommit = (tables: Tables, made: AssessmentCommit): CommitActions => {
  const { intake, casework, auditEntries } = tables
  const commit = withNamed(made)
  const { concern, assessment, alerts, changed, messages, raised, ended, entries } = commit
  const isOfQuestion = (id: string | undefined): boolean =>
    raised.some(({ reviewId }) => reviewId === id)
  const said = auditRows(
    auditEntries,
    entries.filter(({ subjects }) => !isOfQuestion(subjects[0])),
  )
  return {
    decisive: [
      putConcern(casework, concern),
      ...(assessment.number === 1 ? [takenUp(intake, concernKey(concern.concernId))] : []),
      putNew(casework, { ...assessmentKey(assessment.concernId, assessment.number), assessment }),
      ...alerts.map((alert) => putNew(casework, alertRow(alert))),
      ...tellingRows(concern).map((row) => put(casework, row)),
      ...changed.map((alert) => putVersion(casework, alertRow(alert))),
      ...messages
        .filter(({ recordId }) => !isOfQuestion(recordId))
        .map((message) => putNew(casework, outboxRow(message))),
      ...ended.map((review) => putVersion(casework, reviewRow(review))),
      ...countUnagreed(casework, unagreedIn(commit)),
      ...said,
    ],
    later: [...questionRows(tables, commit), ...rowsAround(tables, commit)],
    protections: (commit.protections ?? []).map((one) => put(casework, protectedRow(one))),
    heads: commit.chronologies.map((head) => headRow(casework, head)),
    guards: commit.unchanged.map((head) => unmovedHead(casework, head)),
    rests: restsOf(tables, commit),
  }
}
