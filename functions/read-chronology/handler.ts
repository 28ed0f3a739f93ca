import * as z from 'zod'
import { type Caller, isTheirs } from '../../shared/agencies/access.ts'
import { recorderOf } from '../../shared/agencies/recorder-of.ts'
import type { AuditEntry } from '../../shared/audit/audit-entry.ts'
import type { Cursors } from '../../shared/casework/cursors.ts'
import { chronologyView } from '../../shared/chronology/chronology-view.ts'
import type { StandingEntry } from '../../shared/chronology/entry.ts'
import { readChronologyContract } from '../../shared/http/contracts/chronology.ts'
import {
  type ApiHandler,
  createApi,
  endpoint,
  type GuardedDeps,
} from '../../shared/http/pipeline.ts'
import { HubError } from '../../shared/kernel/hub-error.ts'
import type { ChildId, NewId } from '../../shared/kernel/ids.ts'
import type { StoredChild } from '../../shared/register/stored.ts'

export type Deps = GuardedDeps & {
  readonly readChild: (childId: ChildId) => Promise<StoredChild | undefined>
  readonly readEntries: (
    childId: ChildId,
    page: { readonly limit: number; readonly after: string | undefined },
  ) => Promise<{ readonly items: readonly StandingEntry[]; readonly next: string | undefined }>
  readonly record: (entries: readonly AuditEntry[]) => Promise<void>
  readonly cursors: Cursors
  readonly newId: NewId
}

const notFound = new HubError('not-found', 'no such child of your authority')
const positionSchema = z.object({ after: z.string() })

/** @throws HubError not-found when there is none, or it is another authority's, which leaves an entry */
const theirChild = async (
  { id, caller, requestId }: { id: ChildId; caller: Caller; requestId: string },
  deps: Deps,
): Promise<StoredChild> => {
  const [authority = ''] = id.split('.')
  if (!isTheirs(caller, 'chronology.read', { authority })) {
    await deps.recordRefusal(caller, 'chronology.read', requestId)
    throw notFound
  }
  const child = await deps.readChild(id)
  if (child === undefined) throw notFound
  return child
}

/** GET /children/{id}/chronology. It leaves its audit entry before anything is disclosed. */
export const createHandler = (deps: Deps): ApiHandler =>
  createApi(
    [
      endpoint(
        'readChronology',
        readChronologyContract,
        async ({ caller, params: { id }, query, requestId }) => {
          const child = await theirChild({ id, caller, requestId }, deps)
          const context = `${caller.clientId}|chronology|${id}`
          const from =
            query.cursor === undefined
              ? undefined
              : positionSchema.parse(await deps.cursors.open(query.cursor, context))
          const page = await deps.readEntries(id, {
            limit: Number(query.limit),
            after: from?.after,
          })
          const view = chronologyView(child, page.items)
          const record = recorderOf(caller, requestId, { now: deps.now(), newId: deps.newId })
          const codes = { count: String(view.items.length) }
          await deps.record([record('CHRONOLOGY_READ', [id], { codes })])
          const hasNext = page.next !== undefined && view.items.length > 0
          const links = hasNext
            ? {
                next: `/v1/children/${id}/chronology?limit=${query.limit}&cursor=${await deps.cursors.seal({ after: page.next }, context)}`,
              }
            : {}
          return { status: 200, body: { ...view, links } }
        },
      ),
    ],
    deps,
  )
