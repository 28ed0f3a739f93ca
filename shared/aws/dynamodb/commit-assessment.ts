import type { AssessmentCommit } from '../../assessing/commit-plan.ts'
import type { DecideReviewDeps } from '../../casework/decide-review.ts'
import { mostActions } from '../../kernel/most-actions.ts'
import { put, putNew, putVersion } from './actions.ts'
import { alertRow, outboxRow } from './alert-rows.ts'
import { auditRowsInOrder } from './audit-rows.ts'
import { entryRows, headRow, unmovedHead, withheldRow } from './chronology-rows.ts'
import { chunksOf } from './chunks-of.ts'
import { concernRow, tellingRows, wakeRow } from './concern-rows.ts'
import { assessmentKey } from './keys.ts'
import { childAlertRows } from './related-alerts.ts'
import { reviewRow } from './reviews.ts'
import type { Action, Put, Store } from './store.ts'
import { roomBeside, transactWithRest } from './transact-with-rest.ts'
import { countTrial } from './trial.ts'
import { countUnagreed } from './unagreed.ts'

type Tables = { readonly casework: string; readonly audit: string }

/** What decides, and must happen together or not at all. */
const decisive = (
  { casework }: Tables,
  { concern, assessment, alerts, changed, messages, raised, ended }: AssessmentCommit,
): Action[] => [
  putVersion(casework, concernRow(concern)),
  putNew(casework, { ...assessmentKey(assessment.concernId, assessment.number), assessment }),
  ...alerts.map((alert) => putNew(casework, alertRow(alert))),
  ...tellingRows(concern).map((row) => put(casework, row)),
  ...changed.map((alert) => putVersion(casework, alertRow(alert))),
  ...messages
    .filter((message) => !isOfReview(message, raised))
    .map((message) => putNew(casework, outboxRow(message))),
  ...ended.map((review) => putVersion(casework, reviewRow(review))),
  ...countUnagreed(casework, unagreedIn(concern, assessment, alerts)),
]

const isOfReview = (
  { recordId }: AssessmentCommit['messages'][number],
  raised: AssessmentCommit['raised'],
): boolean => raised.some(({ reviewId }) => reviewId === recordId)

/** What follows from it, what should be there soonest first. */
const following = ({ casework, audit }: Tables, commit: AssessmentCommit): Put[] => [
  ...commit.raised.map((review) => putNew(casework, reviewRow(review))),
  ...commit.messages
    .filter((message) => isOfReview(message, commit.raised))
    .map((message) => putNew(casework, outboxRow(message))),
  ...auditRowsInOrder(audit, commit.entries),
  ...commit.shown.flatMap((entry) => entryRows(casework, entry)),
  ...commit.withheld.map((entry) => withheldRow(casework, entry)),
  ...commit.woken.map((concernId) => put(casework, wakeRow(concernId, commit.concern))),
  ...[...commit.alerts, ...commit.changed].flatMap(childAlertRows).map((row) => put(casework, row)),
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

/**
 * {@link commitAssessmentIn}, with what else must be written in the transaction that decides. Of a large family the heads
 * that find no room in it are written before: they are never shown, and a second try finds the concern in them. What
 * follows from the decision is kept to be written where it finds none.
 */
export const writeAssessment = async (
  { store, tables }: { readonly store: Store; readonly tables: Tables },
  commit: AssessmentCommit,
  beside: readonly Action[],
): Promise<'committed' | 'changed'> => {
  const { casework } = tables
  const heads = commit.chronologies.map((head) => headRow(casework, head))
  const guards = commit.unchanged.map((head) => unmovedHead(casework, head))
  const core = [...decisive(tables, commit), ...beside]
  const rest = following(tables, commit)
  const inside = [...heads, ...guards].slice(0, roomBeside(core, rest))
  for (const before of chunksOf(heads.slice(inside.length), mostActions))
    if ((await store.transact(before)) !== 'committed') return 'changed'
  const { concernId, version } = commit.concern
  const result = await transactWithRest(store, casework, {
    id: `${concernId}.${version}`,
    core: [...core, ...inside],
    rest,
    since: new Date(commit.assessment.assessedAt),
  })
  return result === 'committed' ? 'committed' : 'changed'
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
