import { type Caller, isTheirs } from '../../shared/agencies/access.ts'
import { recorderOf } from '../../shared/agencies/recorder-of.ts'
import { type Alert, concernsIn } from '../../shared/alerts/alert.ts'
import { priorAlertIds, type RelatedAlert } from '../../shared/alerts/answers/prior-alerts.ts'
import { explanationOf } from '../../shared/alerts/explanation.ts'
import { type CountedAlert, monthsFrom, volumeOf } from '../../shared/alerts/volume.ts'
import type { Assessment } from '../../shared/assessing/assessment.ts'
import type { AuditEntry } from '../../shared/audit/audit-entry.ts'
import type { Cursors } from '../../shared/casework/cursors.ts'
import { alertView } from '../../shared/http/alert-view.ts'
import { answerList, type ReadList } from '../../shared/http/answer-list.ts'
import { countAlertsContract } from '../../shared/http/contracts/alert-volume.ts'
import {
  explainAlertContract,
  listAlertsContract,
  readAlertContract,
} from '../../shared/http/contracts/alerts.ts'
import {
  type ApiHandler,
  createApi,
  endpoint,
  type GuardedDeps,
} from '../../shared/http/pipeline.ts'
import { HubError } from '../../shared/kernel/hub-error.ts'
import type { AlertId, NewId } from '../../shared/kernel/ids.ts'

type Listed = Pick<
  Alert,
  'alertId' | 'state' | 'version' | 'kind' | 'harm' | 'priority' | 'raisedAt' | 'dueAt'
>

export type Deps = GuardedDeps & {
  readonly read: (alertId: AlertId) => Promise<Alert | undefined>
  /** Alerts about the children that this one names, itself among them. */
  readonly related: (alert: Alert) => Promise<readonly RelatedAlert[]>
  readonly assessmentBehind: (alert: Alert) => Promise<Assessment | undefined>
  readonly list: ReadList<Listed>
  /** Every alert that the authority was sent in that month. */
  readonly counted: (authority: string, month: string) => Promise<readonly CountedAlert[]>
  readonly record: (entries: readonly AuditEntry[]) => Promise<void>
  readonly cursors: Cursors
  readonly newId: NewId
}

/** GET /alerts, /alerts/volume, /alerts/{id} and its /explanation. Each leaves its audit entry before anything is disclosed. */
export const createHandler = (deps: Deps): ApiHandler =>
  createApi([list(deps), count(deps), read(deps), explain(deps)], deps)

const list = (deps: Deps) =>
  endpoint('listAlerts', listAlertsContract, (call) =>
    answerList(
      call,
      {
        path: '/v1/alerts',
        action: 'ALERTS_LISTED',
        read: deps.list,
        idOf: ({ alertId }) => alertId,
      },
      deps,
    ),
  )

const count = (deps: Deps) =>
  endpoint('countAlerts', countAlertsContract, async ({ caller, query, requestId }) => {
    const authority = caller.authority ?? ''
    const months = monthsFrom(query.from, query.to)
    const counted = await Promise.all(
      months.map(async (month) => volumeOf(month, await deps.counted(authority, month))),
    )
    const record = recorderOf(caller, requestId, { now: deps.now(), newId: deps.newId })
    const codes = { from: query.from, to: query.to }
    await deps.record([record('ALERTS_COUNTED', [caller.clientId], { codes })])
    return { status: 200, body: { items: counted.flat() } }
  })

/** @throws HubError not-found when there is none, or it is another authority's, which leaves an entry */
const theirAlert = async (
  { id, caller, requestId }: { id: AlertId; caller: Caller; requestId: string },
  deps: Deps,
): Promise<Alert> => {
  const alert = await deps.read(id)
  if (alert === undefined) throw notFound
  if (isTheirs(caller, 'alert.read', alert)) return alert
  await deps.recordRefusal(caller, 'alert.read', requestId)
  throw notFound
}

const read = (deps: Deps) =>
  endpoint('readAlert', readAlertContract, async ({ caller, params, requestId }) => {
    const alert = await theirAlert({ id: params.id, caller, requestId }, deps)
    const record = recorderOf(caller, requestId, { now: deps.now(), newId: deps.newId })
    const children = alert.content.children.map(({ childId }) => childId)
    const prior = priorAlertIds(alert, await deps.related(alert))
    const codes = { version: String(alert.version), priorAlerts: String(prior.length) }
    await deps.record([
      record('ALERT_READ', [alert.alertId, ...concernsIn(alert), ...children], { codes }),
    ])
    return alertView(alert, prior)
  })

const explain = (deps: Deps) =>
  endpoint('explainAlert', explainAlertContract, async ({ caller, params, requestId }) => {
    const alert = await theirAlert({ id: params.id, caller, requestId }, deps)
    const assessment = await deps.assessmentBehind(alert)
    if (assessment === undefined) throw notFound
    const explanation = explanationOf(alert, assessment.match)
    const record = recorderOf(caller, requestId, { now: deps.now(), newId: deps.newId })
    const adults = explanation.people.flatMap(({ adultId }) => adultId ?? [])
    const codes = { modelVersion: explanation.modelVersion }
    await deps.record([
      record('EXPLANATION_READ', [alert.alertId, alert.concernId, ...adults], { codes }),
    ])
    return { status: 200, body: explanation }
  })

const notFound = new HubError('not-found', 'no such alert of your authority')
