import { type CountAlertsDeps, countAlerts } from '../../shared/casework/count-alerts.ts'
import { type ExplainAlertDeps, explainAlert } from '../../shared/casework/explain-alert.ts'
import { type ListAlertsDeps, listAlerts } from '../../shared/casework/list-alerts.ts'
import { type ReadAlertDeps, readAlert } from '../../shared/casework/read-alert.ts'
import { alertView } from '../../shared/http/alert-view.ts'
import { countAlertsContract } from '../../shared/http/contracts/alert-volume.ts'
import {
  explainAlertContract,
  listAlertsContract,
  readAlertContract,
} from '../../shared/http/contracts/alerts.ts'
import { listedReply } from '../../shared/http/listed-reply.ts'
import {
  type ApiHandler,
  createApi,
  endpoint,
  type GuardedDeps,
} from '../../shared/http/pipeline.ts'
import { personNeeded } from '../../shared/http/practitioner.ts'
import { HubError } from '../../shared/kernel/hub-error.ts'

export type Deps = GuardedDeps & ListAlertsDeps & CountAlertsDeps & ReadAlertDeps & ExplainAlertDeps

/** GET /alerts, /alerts/volume, /alerts/{id} and its /explanation */
export const createHandler = (deps: Deps): ApiHandler =>
  createApi([list(deps), count(deps), read(deps), explain(deps)], deps)

const list = (deps: Deps) =>
  endpoint('listAlerts', listAlertsContract, async ({ by, query }) => {
    const { with: shown, ...asked } = query
    const withInitials = shown === 'initials'
    if (withInitials) personNeeded(by.practitioner)
    const page = await listAlerts({ ...asked, by, withInitials, limit: Number(query.limit) }, deps)
    return listedReply(page, { path: '/v1/alerts', query, idOf: ({ alertId }) => alertId })
  })

const count = (deps: Deps) =>
  endpoint('countAlerts', countAlertsContract, async ({ by, query }) => {
    const { from, to } = query
    return { status: 200, body: await countAlerts({ by, from, to }, deps) }
  })

const read = (deps: Deps) =>
  endpoint('readAlert', readAlertContract, async ({ by, params, headers }) => {
    const isUnattended = headers['hub-unattended'] !== undefined
    const result = await readAlert(
      {
        by,
        alertId: params.id,
        isUnattended,
        emergencyAccess: isUnattended ? undefined : headers['hub-emergency-access'],
      },
      deps,
    )
    if (result.kind !== 'found') throw notFound()
    return alertView(result.alert, result.read, result.priorAlertIds)
  })

const explain = (deps: Deps) =>
  endpoint('explainAlert', explainAlertContract, async ({ by, params }) => {
    const result = await explainAlert({ by, alertId: params.id }, deps)
    if (result.kind !== 'found') throw notFound()
    return { status: 200, body: result.explanation }
  })

const notFound = (): HubError => new HubError('not-found', 'no such alert of your authority')
