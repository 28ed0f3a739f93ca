import type { PassOnSilenceDeps, SilenceRef } from '../../casework/pass-on-silence.ts'
import type { Silence } from '../../concerns/stored-concern.ts'
import { putNew, putVersion } from './actions.ts'
import { alertRow, outboxRow } from './alert-rows.ts'
import { auditRows } from './audit-rows.ts'
import { silenceKey } from './keys.ts'
import type { Action, Store } from './store.ts'

export const waitingForSilence = 'SILENCE'

const statusField = 'status'

/** That a challenge of silence is to be passed on. What it says stands in the concern. */
export const putSilence = (
  casework: string,
  { concernId }: Pick<SilenceRef, 'concernId'>,
  { level, at }: Silence,
): Action =>
  putNew(casework, {
    ...silenceKey(concernId, level),
    [statusField]: 'PENDING',
    waitingFor: waitingForSilence,
    waitingUntil: at,
  })

/** All of it, if nothing has moved and it waits still. */
export const commitSilenceIn =
  (
    store: Store,
    tables: { readonly casework: string; readonly auditEntries: string },
  ): PassOnSilenceDeps['commit'] =>
  async ({ concernId, level }, { alerts, messages, entries }) => {
    const result = await store.transact([
      {
        kind: 'update',
        table: tables.casework,
        key: silenceKey(concernId, level),
        set: { [statusField]: 'DONE' },
        remove: ['waitingFor', 'waitingUntil'],
        condition: { kind: 'equals', field: statusField, value: 'PENDING' },
      },
      ...alerts.map((alert) => putVersion(tables.casework, alertRow(alert))),
      ...messages.map((message) => putNew(tables.casework, outboxRow(message))),
      ...auditRows(tables.auditEntries, entries),
    ])
    return result === 'committed' ? 'committed' : 'changed'
  }
