import { agreedWith } from '../agencies/agreed-times.ts'
import type { Directory, DirectoryDeps } from '../agencies/directory.ts'
import { type Holder, holderOf } from '../agencies/holder.ts'
import type { By } from '../agencies/recorder-of.ts'
import { isRehearsing, sideOf } from '../agencies/rehearsal.ts'
import { hasReplaced } from '../agencies/successor.ts'
import type { Alert } from '../alerts/alert.ts'
import type { Answer } from '../alerts/answers/answer-alert.ts'
import { withInheritance } from '../alerts/answers/move-alert.ts'
import { destinationOf, passOn } from '../alerts/answers/reroute.ts'
import type { AuditEntry, Recorder } from '../audit/audit-entry.ts'
import { londonDay } from '../calendar/london-day.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import type { Clock } from '../kernel/clock.ts'
import type { AlertId, ConcernId, NewId } from '../kernel/ids.ts'
import type { OutboxMessage } from '../outbox/outbox-message.ts'
import { type AgreedForDeps, agreedFor } from './agreed-for.ts'

export type ReroutingDeps = DirectoryDeps &
  AgreedForDeps & {
    readonly readConcern: (concernId: ConcernId) => Promise<StoredConcern | undefined>
    readonly readAlerts: (alertIds: readonly AlertId[]) => Promise<readonly Alert[]>
    readonly now: Clock
    readonly newId: NewId
  }

/** The alert, passed on where its outcome says so, and what goes with that. */
export type Passed = {
  readonly alert: Alert
  readonly others: readonly Alert[]
  readonly raised: readonly Alert[]
  readonly messages: readonly OutboxMessage[]
  readonly entries: (record: Recorder) => readonly AuditEntry[]
}

const stays = (alert: Alert): Passed => ({
  alert,
  others: [],
  raised: [],
  messages: [],
  entries: () => [],
})

const listed = <Item>(item: Item | undefined): readonly Item[] => (item === undefined ? [] : [item])

/** Where it goes: of what is rehearsed nowhere, and of all else nowhere that only the hub rehearses with. */
const onItsSide = (
  alert: Alert,
  outcome: Parameters<typeof destinationOf>[1],
  {
    stored,
    directory,
    today,
  }: {
    readonly stored: StoredConcern | undefined
    readonly directory: Directory
    readonly today: string
  },
): Holder | undefined =>
  isRehearsing(directory, alert.authority)
    ? undefined
    : destinationOf(alert, outcome, {
        stated: stored?.concern.authority ?? '',
        holderOf: (code) => holderOf(directory, code, today),
      })

/**
 * An outcome that passes its alert on does so at once, as soon as the first of two people has given it: the first
 * authority loses nothing by it, and the other gains the hours.
 */
export const reroutingOf = async (
  alert: Alert,
  { answer }: { readonly answer: Answer; readonly by: By },
  deps: ReroutingDeps,
): Promise<Passed> => {
  const outcome = alert.outcomeProposed ?? alert.outcome
  if (answer.step !== 'outcome' || outcome === undefined) return stays(alert)
  const [stored, all] = await Promise.all([deps.readConcern(alert.concernId), deps.readDirectory()])
  const directory = sideOf(all, alert.authority)
  const today = londonDay(deps.now())
  const to = onItsSide(alert, outcome, { stored, directory, today })
  if (to === undefined) return stays(alert)
  const { now, newId, readAlerts } = deps
  const siblings = await readAlerts((stored?.told ?? []).map(({ alertId }) => alertId))
  const from = alert.inherited?.from
  // Of one that a person names: the place that was stated is whatever the sender wrote.
  const isNamed = from !== undefined && outcome.otherAuthority !== undefined
  const isHeir = isNamed && hasReplaced(directory, { authority: to, ended: from }, today)
  const at = { now: now(), newId }
  const passed = passOn(alert, to, {
    siblings,
    isHeir,
    agreedWith: agreedWith(directory, at.now),
    ...at,
  })
  const raised = passed.raised && withInheritance(passed.raised, alert, isHeir)
  const there = raised ?? passed.joined
  const agreed = stored && (await agreedFor(stored, { authority: to, now: at.now }, deps))
  return {
    alert: passed.alert,
    others: listed(passed.joined),
    raised: listed(raised),
    messages: listed(passed.message),
    entries: (record) =>
      record('ALERT_REROUTED', [alert.alertId, alert.concernId, ...listed(there?.alertId)], {
        people: alert.children,
        ...agreed,
        codes: { to, ...agreed?.codes },
      }),
  }
}
