import type { ChallengeAnswerDeps } from '../../casework/challenge-answer.ts'
import { putNew, putVersion } from './actions.ts'
import { alertRow, outboxRow } from './alert-rows.ts'
import { auditRows } from './audit-rows.ts'
import { listedOnce, putConcern } from './concern-rows.ts'
import { naming } from './entries-of-moves.ts'
import { rememberKey } from './idempotency.ts'
import { putSilence } from './silences.ts'
import type { Store } from './store.ts'

/** The key, the concern, what goes with it and the entries, if nothing has moved and the key is new. */
export const commitChallengeIn =
  (
    store: Store,
    tables: { readonly intake: string; readonly casework: string; readonly auditEntries: string },
  ): ChallengeAnswerDeps['commit'] =>
  async ({ idempotency, at, concern, urgency, alert, messages = [], silence, entries }) => {
    const { concernId } = concern
    const result = await store.transact([
      rememberKey(tables.intake, idempotency, { concernId, at }),
      putConcern(tables.casework, concern),
      ...listedOnce(tables.intake, concern, urgency),
      ...(alert === undefined ? [] : [putVersion(tables.casework, alertRow(alert))]),
      ...(silence === undefined ? [] : putSilence(tables.intake, concern, { silence, urgency })),
      ...messages.map((message) => putNew(tables.casework, outboxRow(message))),
      ...auditRows(
        tables.auditEntries,
        naming(entries, { concerns: [concern], alerts: alert === undefined ? [] : [alert] }),
      ),
    ])
    return result === 'committed' ? 'committed' : 'changed'
  }
