import type { Caller } from '../agencies/access.ts'
import { recorderOf } from '../agencies/recorder-of.ts'
import type { AuditAction, AuditEntry } from '../audit/audit-entry.ts'
import type { Cursors } from '../casework/cursors.ts'
import type { Clock } from '../kernel/clock.ts'
import type { NewId } from '../kernel/ids.ts'
import type { Reply } from './contract.ts'

type Position = Readonly<Record<string, unknown>>

/** One page of an authority's list, of what is open or closed. */
export type ReadList<Item> = (
  of: { readonly authority: string; readonly isOpen: boolean },
  page: { readonly limit: number; readonly after: Position | undefined },
) => Promise<{ readonly items: readonly Item[]; readonly next: Position | undefined }>

export type ListDeps = {
  readonly record: (entries: readonly AuditEntry[]) => Promise<void>
  readonly cursors: Cursors
  readonly now: Clock
  readonly newId: NewId
}

type ListCall = {
  readonly caller: Caller
  readonly query: {
    readonly state: 'open' | 'closed'
    readonly limit: string
    readonly cursor?: string | undefined
  }
  readonly requestId: string
}

/** Answers with a page of what is the caller's authority's, each item with its link, and leaves the entry first. */
export const answerList = async <Item extends object>(
  { caller, query: { state, limit, cursor }, requestId }: ListCall,
  from: {
    readonly path: '/v1/alerts' | '/v1/reviews'
    readonly action: AuditAction
    readonly read: ReadList<Item>
    readonly idOf: (item: Item) => string
  },
  { record, cursors, now, newId }: ListDeps,
): Promise<Reply> => {
  const context = `${caller.clientId}|${from.path}|${state}`
  const after = cursor === undefined ? undefined : await cursors.open(cursor, context)
  const of = { authority: caller.authority ?? '', isOpen: state === 'open' }
  const { items, next } = await from.read(of, { limit: Number(limit), after })
  const codes = { state, count: String(items.length) }
  const entry = recorderOf(caller, requestId, { now: now(), newId })
  await record([entry(from.action, [caller.clientId], { codes })])
  const sealed = next && (await cursors.seal(next, context))
  const page = `${from.path}?state=${state}&limit=${limit}&cursor=`
  return {
    status: 200,
    body: {
      items: items.map((item) => ({
        ...item,
        links: { self: `${from.path}/${from.idOf(item)}` },
      })),
      links: sealed === undefined ? {} : { next: `${page}${sealed}` },
    },
  }
}
