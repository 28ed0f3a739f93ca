import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { AssessConcernDeps } from '../../concerns/assess-concern.ts'
import { alertRow, outboxRow } from './alert-rows.ts'
import { auditRows } from './audit-rows.ts'
import { concernRow } from './concern-rows.ts'
import { putNew, putVersion } from './item.ts'
import { assessmentKey, chronologyKey } from './keys.ts'
import { childAlertRows } from './related-alerts.ts'
import { transact } from './transact.ts'

/**
 * Assessment, alerts, outbox, chronology and audit entries in one transaction, conditional on the version of the concern
 * and of every chronology that was read: what was decided on is what still stands.
 */
export const commitAssessmentIn =
  (
    client: DynamoDBClient,
    tables: { readonly casework: string; readonly audit: string },
  ): AssessConcernDeps['commit'] =>
  async ({ concern, assessment, alerts, merged, messages, chronologies, entries }) => {
    const result = await transact(client, [
      putVersion(tables.casework, concernRow(concern)),
      putNew(tables.casework, {
        ...assessmentKey(assessment.concernId, assessment.number),
        assessment,
      }),
      ...chronologies.map((chronology) =>
        putVersion(tables.casework, {
          ...chronologyKey(chronology.childId),
          version: chronology.version,
          chronology,
        }),
      ),
      ...alerts.map((alert) => putNew(tables.casework, alertRow(alert))),
      ...merged.map((alert) => putVersion(tables.casework, alertRow(alert))),
      ...alerts.flatMap(childAlertRows).map((row) => putNew(tables.casework, row)),
      ...messages.map((message) => putNew(tables.casework, outboxRow(message))),
      ...auditRows(tables.audit, entries),
    ])
    return result === 'committed' ? 'committed' : 'changed'
  }
