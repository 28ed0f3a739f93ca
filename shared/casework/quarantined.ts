import { createHash } from 'node:crypto'
import * as z from 'zod'
import { authorityCodeSchema } from '../agencies/authorities.ts'
import { type Urgency, urgencies } from '../codes/response-times.ts'
import { present } from '../kernel/present.ts'
import { uuidOf } from '../kernel/uuid-v7.ts'
import type { Sweeper, Waiting, WaitingPlace } from './waiting.ts'

/**
 * What waits and failed: the ids that tell it from all else, and nothing of what it says. `heldSince`: since when it stands aside,
 * tried only at `nextAt`; before that it failed too seldom to. `code` is why, `owner` the role whose work it is.
 */
export const quarantinedSchema = z.strictObject({
  quarantineId: z.uuid(),
  /** The function that attends to it, and the kind of what waits. */
  by: z.string(),
  kind: z.string(),
  ids: z.record(z.string(), z.union([z.string(), z.number()])),
  urgency: z.enum(urgencies),
  /** Of the place where it waits, as the sweep's parts share them. */
  shard: z.int().min(0).optional(),
  /** Whose alert, message or record it is, where the ids say so. */
  authority: authorityCodeSchema.optional(),
  owner: z.string(),
  code: z.string(),
  failures: z.int().min(0),
  firstAt: z.iso.datetime(),
  lastAt: z.iso.datetime(),
  nextAt: z.iso.datetime(),
  heldSince: z.iso.datetime().optional(),
})
export type Quarantined = z.infer<typeof quarantinedSchema>

/** Whose work it is to see why: whoever is woken by the hub's alarms. */
const owner = 'operator'

/** What fails, by the ids that tell it from all else. */
export type Subject = Pick<Quarantined, 'kind' | 'ids'>

type Grouped = Extract<Waiting, { kind: 'digest' | 'elsewhere' }>
const isGrouped = (waiting: Waiting): waiting is Grouped =>
  waiting.kind === 'digest' || waiting.kind === 'elsewhere'

const isId = (value: unknown): value is string | number =>
  typeof value === 'string' || typeof value === 'number'

/** What leaves together fails together, by whose it is, whatever else is in it by the next minute. */
export const subjectOf = (waiting: Waiting): Subject => {
  const { kind, ...fields } = waiting
  if (isGrouped(waiting)) return { kind, ids: { authority: waiting.authority } }
  const values: Readonly<Record<string, unknown>> = fields
  const ids = Object.entries(values).flatMap(([name, id]): [string, string | number][] =>
    isId(id) ? [[name, id]] : [],
  )
  return { kind, ids: Object.fromEntries(ids) }
}

/** A row whose key says nothing that is known here. */
export const subjectOfKey = (
  { kind }: Pick<Waiting, 'kind'>,
  { pk, sk }: { readonly pk: string; readonly sk: string },
): Subject => ({ kind, ids: { pk, sk } })

export const nameOf = ({ kind, ids }: Subject): string =>
  JSON.stringify([
    kind,
    ...Object.entries(ids).toSorted(([one], [other]) => (one < other ? -1 : 1)),
  ])

/** The same id whenever the same thing fails. */
const idOf = (subject: Subject): string =>
  uuidOf(createHash('sha256').update(nameOf(subject)).digest().subarray(0, 16), 8)

/** The authority that an id, or the name of a queue, begins with. */
const authorityIn = ({ ids }: Subject) => {
  const [code] = Object.values(ids).flatMap(
    (id) => /^(?:alerts-|escalations-)?(E\d{8})(?![^.])/.exec(String(id))?.[1] ?? [],
  )
  return authorityCodeSchema.safeParse(code).data
}

/** A failure of one thing that waits: why, and whether to try again can mend it. */
export type Failure = { readonly code: string; readonly isLasting: boolean }

/** So many failures before what might mend itself stands aside. */
const failuresBefore = 3

const minute = 60_000
/** The longest that what was mended may wait to be tried: the more pressing, the sooner. */
const longestWait = { immediate: 5 * minute, today: 15 * minute, routine: 60 * minute } as const

const waitAfter = (urgency: Urgency, times: number): number =>
  Math.min(longestWait[urgency], minute * 2 ** Math.min(times, 10))

/** What is known of a failing thing once it failed again: after a minute it is tried again, then after twice as long each time. */
export const failedAgain = (
  before: Quarantined | undefined,
  {
    subject,
    place,
    by,
  }: { readonly subject: Subject; readonly place: WaitingPlace; readonly by: Sweeper },
  { failure, now }: { readonly failure: Failure; readonly now: Date },
): Quarantined => {
  const at = now.toISOString()
  const failures = (before?.failures ?? 0) + 1
  const urgency = place.spread?.urgency ?? 'routine'
  const isHeld = failure.isLasting || failures >= failuresBefore
  const heldSince = before?.heldSince ?? (isHeld ? at : undefined)
  const times = failure.isLasting ? failures - 1 : Math.max(0, failures - failuresBefore)
  return {
    quarantineId: idOf(subject),
    by,
    ...subject,
    urgency,
    owner,
    code: failure.code,
    failures,
    firstAt: before?.firstAt ?? at,
    lastAt: at,
    nextAt:
      heldSince === undefined
        ? at
        : new Date(now.getTime() + waitAfter(urgency, times)).toISOString(),
    ...present({ shard: place.spread?.shard, authority: authorityIn(subject), heldSince }),
  }
}

/** As whoever mended the cause leaves it: tried by the next sweep, and told of anew if it fails then. */
export const released = ({ heldSince: _held, ...row }: Quarantined, now: Date): Quarantined => ({
  ...row,
  failures: 0,
  nextAt: now.toISOString(),
})

export const isHeldAt = ({ heldSince, nextAt }: Quarantined, now: Date): boolean =>
  heldSince !== undefined && Date.parse(nextAt) > now.getTime()
