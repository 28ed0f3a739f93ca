import { type By, recorderOf } from '../agencies/recorder-of.ts'
import { uuidSchema } from '../kernel/ids.ts'
import type { ReadAuditDeps } from './read-audit-page.ts'
import { readTrail } from './read-trail.ts'
import type { RecordDeps } from './record-refusal.ts'
import { readRequest, stepOf } from './subject-request.ts'

export type OpenSubjectAccessDeps = RecordDeps & ReadAuditDeps

/** Records that one request may be about: as many as one entry names, with itself and whoever opened it. */
const mostAbout = 20
/** What came of a concern. */
const following = ['ALERT_RAISED', 'REVIEW_RAISED'] as const

type Opening = {
  readonly by: By
  readonly personId: string
  readonly concernIds: readonly string[]
}

export type OpenedSubjectAccess = {
  readonly requestId: string
  readonly about: readonly string[]
  /** More came of the concerns than the request is about: more than it may name, or than was read of what is on record. */
  readonly isCut: boolean
}

/** Alerts and reviews that a concern has led to, by the entries that say so. */
const followingFrom = async (concernId: string, deps: OpenSubjectAccessDeps) => {
  const span = { from: '0', before: `${deps.now().toISOString()}~` }
  const trails = await Promise.all(
    following.map((action) => readTrail({ subject: concernId, action }, span, deps)),
  )
  const ids = trails
    .flatMap(({ items }) => items)
    .flatMap(({ subjects }) => subjects.slice(0, 1))
    .filter((id) => uuidSchema.safeParse(id).success)
  return { ids, isCut: trails.some(({ isCut }) => isCut) }
}

/**
 * Opens a request for all that was seen of one person: of their record, and of the concerns that the search has found,
 * held ones and those that matched nobody included, with the alerts and reviews that came of them.
 */
export const openSubjectAccess = async (
  { by, personId, concernIds }: Opening,
  deps: OpenSubjectAccessDeps,
): Promise<OpenedSubjectAccess> => {
  const found = await Promise.all(concernIds.map((id) => followingFrom(id, deps)))
  const all = new Set([personId, ...concernIds, ...found.flatMap(({ ids }) => ids)])
  const about = [...all].slice(0, mostAbout)
  const leftOut = all.size - about.length
  const isUnread = found.some(({ isCut }) => isCut)
  const now = deps.now()
  const requestId = deps.newId(now)
  const record = recorderOf(by, { now, newId: deps.newId })
  await deps.record(
    record('SUBJECT_ACCESS_OPENED', [by.caller.clientId, requestId], {
      people: about,
      codes: {
        request: requestId,
        count: String(about.length),
        // As many as were found: where not everything was read there may be more.
        leftOut: isUnread ? `${leftOut}+` : String(leftOut),
      },
    }),
  )
  return { requestId, about, isCut: leftOut > 0 || isUnread }
}

export type UnmaskResult =
  | { readonly kind: 'proposed' | 'unmasked' }
  | { readonly kind: 'not-found' }

/** The first to ask proposes that work ids be shown; a second person who asks the same has them shown. */
export const unmask = async (
  { by, requestId }: { readonly by: By; readonly requestId: string },
  deps: OpenSubjectAccessDeps,
): Promise<UnmaskResult> => {
  const request = await readRequest(requestId, deps)
  if (request === undefined) return { kind: 'not-found' }
  const step = stepOf(request, by)
  if (step === 'UNMASKED_BEFORE') return { kind: 'unmasked' }
  if (step === 'PROPOSED_BEFORE') return { kind: 'proposed' }
  const record = recorderOf(by, { now: deps.now(), newId: deps.newId })
  const subjects = [by.caller.clientId, requestId, ...request.about.slice(0, 1)]
  const action = step === 'UNMASKED' ? 'UNMASKED' : 'UNMASKING_PROPOSED'
  await deps.record(record(action, subjects, { codes: { request: requestId } }))
  return { kind: step === 'UNMASKED' ? 'unmasked' : 'proposed' }
}
