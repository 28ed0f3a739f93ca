import { type EarlierConcern, mergeAlerts } from '../alerts/further-notice.ts'
import type { Plan } from '../assessing/assess.ts'
import { resendHours } from '../chronology/resent.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import type { ConcernId } from '../kernel/ids.ts'

/** The most earlier concerns that are looked at: the newest. */
const mostEarlier = 10

/** Concerns of the same agency about the same children, lately: worth a look before their authority is told again. */
const sameAgencyLately = (stored: StoredConcern, { alerts, chronologies }: Plan): ConcernId[] => {
  if (alerts.length === 0 || stored.concern.incidentOn === undefined) return []
  const since = Date.parse(stored.receivedAt) - resendHours * 60 * 60 * 1000
  const found = chronologies
    .flatMap(({ notifications }) => notifications)
    .filter(
      ({ concernId, agency, recordedAt }) =>
        concernId !== stored.concernId &&
        agency === stored.submittedBy.agency &&
        Date.parse(recordedAt) >= since,
    )
  return [...new Set(found.map(({ concernId }) => concernId))].slice(-mostEarlier)
}

/**
 * The plan with what only repeats an open alert put into that alert (F12). Reads nothing unless the same agency told of
 * the same children within three days; then what it told, in two or three round trips more.
 */
export const mergeResent = async (
  stored: StoredConcern,
  plan: Plan,
  {
    now,
    readEarlierConcerns,
  }: {
    readonly now: Date
    readonly readEarlierConcerns: (
      concernIds: readonly ConcernId[],
    ) => Promise<readonly EarlierConcern[]>
  },
): Promise<Plan> => {
  const concernIds = sameAgencyLately(stored, plan)
  if (concernIds.length === 0) return plan
  const { confirmed } = plan.assessment.match
  const { raised, merged } = mergeAlerts(
    plan.alerts,
    { stored, confirmed, now },
    await readEarlierConcerns(concernIds),
  )
  return {
    ...plan,
    alerts: raised,
    merged,
    assessment: {
      ...plan.assessment,
      alertIds: raised.map(({ alertId }) => alertId),
      ...(merged.length > 0 && { mergedInto: merged.map(({ alertId }) => alertId) }),
    },
  }
}
