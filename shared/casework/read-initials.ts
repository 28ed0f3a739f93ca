import type { Alert } from '../alerts/alert.ts'
import type { Assessment } from '../assessing/assessment.ts'
import {
  childrenListed,
  confirmedChildren,
  type ListedChild,
} from '../assessing/children-listed.ts'
import type { Behind } from '../assessing/reading.ts'
import { londonDay } from '../calendar/london-day.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import type { AlertId, ChildId, ConcernId } from '../kernel/ids.ts'

/** By which assessment an alert tells of a concern. */
export type Telling = { readonly concernId: ConcernId; readonly assessment: number }

export type ReadInitialsDeps = {
  readonly readAlerts: (alertIds: readonly AlertId[]) => Promise<readonly Alert[]>
  readonly readConcerns: (concernIds: readonly ConcernId[]) => Promise<readonly StoredConcern[]>
  readonly readAssessments: (of: readonly Telling[]) => Promise<readonly Assessment[]>
  /** Those of these children whose record says that they are adopted, as it stands now. */
  readonly adoptedAmong: (childIds: readonly ChildId[]) => Promise<ReadonlySet<string>>
}

/** What a list shows of the children of one alert; undefined where none of its concerns is there any more. */
export type Initials = {
  readonly alertId: AlertId
  readonly children: readonly ListedChild[]
  /** Whom the log names for it. */
  readonly people: readonly string[]
}

const tellingsOf = ({ concernId, assessment, furtherNotices = [] }: Alert): readonly Telling[] => [
  { concernId, assessment },
  ...furtherNotices,
]

const behindOf = (
  { concernId, assessment: number }: Telling,
  read: {
    readonly concerns: readonly StoredConcern[]
    readonly assessments: readonly Assessment[]
  },
): readonly Behind[] => {
  const stored = read.concerns.find((one) => one.concernId === concernId)
  const assessment = read.assessments.find(
    (one) => one.concernId === concernId && one.number === number,
  )
  return stored === undefined || assessment === undefined ? [] : [{ stored, assessment }]
}

/** Each child once, in however many notices. */
const once = (children: readonly ListedChild[]): readonly ListedChild[] => [
  ...new Map(
    children.map((child, at) => [child.initials === undefined ? at : JSON.stringify(child), child]),
  ).values(),
]

/**
 * The children of many alerts in three round trips, however many alerts: the alerts; what they tell, and by which assessment; and
 * which of the children are adopted now. Nothing of it may leave before it stands in the log.
 */
export const readInitials = async (
  alertIds: readonly AlertId[],
  now: Date,
  deps: ReadInitialsDeps,
): Promise<readonly Initials[]> => {
  const alerts = await deps.readAlerts(alertIds)
  const tellings = alerts.flatMap(tellingsOf)
  const [concerns, assessments] = await Promise.all([
    deps.readConcerns([...new Set(tellings.map(({ concernId }) => concernId))]),
    deps.readAssessments(tellings),
  ])
  const read = alerts.map((alert) => ({
    alert,
    behinds: tellingsOf(alert).flatMap((told) => behindOf(told, { concerns, assessments })),
  }))
  const known = read.flatMap(({ behinds }) => behinds.flatMap(confirmedChildren))
  const adopted = await deps.adoptedAmong([...new Set(known)])
  const today = londonDay(now)
  return read.flatMap(({ alert, behinds }) => {
    if (behinds.length === 0) return []
    const shown = behinds.map((behind) => childrenListed(alert, behind, { adopted, today }))
    return {
      alertId: alert.alertId,
      children: once(shown.flatMap(({ children }) => children)),
      people: shown.flatMap(({ people }) => people),
    }
  })
}
