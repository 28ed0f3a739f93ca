import { type DirectoryDeps, isServedOn } from '../agencies/directory.ts'
import { isToldOfChanges } from '../agencies/mode-of.ts'
import { changesOf } from '../agencies/queues.ts'
import type { AuditEntry, Recorder } from '../audit/audit-entry.ts'
import { londonDay } from '../calendar/london-day.ts'
import type { ListedConcern } from '../concerns/followed-concern.ts'
import { type ToldChange, toldNow, untoldAmong } from '../concerns/told-change.ts'
import type { Clock } from '../kernel/clock.ts'
import { changeEvent } from '../outbox/change-event.ts'
import type { RelayMessageDeps } from './relay-message.ts'
import { beginsForMilliseconds } from './sweep.ts'

export type TellSendersDeps = DirectoryDeps & {
  /** The lines of an agency's list that changed between two moments; `onFailure` is told of each that cannot be read, which hides no other. */
  readonly listChanged: (
    agency: string,
    between: { readonly from: string; readonly until: string },
    onFailure: (error: unknown) => void,
  ) => Promise<readonly ListedConcern[]>
  readonly readTold: (agency: string) => Promise<readonly ToldChange[]>
  readonly publish: RelayMessageDeps['publish']
  /** Keeps what was told in the place of what was told before, with the entry that says so. */
  readonly markTold: (
    agency: string,
    told: ToldChange,
    marked: { readonly entries: readonly AuditEntry[]; readonly now: Date },
  ) => Promise<void>
  readonly onFailure: (error: unknown) => void
  readonly recorder: (now: Date) => Recorder
  readonly apiUrl: string
  readonly now: Clock
}

/** Published first and then marked, as every message is: what a crash leaves between is told again, under the same id. */
const tell = async (agency: string, change: ToldChange, deps: TellSendersDeps): Promise<void> => {
  const { concernId, number } = change
  const now = deps.now()
  const to = changesOf(agency)
  const event = changeEvent(change, { number, apiUrl: deps.apiUrl })
  await deps.publish(to, JSON.stringify(event))
  const entries = deps.recorder(now)('CHANGE_TOLD', [concernId], { codes: { to } })
  await deps.markTold(agency, change, { entries, now })
}

/**
 * Tells the system of each agency that asked for it which of its concerns have changed, as far as the agency can see: by its list, and
 * by nothing else, so that it is told of a family that is known what it is told of any, and in the same minute. What a run could
 * not tell the next one finds. Gives how many were told.
 */
export const tellSenders = async (deps: TellSendersDeps): Promise<number> => {
  const began = deps.now()
  const { agencies } = await deps.readDirectory()
  const today = londonDay(began)
  let count = 0
  for (const agency of agencies.filter((one) => isToldOfChanges(one) && isServedOn(one, today)))
    try {
      for (const change of await untoldOf(agency.key, began, deps)) {
        if (deps.now().getTime() - began.getTime() > beginsForMilliseconds) return count
        await tell(agency.key, change, deps)
        count += 1
      }
    } catch (error) {
      // One whose topic is not there yet keeps no other waiting.
      deps.onFailure(error)
    }
  return count
}

const untoldOf = async (
  agency: string,
  now: Date,
  { listChanged, readTold, onFailure }: TellSendersDeps,
): Promise<readonly ToldChange[]> => {
  const lines = await listChanged(agency, toldNow(now), onFailure)
  return lines.length === 0 ? [] : untoldAmong(lines, await readTold(agency))
}
