import { agreedWith } from '../agencies/agreed-times.ts'
import type { Directory, DirectoryDeps } from '../agencies/directory.ts'
import { endedOn } from '../agencies/successor.ts'
import { type Alert, concernsIn } from '../alerts/alert.ts'
import { toldAlso } from '../alerts/answers/fed-back.ts'
import { type Moved, moveAlert } from '../alerts/answers/move-alert.ts'
import { owedOn } from '../alerts/answers/owed.ts'
import type { Recorder } from '../audit/audit-entry.ts'
import { londonDay } from '../calendar/london-day.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import type { Clock } from '../kernel/clock.ts'
import type { AlertId, ConcernId, NewId } from '../kernel/ids.ts'
import { type AgreedForDeps, agreedFor } from './agreed-for.ts'
import type { AnswerCommit } from './give-answer.ts'
import { successorIn } from './successor-in.ts'

export type MoveAlertDeps = DirectoryDeps &
  AgreedForDeps & {
    readonly readAlert: (alertId: AlertId) => Promise<Alert | undefined>
    readonly readAlerts: (alertIds: readonly AlertId[]) => Promise<readonly Alert[]>
    readonly readConcern: (concernId: ConcernId) => Promise<StoredConcern | undefined>
    readonly commitAlert: (
      change: Omit<AnswerCommit, 'chronology'>,
    ) => Promise<'committed' | 'changed'>
    readonly recorder: (now: Date) => Recorder
    readonly now: Clock
    readonly newId: NewId
  }

export type MoveAlertResult = { readonly kind: 'moved' | 'not-moved' }

/** Gives an open alert of an authority that has ended to whoever took its place, in one transaction; not-moved where that is done, or somebody was first. */
export const moveAlertOfEnded = async (
  { alertId }: { readonly alertId: AlertId },
  deps: MoveAlertDeps,
): Promise<MoveAlertResult> => {
  const [alert, directory] = await Promise.all([deps.readAlert(alertId), deps.readDirectory()])
  const now = deps.now()
  if (alert === undefined || !isToMove(alert, directory, now)) return { kind: 'not-moved' }
  const read = await Promise.all(concernsIn(alert).map(deps.readConcern))
  const concerns = read.flatMap(listed)
  const stored = concerns.find(({ concernId }) => concernId === alert.concernId)
  const to = successorIn(directory, { ended: alert.authority, stored }, now)
  const siblings = await deps.readAlerts((stored?.told ?? []).map((one) => one.alertId))
  const moved = moveAlert(alert, to, {
    siblings: siblings.filter((one) => one.concernId === alert.concernId),
    agreedWith: agreedWith(directory, now),
    now,
    newId: deps.newId,
  })
  const agreed = stored && (await agreedFor(stored, { authority: to, now }, deps))
  const committed = await deps.commitAlert({
    ...changeOf(moved, concerns),
    entries: deps.recorder(now)('ALERT_MOVED', [alertId, alert.concernId, nextOf(moved)], {
      people: alert.children,
      ...agreed,
      codes: { from: alert.authority, to, ...agreed?.codes },
    }),
  })
  return { kind: committed === 'committed' ? 'moved' : 'not-moved' }
}

const isToMove = (alert: Alert, directory: Directory, now: Date): boolean =>
  owedOn(alert) !== undefined &&
  endedOn(directory, londonDay(now)).some((code) => code === alert.authority)

const listed = <Item>(item: Item | undefined): readonly Item[] => (item === undefined ? [] : [item])

const nextOf = ({ message }: Moved): string => message.recordId

/** Each concern that the alert tells of, once whoever took it over is among those told of it. */
const toldOf = (next: Alert, concerns: readonly StoredConcern[]): readonly StoredConcern[] =>
  concerns
    .filter(({ told }) => !told.some(({ alertId }) => alertId === next.alertId))
    .map((stored) => toldAlso(stored, [next]))

const changeOf = (
  { ended, raised, joined, message }: Moved,
  concerns: readonly StoredConcern[],
) => ({
  alert: ended,
  others: listed(joined),
  raised: listed(raised),
  concerns: listed(raised ?? joined).flatMap((next) => toldOf(next, concerns)),
  messages: [message],
})
