import type { DynamoDBClient, TransactWriteItem } from '@aws-sdk/client-dynamodb'
import type { AssessmentCommit } from '../../concerns/commit-plan.ts'
import type { DecideReviewDeps } from '../../reviews/decide-review.ts'
import { alertRow, outboxRow } from './alert-rows.ts'
import { auditRows } from './audit-rows.ts'
import { concernRow } from './concern-rows.ts'
import { putNew, putVersion } from './item.ts'
import { assessmentKey, chronologyKey } from './keys.ts'
import { reviewRow } from './reviews.ts'
import { transact } from './transact.ts'
import { countTrial } from './trial.ts'

type Tables = { readonly casework: string; readonly audit: string }

/** Everything one assessment writes, conditional on the version of the concern and of every chronology that was read. */
export const assessmentWrites = (
  { casework, audit }: Tables,
  { concern, assessment, alerts, messages, chronologies, reviews, entries }: AssessmentCommit,
): TransactWriteItem[] => [
  putVersion(casework, concernRow(concern)),
  putNew(casework, { ...assessmentKey(assessment.concernId, assessment.number), assessment }),
  ...chronologies.map((chronology) =>
    putVersion(casework, {
      ...chronologyKey(chronology.childId),
      version: chronology.version,
      chronology,
    }),
  ),
  ...alerts.map((alert) => putNew(casework, alertRow(alert))),
  ...messages.map((message) => putNew(casework, outboxRow(message))),
  ...reviews.map((review) => putVersion(casework, reviewRow(review))),
  ...auditRows(audit, entries),
]

/** The whole assessment in one transaction: what was decided on is what still stands. `trial` counts beside it. */
export const commitAssessmentIn =
  (client: DynamoDBClient, tables: Tables): DecideReviewDeps['commit'] =>
  async (commit, trial) => {
    const result = await transact(client, [
      ...assessmentWrites(tables, commit),
      ...(trial === undefined ? [] : [countTrial(tables.casework, trial)]),
    ])
    return result === 'committed' ? 'committed' : 'changed'
  }
