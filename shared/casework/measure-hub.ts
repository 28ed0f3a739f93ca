import type { Directory, DirectoryDeps } from '../agencies/directory.ts'
import { lastYearKnown } from '../calendar/bank-holidays.ts'
import { londonHour } from '../calendar/office-hours.ts'
import type { HarmLevel } from '../codes/harm-levels.ts'
import type { Urgency } from '../codes/response-times.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Measured } from '../kernel/measures.ts'
import { secondsSince } from '../kernel/seconds-since.ts'
import { type CheckpointsSent, withoutCheckpoint } from '../outbox/checkpoints-due.ts'
import type { OutboxMessage } from '../outbox/outbox-message.ts'
import { bounds, type PastBound } from './bounds.ts'
import { pastBoundMessages } from './past-bound-message.ts'
import { nameOf, type Quarantined } from './quarantined.ts'
import type { Waiting } from './waiting.ts'

/** How many wait, as far as they are counted, and since or until when the first of them does. */
export type Queue = { readonly count: number; readonly first?: string | undefined }

/** What is told of an open alert or review in a list: no id and nobody. */
export type OpenAlert = {
  readonly state: string
  readonly harm: HarmLevel
  readonly dueAt: string
}

/** What waits of a kind and is due before a moment, or at all; of any urgency, or of one. */
export type CountWaiting = (
  kind: Waiting['kind'],
  until?: Date,
  urgency?: Urgency,
) => Promise<Queue>

export type MeasureHubDeps = DirectoryDeps & {
  /** Counts all that waits but what stands aside, by its names: that has alarms of its own, and must not keep others ringing. */
  readonly countingWithout: (aside: ReadonlySet<string>) => CountWaiting
  /** The most urgent open alerts of an authority, those of its lead alone too. */
  readonly readOpen: (authority: string) => Promise<readonly OpenAlert[]>
  /** What has waited past its bound, but for what stands aside. */
  readonly listPastBound: (now: Date, aside: ReadonlySet<string>) => Promise<readonly PastBound[]>
  readonly readCheckpointsSent: () => Promise<CheckpointsSent>
  /** What stands aside, or is about to. */
  readonly readQuarantine: () => Promise<readonly Quarantined[]>
  /** Writes each of these messages, unless it was written before. */
  readonly tell: (messages: readonly OutboxMessage[]) => Promise<void>
  readonly now: Clock
}

/** Authorities that are asked about at once: within what the index gives a moment. */
const atOnce = 20

const readAllOpen = async (
  { authorities, unreadable = [] }: Directory,
  { readOpen }: MeasureHubDeps,
): Promise<readonly OpenAlert[]> => {
  // What the hub rehearses is open for seconds, and nobody's work.
  const working = [
    ...authorities.filter(({ rehearsal }) => rehearsal !== true).map(({ code }) => code),
    // What waits with one that cannot be read is counted as before.
    ...unreadable.flatMap(({ kind, id }) => (kind === 'authority' ? [id] : [])),
  ]
  const alerts: OpenAlert[] = []
  for (let at = 0; at < working.length; at += atOnce) {
    const some = working.slice(at, at + atOnce)
    alerts.push(...(await Promise.all(some.map((code) => readOpen(code)))).flat())
  }
  return alerts
}

/** Its day was counted as if the years after those that are known had no bank holidays. */
const isDueBeyondHolidays = ({ dueAt }: OpenAlert): boolean =>
  new Date(dueAt).getUTCFullYear() > lastYearKnown

const ageOf = ({ first }: Queue, now: Date): number =>
  first === undefined ? 0 : secondsSince(first, now)

const older = (one: Queue, other: Queue): Queue => ({
  count: one.count + other.count,
  first: [one.first, other.first].filter((first) => first !== undefined).toSorted()[0],
})

const day = 24 * 60 * 60

/** What has stood aside for more than a day is counted for an hour each morning, so that its alarm rings anew every day. */
const inQuarantine = (rows: readonly Quarantined[], now: Date): Measured => {
  const since = rows.flatMap(({ heldSince }) => heldSince ?? [])
  const left = since.filter((at) => secondsSince(at, now) > day)
  const first = since.toSorted()[0]
  return {
    RowsInQuarantine: since.length,
    OldestRowInQuarantine: ageOf({ count: since.length, first }, now),
    RowsLeftInQuarantine: londonHour(now) === 9 ? left.length : 0,
  }
}

/**
 * What waits in the hub and for how long, from the indexes of what is open: no row of anybody is read. What has passed its bound is told to
 * the partnership lead too, once a day: no alarm alone may stand between it and a person.
 */
export const measureHub = async (deps: MeasureHubDeps): Promise<Measured> => {
  const now = deps.now()
  const [directory, all] = await Promise.all([deps.readDirectory(), deps.readQuarantine()])
  const aside = all.filter(({ heldSince }) => heldSince !== undefined)
  const names = new Set(aside.map(nameOf))
  const countWaiting = deps.countingWithout(names)
  const [waiting, past] = await Promise.all([
    whatWaits(directory, { ...deps, countWaiting }, now),
    deps.listPastBound(now, names),
  ])
  await deps.tell(pastBoundMessages(past, now))
  const { unreadable = [] } = directory
  return {
    ...waiting,
    ...pastBound(past),
    ...inQuarantine(aside, now),
    DirectoryUnreadable: unreadable.length,
  }
}

/** What is the operator's: of what a reader has not opened others ring. */
const pastBound = (past: readonly PastBound[]): Measured => {
  const own = past.filter(({ kind }) => bounds[kind].owner === 'operator')
  return {
    PastBoundImmediate: own.filter(({ urgency }) => urgency === 'immediate').length,
    PastBound: own.length,
  }
}

const whatWaits = async (
  directory: Directory,
  deps: MeasureHubDeps & { readonly countWaiting: CountWaiting },
  now: Date,
): Promise<Measured> => {
  const { countWaiting } = deps
  const [concerns, alone, digests, reviews, lateReviews, unread, unreadToday, alerts, sent] =
    await Promise.all([
      countWaiting('assessment', now),
      countWaiting('relay', now),
      countWaiting('digest', now),
      countWaiting('review'),
      countWaiting('review', now),
      countWaiting('unread', now, 'immediate'),
      countWaiting('unread', now, 'today'),
      readAllOpen(directory, deps),
      deps.readCheckpointsSent(),
    ])
  const messages = older(alone, digests)
  const unacknowledged = (...levels: readonly HarmLevel[]): number =>
    alerts.filter(({ state, harm }) => state === 'RAISED' && levels.includes(harm)).length
  return {
    ConcernsWaiting: concerns.count,
    OldestConcernWaiting: ageOf(concerns, now),
    MessagesUnsent: messages.count,
    OldestMessageUnsent: ageOf(messages, now),
    UnacknowledgedH4: unacknowledged('H4'),
    UnacknowledgedH3: unacknowledged('H3'),
    UnacknowledgedH2: unacknowledged('H2'),
    UnacknowledgedH1: unacknowledged('H1', 'H0'),
    DueBeyondHolidays: alerts.filter(isDueBeyondHolidays).length,
    AlertsOverdue: alerts.filter(({ dueAt }) => dueAt < now.toISOString()).length,
    ReviewsOpen: reviews.count,
    ReviewsOverdue: lateReviews.count,
    UnreadImmediate: unread.count,
    UnreadToday: unreadToday.count,
    AuthoritiesWithoutCheckpoint: withoutCheckpoint(directory, sent, now).length,
  }
}
