import { areTwoPeople, type Person } from '../../agencies/same-person.ts'
import type { CaseStatus } from '../../codes/case-statuses.ts'
import { turnsAway } from '../../codes/outcomes.ts'
import type { StoredConcern } from '../../concerns/stored-concern.ts'
import type { Alert, AlertState } from '../alert.ts'
import { givenBy } from './given-by.ts'
import { isSentAgain, lastAnswerOf } from './last-answer.ts'

/** `now`: as it stands since; `proposed`: it ends too soon for one person (F14), and stands as it was until somebody else says the same. */
type Said = {
  readonly kind: 'answered'
  readonly alert: Alert
  readonly now: CaseStatus | 'proposed'
}
export type CaseStatusResult =
  | Said
  | { readonly kind: 'already-answered'; readonly alert: Alert }
  | { readonly kind: 'changed-since-read' }
  | { readonly kind: 'out-of-order'; readonly state: AlertState }

type Answer = NonNullable<Alert['caseEndProposed']>

type By = {
  readonly person: Person
  readonly expectedVersion: number
  readonly now: Date
  readonly needsTwo: boolean
}

/** Of work that the referrer was told of, and that nobody turned away: before that there is nothing to go on, or to end. */
const isOfWork = ({ state, outcome, moved }: Alert): boolean =>
  state === 'FED_BACK' && moved === undefined && outcome !== undefined && !turnsAway(outcome.code)

/** The end that one person proposes, or that a second confirms who is somebody else. */
const endedByTwo = (alert: Alert, given: Answer): Omit<Said, 'kind'> => {
  const { caseEndProposed: first, ...rest } = alert
  if (first === undefined || !areTwoPeople(first, given))
    return { alert: { ...alert, caseEndProposed: first ?? given }, now: 'proposed' }
  const caseStatus = { ...first, status: 'ENDED' as const, at: given.at, confirmation: given }
  return { alert: { ...rest, caseStatus }, now: 'ENDED' }
}

const saidBy = (alert: Alert, status: CaseStatus, by: By): Omit<Said, 'kind'> => {
  const given = givenBy(by)
  if (status === 'ENDED' && by.needsTwo) return endedByTwo(alert, given)
  const { caseEndProposed: _overtaken, ...rest } = alert
  return { alert: { ...rest, caseStatus: { ...given, status } }, now: status }
}

/** The alert with what somebody says of the work that followed. Open may be said again: it is dated. What has ended may be open again. */
export const recordCaseStatus = (alert: Alert, status: CaseStatus, by: By): CaseStatusResult => {
  const answer = { step: 'case-status', status }
  if (isSentAgain(alert, answer, by)) return { kind: 'already-answered', alert }
  if (alert.version !== by.expectedVersion) return { kind: 'changed-since-read' }
  const isOver = status === 'ENDED' && alert.caseStatus?.status === 'ENDED'
  if (!isOfWork(alert) || isOver) return { kind: 'out-of-order', state: alert.state }
  const said = saidBy(alert, status, by)
  const lastAnswer = lastAnswerOf(answer, by)
  return {
    kind: 'answered',
    ...said,
    alert: { ...said.alert, version: alert.version + 1, lastAnswer },
  }
}

/** Whether an answer was given by this alert, or by the ended authority's whose it was. */
const isAnswerOf =
  ({ alertId, feedback, inherited }: Alert) =>
  (one: StoredConcern['feedback'][number]): boolean =>
    one.alertId === alertId || (one.authority === inherited?.from && one.at === feedback?.at)

/** The concern with it, beside the newest answer of this alert; undefined where its sender was given none. */
export const withCaseStatus = (stored: StoredConcern, alert: Alert): StoredConcern | undefined => {
  const { caseStatus } = alert
  const at = stored.feedback.findLastIndex(isAnswerOf(alert))
  if (at < 0 || caseStatus === undefined) return undefined
  const said = { status: caseStatus.status, at: caseStatus.at }
  return {
    ...stored,
    version: stored.version + 1,
    feedback: stored.feedback.map((one, index) =>
      index === at ? { ...one, caseStatus: said } : one,
    ),
  }
}
