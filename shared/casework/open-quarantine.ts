import type { Clock } from '../kernel/clock.ts'
import { HubError } from '../kernel/hub-error.ts'
import type { OutboxMessage } from '../outbox/outbox-message.ts'
import { failureOf } from './failure-of.ts'
import { quarantineMessage } from './quarantine-message.ts'
import {
  failedAgain,
  isHeldAt,
  nameOf,
  type Quarantined,
  type Subject,
  subjectOf,
  subjectOfKey,
} from './quarantined.ts'
import { kindsFor, type Part, type Sweeper, type Waiting, type WaitingPlace } from './waiting.ts'
import type { WaitingPage } from './waiting-listing.ts'

export type QuarantineDeps = {
  /** What fails of this function's, as much as can be read at once. */
  readonly readQuarantine: (by: Sweeper) => Promise<readonly Quarantined[]>
  readonly keepQuarantined: (row: Quarantined, messages: readonly OutboxMessage[]) => Promise<void>
  readonly forgetQuarantined: (row: Quarantined) => Promise<void>
  /** Told once of each that stands aside from now on: an alarm counts. */
  readonly onHeld: (row: Quarantined) => void
  /** Told of each failure that is counted. */
  readonly onTried: (row: Quarantined, error: unknown) => void
}

type Deps = QuarantineDeps & {
  readonly onFailure: (waiting: Pick<Waiting, 'kind'>, error: unknown) => void
  readonly now: Clock
}

/** What a sweep knows of what stands aside, from its beginning to its end. */
type State = {
  readonly by: Sweeper
  readonly part: Part
  readonly deps: Deps
  readonly began: Date
  readonly rows: Map<string, Quarantined>
  readonly seen: Set<string>
}

/** Whether it waits in a place that this part of the sweep lists. */
const isOfPart = ({ part }: State, { shard }: Quarantined): boolean =>
  shard === undefined ? part.number === 0 : shard % part.of === part.number

const unreadable = (): HubError => new HubError('row-unreadable', 'the key of a row that waits')

const isHeld = ({ rows, began }: State, subject: Subject): boolean => {
  const row = rows.get(nameOf(subject))
  return row !== undefined && isHeldAt(row, began)
}

/** Where the quarantine itself fails the sweep goes on, and the thing is found again. */
const written = async ({ deps }: State, kind: string, done: Promise<void>): Promise<void> => {
  try {
    await done
  } catch (error) {
    deps.onFailure({ kind: kind as Waiting['kind'] }, error)
  }
}

type Failed = {
  readonly subject: Subject
  readonly place: WaitingPlace
  readonly error: unknown
}

type Settled = Pick<Failed, 'place'> & {
  readonly isFailure: boolean
  readonly failed: readonly Omit<Failed, 'place'>[]
}

/** Counts a failure where it is one of this alone, and tells of any other. */
const failed = async (state: State, { subject, place, error }: Failed): Promise<void> => {
  const { by, deps, rows } = state
  const failure = failureOf(error)
  if (failure === undefined) return deps.onFailure(place, error)
  const before = rows.get(nameOf(subject))
  const now = deps.now()
  const row = failedAgain(before, { subject, place, by }, { failure, now })
  const isNew = row.heldSince !== undefined && before?.heldSince === undefined
  const messages = isNew ? quarantineMessage(row, now) : []
  await written(state, row.kind, deps.keepQuarantined(row, messages))
  rows.set(nameOf(subject), row)
  deps.onTried(row, error)
  if (isNew) deps.onHeld(row)
}

const forget = async (state: State, row: Quarantined): Promise<void> => {
  state.rows.delete(nameOf(row))
  await written(state, row.kind, state.deps.forgetQuarantined(row))
}

/** What of a page is to be attended to: all but what stands aside. A row whose key cannot be read stands aside itself. */
const shownOf = async (
  state: State,
  place: WaitingPlace,
  { waiting, unreadable: keys = [] }: WaitingPage,
): Promise<readonly Waiting[]> => {
  const isAside = (subject: Subject): boolean => {
    state.seen.add(nameOf(subject))
    return isHeld(state, subject)
  }
  for (const key of keys) {
    const subject = subjectOfKey(place, key)
    if (!isAside(subject)) await failed(state, { subject, place, error: unreadable() })
  }
  return waiting.flatMap((one) => (isAside(subjectOf(one)) ? [] : withoutParts(one, isAside)))
}

/** Forgets what does not wait any more, once all that waits was listed. */
const close = async (state: State, isListed: (kind: string) => boolean): Promise<void> => {
  const { rows, seen, began } = state
  for (const [name, row] of rows) {
    const isGone = !seen.has(name) && !isHeldAt(row, began) && isListed(row.kind)
    if (isGone && isOfPart(state, row)) await forget(state, row)
  }
}

const readAside = async (by: Sweeper, deps: Deps): Promise<readonly Quarantined[]> => {
  try {
    return await deps.readQuarantine(by)
  } catch (error) {
    const [first] = kindsFor(by)
    if (first !== undefined) deps.onFailure(first, error)
    return []
  }
}

/**
 * What of a function's stands aside, read once for a sweep: a constant number of reads, however much it is. Where it cannot be
 * read or written the sweep goes on as if nothing stood there.
 */
export const openQuarantine = async (by: Sweeper, part: Part, deps: Deps) => {
  const rows = new Map((await readAside(by, deps)).map((row) => [nameOf(row), row]))
  const state: State = { by, part, deps, began: deps.now(), rows, seen: new Set() }
  const rowOf = (waiting: Waiting) => rows.get(nameOf(subjectOf(waiting)))
  return {
    shownOf: (place: WaitingPlace, page: WaitingPage) => shownOf(state, place, page),
    /** Whether it failed before, here or in another process. */
    has: (waiting: Waiting): boolean => rowOf(waiting) !== undefined,
    /** What was attended to stands aside no more, or once more; so does each that failed of several together. */
    settle: async (
      waiting: Waiting,
      { isFailure, place, failed: each }: Settled,
    ): Promise<void> => {
      const row = rowOf(waiting)
      if (row !== undefined && !isFailure) await forget(state, row)
      for (const one of each) await failed(state, { ...one, place })
    },
    close: (isListed: (kind: string) => boolean) => close(state, isListed),
  }
}

/** Of what leaves together, those that do not stand aside; nothing where all do. */
const withoutParts = (
  waiting: Waiting,
  isHeld: (subject: Subject) => boolean,
): readonly Waiting[] => {
  if (waiting.kind !== 'digest') return [waiting]
  const alerts = waiting.alerts.filter((one) => !isHeld(partOfDigest(waiting.authority, one)))
  return alerts.length === 0 ? [] : [{ ...waiting, alerts }]
}

/** One message of a digest. */
export const partOfDigest = (
  authority: string,
  { recordId, recordVersion }: { readonly recordId: string; readonly recordVersion: number },
): Subject => ({ kind: 'digest', ids: { authority, recordId, recordVersion } })
