import type { AssessmentCommit } from '../../assessing/commit-plan.ts'
import { londonDay } from '../../calendar/london-day.ts'
import { countUse } from '../../casework/count-use.ts'
import type { DecideReviewDeps } from '../../casework/decide-review.ts'
import { mostActions } from '../../kernel/most-actions.ts'
import { put, putNew, putVersion } from './actions.ts'
import { alertRow, outboxRow } from './alert-rows.ts'
import { auditRows } from './audit-rows.ts'
import { entryRows, headRow, unmovedHead, withheldRow } from './chronology-rows.ts'
import { concernRow, tellingRows, wakeRow } from './concern-rows.ts'
import { assessmentKey } from './keys.ts'
import { askIn, tallyIn } from './quotas.ts'
import { childAlertRows } from './related-alerts.ts'
import { reviewRow } from './reviews.ts'
import type { Action, Store } from './store.ts'
import { countTrial } from './trial.ts'
import { countUnagreed } from './unagreed.ts'

type Tables = { readonly casework: string; readonly audit: string }

/** What must happen together or not at all: 81 actions at most, with three authorities of twenty children each. */
const decisive = (
  { casework, audit }: Tables,
  { concern, assessment, alerts, changed, messages, raised, ended, entries }: AssessmentCommit,
): Action[] => [
  putVersion(casework, concernRow(concern)),
  putNew(casework, { ...assessmentKey(assessment.concernId, assessment.number), assessment }),
  ...alerts.map((alert) => putNew(casework, alertRow(alert))),
  ...tellingRows(concern).map((row) => put(casework, row)),
  ...changed.map((alert) => putVersion(casework, alertRow(alert))),
  ...messages.map((message) => putNew(casework, outboxRow(message))),
  ...[...raised, ...ended].map((review) => putVersion(casework, reviewRow(review))),
  ...countUnagreed(casework, unagreedIn(concern, assessment, alerts)),
  ...auditRows(audit, entries),
]

/** Authorities that are newly told by this assessment although nothing is agreed with them. */
const unagreedIn = (
  { submittedBy }: AssessmentCommit['concern'],
  { agreements, assessedAt }: AssessmentCommit['assessment'],
  alerts: AssessmentCommit['alerts'],
) => ({
  agency: submittedBy.agency,
  authorities: agreements
    .filter(
      ({ authority, standing }) =>
        standing !== 'in-force' && alerts.some((alert) => alert.authority === authority),
    )
    .map(({ authority }) => authority),
  at: new Date(assessedAt),
})

const chunksOf = (actions: readonly Action[]): Action[][] =>
  Array.from({ length: Math.ceil(actions.length / mostActions) }, (_, at) =>
    actions.slice(at * mostActions, (at + 1) * mostActions),
  )

/**
 * The transactions of one assessment: one, up to about twenty-eight children. Of a larger family the heads that find no
 * room are written first: they are never shown, and a second try finds the concern in them. Entries that find none are
 * written last, once what they tell is decided. A crash between leaves the concern to be assessed again, or those entries
 * out; never an alert unsent, or an entry of what was not shared.
 */
const transactionsOf = (
  tables: Tables,
  commit: AssessmentCommit,
  beside: readonly Action[],
): Action[][] => {
  const heads = commit.chronologies.map((head) => headRow(tables.casework, head))
  const guards = commit.unchanged.map((head) => unmovedHead(tables.casework, head))
  const rows = [
    ...commit.shown.flatMap((entry) => entryRows(tables.casework, entry)),
    ...commit.withheld.map((entry) => withheldRow(tables.casework, entry)),
    ...commit.woken.map((concernId) => put(tables.casework, wakeRow(concernId, commit.concern))),
    ...[...commit.alerts, ...commit.changed]
      .flatMap(childAlertRows)
      .map((row) => put(tables.casework, row)),
  ]
  const core = [...decisive(tables, commit), ...beside]
  const room = mostActions - core.length
  const rowsInside = rows.slice(0, room)
  const headsInside = heads.slice(0, room - rowsInside.length)
  const guardsInside = guards.slice(0, room - rowsInside.length - headsInside.length)
  return [
    ...chunksOf(heads.slice(headsInside.length)),
    [...core, ...rowsInside, ...headsInside, ...guardsInside],
    ...chunksOf(rows.slice(rowsInside.length)),
  ]
}

/**
 * Counts the questions that this raised against the client whose concern it is; a person is asked about too many, and
 * nothing of it reaches the sender. Beside the transaction: many of one client are assessed at once.
 */
const countReviews = async (
  store: Store,
  casework: string,
  { raised, concern: { submittedBy }, assessment }: AssessmentCommit,
): Promise<void> => {
  if (raised.length === 0) return
  const { clientId, agencyName } = submittedBy
  const day = londonDay(new Date(assessment.assessedAt))
  const use = { clientId, agencyName, day, kind: 'reviews', times: raised.length } as const
  await countUse(use, { tally: tallyIn(store, casework), ask: askIn(store, casework) })
}

/** {@link commitAssessmentIn}, with what else must be written in the transaction that decides. */
export const writeAssessment = async (
  { store, tables }: { readonly store: Store; readonly tables: Tables },
  commit: AssessmentCommit,
  beside: readonly Action[],
): Promise<'committed' | 'changed'> => {
  for (const actions of transactionsOf(tables, commit, beside))
    if ((await store.transact(actions)) !== 'committed') return 'changed'
  await countReviews(store, tables.casework, commit)
  return 'committed'
}

/**
 * Assessment, alerts, outbox, reviews, chronology and audit entries in one transaction, conditional on the version of the
 * concern and of every chronology that was read: what was decided on is what still stands. `trial` counts beside it.
 */
export const commitAssessmentIn =
  (store: Store, tables: Tables): DecideReviewDeps['commit'] =>
  (commit, trial) =>
    writeAssessment(
      { store, tables },
      commit,
      trial === undefined ? [] : [countTrial(tables.casework, trial)],
    )
