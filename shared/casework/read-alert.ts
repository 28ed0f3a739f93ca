import { type Caller, isTheirs } from '../agencies/access.ts'
import { recorderOf } from '../agencies/recorder-of.ts'
import { type Person, personOf } from '../agencies/same-person.ts'
import { type Alert, concernsIn } from '../alerts/alert.ts'
import { priorAlertIds } from '../alerts/answers/prior-alerts.ts'
import type { AlertId } from '../kernel/ids.ts'
import type { ReadRelated } from './history-of.ts'
import { type AlertRead, type ReadContentDeps, readContent } from './read-content.ts'
import type { ReadAlertInput, TheirAlertDeps } from './their-alert.ts'
import {
  type InEmergency,
  theirsOrOpened,
  type UseEmergencyAccessDeps,
} from './use-emergency-access.ts'

export type ReadAlertDeps = TheirAlertDeps &
  UseEmergencyAccessDeps &
  ReadContentDeps & {
    readonly related: ReadRelated
    /** Takes down that somebody of the authority opened this version: what is answered later asks for it. */
    readonly markOpened: (opened: Opened) => Promise<void>
  }

/**
 * Who opened which version of an alert, and when; `byPerson` where a sign-in says that it was a person. A system that fetches by itself
 * and does not say so names a work id too: so a name alone does not stop an alarm.
 */
export type Opened = Person &
  Pick<Alert, 'alertId' | 'version'> & { readonly at: string; readonly byPerson: boolean }

/** By a token of one person, or through a system whose own sign-in vouches for who is there. */
const isOfPerson = ({ practitioner, vouches }: Caller): boolean =>
  practitioner !== undefined || vouches === true

type Input = ReadAlertInput &
  InEmergency & {
    /** A system fetches it by itself: nobody has opened it yet. */
    readonly isUnattended: boolean
  }

export type ReadAlertResult =
  | {
      readonly kind: 'found'
      readonly alert: Alert
      readonly read: AlertRead
      readonly priorAlertIds: readonly AlertId[]
    }
  | { readonly kind: 'not-found' | 'not-theirs' }

/** Reads an alert, and which came before it about its children. The entry comes before anything is disclosed. */
export const readAlert = async (input: Input, deps: ReadAlertDeps): Promise<ReadAlertResult> => {
  const found = await theirsOrOpened(input, deps)
  if (found.kind !== 'theirs') return found
  const { alert, isOpened } = found
  const now = deps.now()
  const isLead = isTheirs(input.by.caller, 'alert.see-leads-only', alert)
  const [related, read] = await Promise.all([
    deps.related(alert, { isLead }),
    readContent(alert, { isLead, inEmergency: isOpened, deps, now }),
  ])
  if (read === undefined) return { kind: 'not-found' }
  const prior = priorAlertIds(alert, related)
  const record = recorderOf(input.by, { now, newId: deps.newId })
  const codes = {
    version: String(alert.version),
    priorAlerts: String(prior.length),
    ...(input.isUnattended && { unattended: 'true' }),
  }
  const about = [alert.alertId, ...concernsIn(alert)]
  await deps.record(record('ALERT_READ', about, { people: read.people, codes }))
  const { alertId, version } = alert
  // Whoever reads in an emergency is not of the authority that has to open it.
  if (!input.isUnattended && !isOpened)
    await deps.markOpened({
      ...personOf(input.by),
      ...{ alertId, version, at: now.toISOString(), byPerson: isOfPerson(input.by.caller) },
    })
  return { kind: 'found', alert, read, priorAlertIds: prior }
}
