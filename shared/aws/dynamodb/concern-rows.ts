import { type StoredConcern, storedConcernSchema } from '../../concerns/stored-concern.ts'
import { concernKey, tellingKey } from './keys.ts'

/** What a sweep looks for: concerns not yet assessed, and held ones whose time is over. */
export const waitingForAssessment = 'ASSESSMENT'
export const waitingForExpiry = 'EXPIRY'

const waitingRow = (waitingFor: string, waitingUntil: string | undefined) =>
  waitingUntil === undefined ? {} : { waitingFor, waitingUntil }

/** The concern as a row. One just received waits to be assessed at once; a held one waits to expire. */
export const concernRow = (stored: StoredConcern) => ({
  ...concernKey(stored.concernId),
  version: stored.version,
  state: stored.state,
  stored,
  ...(stored.state === 'RECEIVED'
    ? waitingRow(waitingForAssessment, stored.receivedAt)
    : waitingRow(waitingForExpiry, stored.expiresAt)),
})

/** Reads the row through the schema that wrote it. */
export const concernOf = (row: Readonly<Record<string, unknown>>): StoredConcern =>
  storedConcernSchema.parse(row['stored'])

/** Where a concern that states a day is found again by its agency's next one. */
export const tellingRows = ({ concern, concernId, submittedBy, receivedAt }: StoredConcern) =>
  concern.incidentOn === undefined
    ? []
    : [
        {
          ...tellingKey(submittedBy.agency, concern.incidentOn, concernId),
          telling: { concernId, recordedAt: receivedAt },
        },
      ]
