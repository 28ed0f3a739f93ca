import type { DynamoDBClient, TransactWriteItem } from '@aws-sdk/client-dynamodb'
import type { AssessConcernDeps } from '../../concerns/assess-concern.ts'
import type { AssessmentCommit } from '../../concerns/commit-plan.ts'
import { alertRow, outboxRow } from './alert-rows.ts'
import { auditRows } from './audit-rows.ts'
import { entryRows, headRow, unmovedHead, withheldRow } from './chronology-rows.ts'
import { concernRow } from './concern-rows.ts'
import { putNew, putVersion } from './item.ts'
import { assessmentKey } from './keys.ts'
import { transact } from './transact.ts'

type Tables = { readonly casework: string; readonly audit: string }

/** What one transaction takes. */
const mostActions = 100

/** What must happen together or not at all: 81 actions at most, with three authorities of twenty children each. */
const decisive = (
  { casework, audit }: Tables,
  { concern, assessment, alerts, messages, entries }: AssessmentCommit,
): TransactWriteItem[] => [
  putVersion(casework, concernRow(concern)),
  putNew(casework, { ...assessmentKey(assessment.concernId, assessment.number), assessment }),
  ...alerts.map((alert) => putNew(casework, alertRow(alert))),
  ...messages.map((message) => putNew(casework, outboxRow(message))),
  ...auditRows(audit, entries),
]

const chunksOf = (actions: readonly TransactWriteItem[]): TransactWriteItem[][] =>
  Array.from({ length: Math.ceil(actions.length / mostActions) }, (_, at) =>
    actions.slice(at * mostActions, (at + 1) * mostActions),
  )

/**
 * The transactions of one assessment: one, up to about twenty-eight children. Of a larger family the heads that find no
 * room are written first: they are never shown, and a second try finds the concern in them. Entries that find none are
 * written last, once what they tell is decided. A crash between leaves the concern to be assessed again, or those entries
 * out; never an alert unsent, or an entry of what was not shared.
 */
const transactionsOf = (tables: Tables, commit: AssessmentCommit): TransactWriteItem[][] => {
  const heads = commit.chronologies.map((head) => headRow(tables.casework, head))
  const guards = commit.unchanged.map((head) => unmovedHead(tables.casework, head))
  const rows = [
    ...commit.shown.flatMap((entry) => entryRows(tables.casework, entry)),
    ...commit.withheld.map((entry) => withheldRow(tables.casework, entry)),
  ]
  const core = decisive(tables, commit)
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
 * Assessment, alerts, outbox, chronology and audit entries in one transaction, conditional on the version of the concern
 * and of every chronology that was read: what was decided on is what still stands.
 */
export const commitAssessmentIn =
  (client: DynamoDBClient, tables: Tables): AssessConcernDeps['commit'] =>
  async (commit) => {
    for (const actions of transactionsOf(tables, commit))
      if ((await transact(client, actions)) !== 'committed') return 'changed'
    return 'committed'
  }
