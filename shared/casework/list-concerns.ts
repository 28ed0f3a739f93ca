import { type By, recorderOf } from '../agencies/recorder-of.ts'
import type { ListedConcern } from '../concerns/followed-concern.ts'
import { present } from '../kernel/present.ts'
import type { Position } from './cursors.ts'
import type { ListedPage, ListPageDeps } from './list-page.ts'

/** One page of what an agency sent, what changed last at the top; of what changed since a moment, if one is given. */
export type ReadSent = (
  of: { readonly agency: string; readonly changedSince: string | undefined },
  page: { readonly limit: number; readonly after: Position | undefined },
) => Promise<{
  readonly items: readonly ListedConcern[]
  /** How many of this page are there and cannot be read, where any. */
  readonly unreadable?: number | undefined
  readonly next: Position | undefined
}>

export type ListConcernsDeps = ListPageDeps & { readonly listSent: ReadSent }

export type ListConcernsInput = {
  readonly by: By
  readonly changedSince?: string | undefined
  readonly limit: number
  readonly cursor?: string | undefined
}

/**
 * The concerns of the caller's own agency, a page at a time. The entry comes before anything is disclosed.
 * @throws HubError request-invalid when the cursor was not made for this caller and question
 */
export const listConcerns = async (
  { by, changedSince: since, limit, cursor }: ListConcernsInput,
  { record, cursors, listSent, now, newId }: ListConcernsDeps,
): Promise<ListedPage<ListedConcern>> => {
  const { clientId, agency } = by.caller
  // As rows write a moment, so that texts compare as moments do.
  const changedSince = since === undefined ? undefined : new Date(since).toISOString()
  const context = `${clientId}|concerns|${changedSince ?? ''}`
  const after = cursor === undefined ? undefined : await cursors.open(cursor, context)
  const { items, unreadable, next } = await listSent({ agency, changedSince }, { limit, after })
  const entry = recorderOf(by, { now: now(), newId })
  const codes = {
    count: String(items.length),
    ...(unreadable !== undefined && { unreadable: String(unreadable) }),
  }
  await record(entry('CONCERNS_LISTED', [clientId], { codes }))
  return { items, ...present({ unreadable }), next: next && (await cursors.seal(next, context)) }
}
