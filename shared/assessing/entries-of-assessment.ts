import type { Alert } from '../alerts/alert.ts'
import type { ChildEntry, ChronologyEntry } from '../chronology/entry.ts'
import { recordedFactors } from '../concerns/child-victim.ts'
import { isOfChildsService } from '../concerns/childs-service.ts'
import { eventOf } from '../concerns/event-of.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import { present } from '../kernel/present.ts'
import type { Assessment } from './assessment.ts'
import { entriesOfEngagements } from './entries-of-engagements.ts'

const entryOf = (
  { concern, concernId, receivedAt, submittedBy }: StoredConcern,
  { number, decision, facts, corrects }: Omit<Assessment, 'recipients'>,
): ChronologyEntry => {
  const { eventOn, isOngoing } = eventOf(concern, receivedAt)
  return {
    entryId: concernId,
    kind: corrects === undefined ? 'CONCERN' : 'CORRECTION',
    eventOn,
    isOngoing,
    recordedAt: receivedAt,
    source: { kind: 'agency', name: submittedBy.agencyName },
    harm: decision.harmAfter,
    factors: recordedFactors(concern),
    hasPreviousRemoval: facts.knownRemoval || facts.flags.includes('PREVIOUS_REMOVAL'),
    ...present({ corrects }),
    ...(decision.leadsOnly && { isLeadsOnly: true as const }),
    ...(isOfChildsService(concern, decision.harmAfter) && { isOfChildsService: true as const }),
    told: { concernId, assessment: number },
  }
}

/** The assessment by which this concern is told in an alert of its own, or in the one that took it in. */
const toldBy = (
  { concernId, assessment, furtherNotices = [] }: Alert,
  stored: StoredConcern,
): number | undefined =>
  concernId === stored.concernId
    ? assessment
    : furtherNotices.find((notice) => notice.concernId === stored.concernId)?.assessment

/**
 * One entry for each joined child: shown where its authority was told of it, by the assessment of which it was told, else
 * withheld. An adopted child has none to be read: its chronology would join a birth family to it (X6). `alerts`: those by
 * which this concern is told.
 */
export const entriesOfAssessment = (
  stored: StoredConcern,
  assessment: Omit<Assessment, 'recipients'>,
  alerts: readonly Alert[],
): { readonly shown: readonly ChildEntry[]; readonly withheld: readonly ChildEntry[] } => {
  const entry = entryOf(stored, assessment)
  const telling = alerts.filter(({ isOfAdopted }) => isOfAdopted !== true)
  const all = assessment.joined
    .filter(({ isAdopted }) => isAdopted !== true)
    .map(({ childId }) => ({
      childId,
      alert: telling.find(({ children }) => children.includes(childId)),
    }))
  const shown = all.flatMap(({ childId, alert }) => {
    if (alert === undefined) return []
    const { concernId } = stored
    const told = { concernId, assessment: toldBy(alert, stored) ?? assessment.number }
    return [{ childId, entry: { ...entry, told } }]
  })
  const engagements = assessment.decision.decision === 'SHARE' ? (stored.engagements ?? []) : []
  return {
    shown: [...shown, ...entriesOfEngagements(stored, { engagements, assessment, alerts })],
    withheld: all.flatMap(({ childId, alert }) =>
      alert === undefined ? [{ childId, entry }] : [],
    ),
  }
}
