import type { Alert } from '../alerts/alert.ts'
import type { ChildEntry } from '../chronology/entry.ts'
import { isOfChildsService } from '../concerns/childs-service.ts'
import type { KeptEngagement } from '../concerns/engagement.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import type { Decision } from '../sharing/decision.ts'
import type { Assessment } from './assessment.ts'

/** Whether whoever reads by this alert may be told how the subject stands with the sender: it has all of the concern (X4), and is of no adopted child (X6). */
export const tellsEngagement = ({
  decision,
  isOfAdopted,
  moved,
}: Pick<Alert, 'isOfAdopted' | 'moved'> & {
  readonly decision: Decision['decision']
}): boolean => decision === 'SHARE' && isOfAdopted !== true && moved === undefined

type Told = {
  readonly engagements: readonly KeptEngagement[]
  readonly assessment: Pick<Assessment, 'number' | 'decision'>
  /** Those by which the concern is told. */
  readonly alerts: readonly Alert[]
}

/**
 * An entry of each child that such an alert names, for each engagement. It says nothing of harm, so it is of none: what
 * somebody makes of it is a concern, which is told as one and alone is counted.
 */
export const entriesOfEngagements = (
  { concern, concernId, submittedBy }: StoredConcern,
  { engagements, assessment, alerts }: Told,
): ChildEntry[] => {
  const { number, decision } = assessment
  const children = new Set(alerts.filter(tellsEngagement).flatMap((alert) => alert.children))
  return engagements.flatMap(({ changeId, engagement, on, recordedAt }) =>
    [...children].map((childId) => ({
      childId,
      entry: {
        entryId: changeId,
        kind: 'ENGAGEMENT' as const,
        eventOn: on,
        isOngoing: false,
        recordedAt,
        source: { kind: 'agency' as const, name: submittedBy.agencyName },
        harm: 'H0' as const,
        factors: [],
        hasPreviousRemoval: false,
        engagement,
        ...(decision.leadsOnly && { isLeadsOnly: true as const }),
        ...(isOfChildsService(concern, decision.harmAfter) && { isOfChildsService: true as const }),
        told: { concernId, assessment: number },
      },
    })),
  )
}
