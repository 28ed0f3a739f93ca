import { endOf } from '../../calendar/london-day.ts'
import { listedConcernOf } from '../../concerns/followed-concern.ts'
import {
  consentOf,
  type StoredConcern,
  storedConcernSchema,
} from '../../concerns/stored-concern.ts'
import type { ConcernId } from '../../kernel/ids.ts'
import { concernKey, tellingKey, wakeKey } from './keys.ts'

/** What a sweep looks for: concerns not yet assessed, and held ones whose time is over. */
export const waitingForAssessment = 'ASSESSMENT'
export const waitingForExpiry = 'EXPIRY'

const waitingRow = (waitingFor: string, waitingUntil: string | undefined) =>
  waitingUntil === undefined ? {} : { waitingFor, waitingUntil }

/** Where a concern stands in its agency's list: moved by what the agency can see of it, and by nothing else. */
const inList = (stored: StoredConcern) => {
  const listed = listedConcernOf(stored)
  return {
    sentBy: stored.submittedBy.agency,
    sentOrder: `${listed.changedAt}#${listed.concernId}`,
    listed,
  }
}

/** The concern as a row. One just received waits to be assessed at once; a held one waits to expire. */
export const concernRow = (stored: StoredConcern) => ({
  ...concernKey(stored.concernId),
  version: stored.version,
  state: stored.state,
  stored,
  ...inList(stored),
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

export const waitingForAgain = 'AGAIN'

/** That a concern is to be decided again, because of another that its household remembers now. */
export const wakeRow = (
  concernId: ConcernId,
  { concernId: because, receivedAt }: Pick<StoredConcern, 'concernId' | 'receivedAt'>,
) => ({
  ...wakeKey(concernId, because),
  waitingFor: waitingForAgain,
  waitingUntil: receivedAt,
})

/**
 * That a concern is to be decided again when the consent given with it is over: of itself, so that its sender's lead is
 * asked on that day whether or not anything happens to the family.
 */
export const consentOverRows = (stored: StoredConcern, now: Date) => {
  const { concernId } = stored
  const consent = consentOf(stored)
  if (consent?.status !== 'GIVEN' || consent.expiresOn === undefined) return []
  const over = endOf(consent.expiresOn)
  if (over <= now) return []
  return [
    {
      ...wakeKey(concernId, concernId),
      waitingFor: waitingForAgain,
      waitingUntil: over.toISOString(),
    },
  ]
}
