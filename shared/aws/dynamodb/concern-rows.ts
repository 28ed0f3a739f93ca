import { endOf } from '../../calendar/london-day.ts'
import type { Urgency } from '../../codes/response-times.ts'
import { listedConcernOf } from '../../concerns/followed-concern.ts'
import { newlyReceived } from '../../concerns/newly-received.ts'
import { statedPerson } from '../../concerns/stated-person.ts'
import {
  consentOf,
  type ReceivedConcern,
  receivedOf,
  type StoredConcern,
  standingOf,
} from '../../concerns/stored-concern.ts'
import { withoutAside } from '../../kernel/aside.ts'
import type { ConcernId } from '../../kernel/ids.ts'
import { put, putVersion } from './actions.ts'
import { arrivalRow } from './arrivals.ts'
import { concernKind, receivedKind } from './concern-kinds.ts'
import { concernKey, tellingKey, wakeKey } from './keys.ts'
import type { KeyedRow, Put, Row } from './store.ts'
import { waitingIn } from './waiting-place.ts'

/** What a sweep looks for: concerns not yet assessed, and held ones whose time is over. */
export const waitingForAssessment = 'ASSESSMENT'
export const waitingForExpiry = 'EXPIRY'

/** Where a concern stands in its agency's list: moved by what the agency can see of it, and by nothing else. */
const inList = (stored: StoredConcern) => {
  const listed = listedConcernOf(stored)
  return {
    sentBy: stored.submittedBy.agency,
    sentOrder: `${listed.changedAt}#${listed.concernId}`,
    listed,
  }
}

/** What was received, in intake. */
export const receivedRow = (stored: StoredConcern): KeyedRow => ({
  ...concernKey(stored.concernId),
  received: receivedOf(stored),
})

const toAssess = ({ concernId, receivedAt: at }: StoredConcern, urgency: Urgency): KeyedRow =>
  arrivalRow(concernKey(concernId), waitingForAssessment, { at, urgency })

/** As {@link receivedRow}, and that it is to be assessed: until then it stands in its agency's list from there. */
export const receivedRows = (stored: StoredConcern, urgency: Urgency): readonly KeyedRow[] => [
  receivedRow(stored),
  { ...toAssess(stored, urgency), ...inList(stored) },
]

/** A concern that stands in its agency's list from casework before it is assessed stands there alone. */
export const listedOnce = (
  intake: string,
  stored: StoredConcern,
  urgency: Urgency,
): readonly Put[] => (stored.state === 'RECEIVED' ? [put(intake, toAssess(stored, urgency))] : [])

/** What the hub has made of the concern, in casework. A held one waits to expire. */
export const concernRow = (stored: StoredConcern) => ({
  ...concernKey(stored.concernId),
  version: stored.version,
  state: stored.state,
  standing: standingOf(stored),
  ...inList(stored),
  ...(stored.expiresAt !== undefined && {
    waitingFor: waitingIn(waitingForExpiry, stored.concernId),
    waitingUntil: stored.expiresAt,
  }),
})

/** Replaces the version before. The first is what was received: casework has no row of it. */
export const putConcern = (casework: string, stored: StoredConcern): Put => ({
  ...putVersion(casework, concernRow(stored)),
  ...(stored.version === 2 && { condition: { kind: 'absent' } }),
})

/** What this release does not know of it stays where it is: nothing writes what was received again. */
const receivedIn = (row: Row): ReceivedConcern => withoutAside(receivedKind.read(row).received)

/** The concern that was received in this row, when nothing has been made of it yet. */
export const newlyReceivedIn = (row: Row): StoredConcern => newlyReceived(receivedIn(row))

/** The concern of its rows in intake and casework. */
export const concernOf = (
  received: Row | undefined,
  standing: Row | undefined,
): StoredConcern | undefined => {
  if (received === undefined) return undefined
  if (standing === undefined) return newlyReceivedIn(received)
  return {
    ...receivedIn(received),
    ...concernKind.read(standing).standing,
  }
}

/** Where a concern that states a day is found again by its agency's next one. */
export const tellingRows = ({ concern, concernId, submittedBy, receivedAt }: StoredConcern) =>
  concern.incidentOn === undefined
    ? []
    : [
        {
          ...tellingKey(submittedBy.agency, concern.incidentOn, concernId),
          telling: { concernId, recordedAt: receivedAt, stated: statedPerson(concern.subject) },
        },
      ]

export const waitingForAgain = 'AGAIN'

/** That a concern is to be decided again, because of another that its household remembers now, and as soon as that. */
export const wakeRow = (
  concernId: ConcernId,
  { concernId: because, receivedAt }: Pick<StoredConcern, 'concernId' | 'receivedAt'>,
  urgency: Urgency,
) => ({
  ...wakeKey(concernId, because),
  waitingFor: waitingIn(waitingForAgain, concernId, urgency),
  waitingUntil: receivedAt,
})

/**
 * That a concern is to be decided again when the consent given with it is over: of itself, so that its sender's lead is
 * asked on that day whether or not anything happens to the family.
 */
export const consentOverRows = (stored: StoredConcern, urgency: Urgency, now: Date) => {
  const { concernId } = stored
  const consent = consentOf(stored)
  if (consent?.status !== 'GIVEN' || consent.expiresOn === undefined) return []
  const over = endOf(consent.expiresOn)
  if (over <= now) return []
  return [
    {
      ...wakeKey(concernId, concernId),
      waitingFor: waitingIn(waitingForAgain, concernId, urgency),
      waitingUntil: over.toISOString(),
    },
  ]
}
