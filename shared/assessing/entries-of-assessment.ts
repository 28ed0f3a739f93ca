import type { Alert } from '../alerts/alert.ts'
import type { ChildEntry, ChronologyEntry, WithheldEntry } from '../chronology/entry.ts'
import { recordedFactors } from '../concerns/child-victim.ts'
import { eventOf } from '../concerns/event-of.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import type { ChildId } from '../kernel/ids.ts'
import { present } from '../kernel/present.ts'
import type { Assessment } from './assessment.ts'

type Assessed = {
  readonly stored: StoredConcern
  readonly assessment: Pick<Assessment, 'corrects'>
}

const factsOfEntry = ({ stored, assessment: { corrects } }: Assessed): WithheldEntry['entry'] => {
  const { concern, concernId, receivedAt, submittedBy } = stored
  const { eventOn, isOngoing } = eventOf(concern, receivedAt)
  return {
    entryId: concernId,
    kind: corrects === undefined ? 'CONCERN' : 'CORRECTION',
    eventOn,
    isOngoing,
    recordedAt: receivedAt,
    source: { kind: 'agency', name: submittedBy.agencyName },
    harm: concern.harm,
    factors: recordedFactors(concern),
    ...present({ corrects }),
  }
}

/** Taken from the alert as it was redacted for the child's authority, so it can say no more than that did. */
const shownEntry = (assessed: Assessed, { content }: Alert): ChronologyEntry => {
  const { harm, factors, reason, narrative, banners, referrer } = content
  return {
    ...factsOfEntry(assessed),
    source: { kind: 'agency', name: referrer.agencyName },
    harm,
    factors,
    hasPreviousRemoval: banners.includes('PREVIOUS_REMOVAL'),
    reason,
    ...(narrative !== undefined && {
      nature: [...new Set(narrative.map(({ kind }) => kind))],
      statements: narrative,
    }),
  }
}

/**
 * One entry for each matched child: as its authority was alerted to it, or withheld. An alert that names no child of an
 * adoption leaves no entry to be read under that child either (X6).
 */
export const entriesOfAssessment = (
  stored: StoredConcern,
  assessment: Pick<Assessment, 'matched' | 'corrects'>,
  alerts: readonly Alert[],
): { readonly shown: readonly ChildEntry[]; readonly withheld: readonly WithheldEntry[] } => {
  const assessed = { stored, assessment }
  const alertFor = (childId: ChildId): Alert | undefined =>
    alerts.find(({ content }) => content.children.some((child) => child.childId === childId))
  const childIds = assessment.matched.map(({ childId }) => childId)
  return {
    shown: childIds.flatMap((childId) => {
      const alert = alertFor(childId)
      return alert === undefined ? [] : [{ childId, entry: shownEntry(assessed, alert) }]
    }),
    withheld: childIds
      .filter((childId) => alertFor(childId) === undefined)
      .map((childId) => ({ childId, entry: factsOfEntry(assessed) })),
  }
}
