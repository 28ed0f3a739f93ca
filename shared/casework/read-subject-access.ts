import * as z from 'zod'
import { type By, recorderOf } from '../agencies/recorder-of.ts'
import type { AuditEntry } from '../audit/audit-entry.ts'
import { fits } from '../audit/audit-filter.ts'
import { entryPosition } from '../audit/entry-position.ts'
import { pseudonymOf } from '../audit/pseudonym.ts'
import { once } from '../kernel/once.ts'
import { present } from '../kernel/present.ts'
import type { Cursors } from './cursors.ts'
import { type ReadAuditDeps, readAuditPage } from './read-audit-page.ts'
import type { RecordDeps } from './record-refusal.ts'
import { readRequest } from './subject-request.ts'

export type ReadSubjectAccessDeps = RecordDeps &
  ReadAuditDeps & {
    readonly keyedHash: (text: string) => Promise<string>
    readonly cursors: Cursors
  }

/** One time that something of the person was seen, or asked for and refused. Ids of other people are left out. */
export type Seen = {
  readonly entryId: string
  readonly at: string
  readonly action: AuditEntry['action']
  readonly outcome: AuditEntry['outcome']
  readonly client: string
  readonly agency?: string
  readonly authority?: string
  /** A work id once two people have asked for it; until then a word for it that is good in this request alone. */
  readonly who?: string
  readonly purpose?: string
  /** Which of the request's records it was. */
  readonly about: readonly string[]
}

type Reading = {
  readonly by: By
  readonly requestId: string
  readonly limit: number
  readonly cursor?: string | undefined
}

export type SubjectAccessResult =
  | {
      readonly kind: 'found'
      readonly items: readonly Seen[]
      readonly next: string | undefined
      readonly isUnmasked: boolean
    }
  | { readonly kind: 'not-found' }

/** Acts of the hub itself by which somebody outside was shown something. */
const toldBy: ReadonlySet<AuditEntry['action']> = new Set<AuditEntry['action']>([
  'ALERT_SENT',
  'ALERT_DELIVERED',
  'REMINDER_SENT',
])

/** Whoever calls has an organisation; the hub's own functions have none. */
const isSeen = ({ agency, action }: AuditEntry): boolean =>
  agency !== undefined || toldBy.has(action)

type Page = { readonly items: readonly AuditEntry[]; readonly next: string | undefined }
type Span = { readonly before: string; readonly limit: number }

/** One page about several records, newest first, as far back as each of them was read. */
const pageAbout = async (
  about: readonly string[],
  { before, limit }: Span,
  { readWaiting, readSealed }: ReadAuditDeps,
): Promise<Page> => {
  const span = { from: '0', before, limit }
  const waiting = once(() => readWaiting({}, span))
  const pages = await Promise.all(
    about.map((subject) =>
      readAuditPage({ subject }, span, {
        readSealed,
        readWaiting: async (filter) => {
          const { items, reached } = await waiting()
          return { items: items.filter((entry) => fits(entry, filter)), reached }
        },
      }),
    ),
  )
  const reached = pages
    .flatMap(({ next }) => next ?? [])
    .toSorted()
    .at(-1)
  const byId = new Map(pages.flatMap(({ items }) => items).map((one) => [one.entryId, one]))
  const ordered = [...byId.values()]
    .filter((entry) => reached === undefined || entryPosition(entry) >= reached)
    .toSorted((one, other) => (entryPosition(one) < entryPosition(other) ? 1 : -1))
  const items = ordered.slice(0, limit)
  const last = items.at(-1)
  const next = ordered.length > limit && last !== undefined ? entryPosition(last) : reached
  return { items, next }
}

const cursorSchema = z.strictObject({ before: z.string() })

/**
 * One page of who saw anything of the person a request is about: ids, systems, organisations and times. On record, under
 * the person and each of the records, before it is disclosed.
 * @throws HubError request-invalid when the cursor was not made for this caller and request
 */
export const readSubjectAccess = async (
  { by, requestId, limit, cursor }: Reading,
  deps: ReadSubjectAccessDeps,
): Promise<SubjectAccessResult> => {
  const request = await readRequest(requestId, deps)
  if (request === undefined) return { kind: 'not-found' }
  const { about, isUnmasked } = request
  const context = `${by.caller.clientId}|subject-access|${requestId}|${limit}`
  const before =
    cursor === undefined
      ? `${deps.now().toISOString()}~`
      : cursorSchema.parse(await deps.cursors.open(cursor, context)).before
  const page = await pageAbout(about, { before, limit }, deps)
  const secret = await deps.keyedHash(`subject-access ${requestId}`)
  const items = page.items
    .filter(isSeen)
    .map((entry) => seenOf(entry, { about, isUnmasked, secret }))
  const record = recorderOf(by, { now: deps.now(), newId: deps.newId })
  await deps.record(
    record('SUBJECT_ACCESS_READ', [by.caller.clientId], {
      people: about,
      codes: { request: requestId, count: String(items.length), isUnmasked: String(isUnmasked) },
    }),
  )
  const next = page.next && (await deps.cursors.seal({ before: page.next }, context))
  return { kind: 'found', items, next, isUnmasked }
}

type Shown = { readonly about: readonly string[]; readonly isUnmasked: boolean } & {
  readonly secret: string
}

const seenOf = (
  { entryId, at, action, outcome, actor, agency, authority, practitioner, ...entry }: AuditEntry,
  { about, isUnmasked, secret }: Shown,
): Seen => {
  const person = practitioner && pseudonymOf(secret, `${agency ?? actor} ${practitioner}`)
  return {
    entryId,
    at,
    action,
    outcome,
    client: actor,
    ...present({ agency, authority, who: isUnmasked ? practitioner : person }),
    ...present({ purpose: entry.purpose }),
    about: entry.subjects.filter((id) => about.includes(id)),
  }
}
