import type { PassOnSilenceDeps, SilenceRef } from '../../casework/pass-on-silence.ts'
import type { Urgency } from '../../codes/response-times.ts'
import { type Silence, silenceSchema } from '../../concerns/stored-concern.ts'
import { putNew, putVersion } from './actions.ts'
import { alertRow, outboxRow } from './alert-rows.ts'
import { arrivalRow, takenUp } from './arrivals.ts'
import { auditRows } from './audit-rows.ts'
import { naming } from './entries-of-moves.ts'
import { silenceKey } from './keys.ts'
import { rowKind } from './rows/row-kind.ts'
import type { Action, Store } from './store.ts'

export const waitingForSilence = 'SILENCE'

export const silenceKind = rowKind({
  name: 'silence',
  places: ['intake CONCERN SILENCE'],
  content: 'silence',
  shape: { silence: silenceSchema },
})

/** A challenge of silence as received, and that it is to be passed on. */
export const putSilence = (
  intake: string,
  { concernId }: Pick<SilenceRef, 'concernId'>,
  { silence, urgency }: { readonly silence: Silence; readonly urgency: Urgency },
): readonly Action[] => {
  const key = silenceKey(concernId, silence.level)
  return [
    putNew(intake, { ...key, silence }),
    putNew(intake, arrivalRow(key, waitingForSilence, { at: silence.at, urgency })),
  ]
}

/** All of it, if nothing has moved and it waits still. */
export const commitSilenceIn =
  (
    store: Store,
    tables: { readonly intake: string; readonly casework: string; readonly auditEntries: string },
  ): PassOnSilenceDeps['commit'] =>
  async ({ concernId, level }, { alerts, messages, entries }) => {
    const result = await store.transact([
      {
        ...takenUp(tables.intake, silenceKey(concernId, level)),
        condition: { kind: 'has', field: 'waitingFor' },
      },
      ...alerts.map((alert) => putVersion(tables.casework, alertRow(alert))),
      ...messages.map((message) => putNew(tables.casework, outboxRow(message))),
      ...auditRows(tables.auditEntries, naming(entries, { alerts })),
    ])
    return result === 'committed' ? 'committed' : 'changed'
  }
