import { isTheirs, type Owner, ownerFor } from '../agencies/access.ts'
import { type By, recorderOf } from '../agencies/recorder-of.ts'
import type { AuditAction, AuditEntry, Recorder } from '../audit/audit-entry.ts'
import { present } from '../kernel/present.ts'
import type { Cursors, Position } from './cursors.ts'
import type { RecordDeps } from './record-refusal.ts'

/** One page of somebody's list, of what is open or closed; what is a lead's alone only for the lead. */
export type ReadList<Item> = (
  of: { readonly owner: Owner; readonly isOpen: boolean; readonly isLead: boolean },
  page: { readonly limit: number; readonly after: Position | undefined },
) => Promise<{
  readonly items: readonly Item[]
  /** How many of this page are there and cannot be read, where any. */
  readonly unreadable?: number | undefined
  readonly next: Position | undefined
}>

/** What a list shows beside its lines of whom they are about, and the entries of its being shown. */
export type Added<Item> = {
  readonly items: readonly Item[]
  readonly entries: readonly AuditEntry[]
}

export type ListPageDeps = RecordDeps & { readonly cursors: Cursors }

export type ListInput = {
  readonly by: By
  readonly state: 'open' | 'closed'
  readonly limit: number
  readonly cursor?: string | undefined
}

/** `next` is the cursor of the page that follows, if one does. */
export type ListedPage<Item> = {
  readonly items: readonly Item[]
  readonly unreadable?: number | undefined
  readonly next: string | undefined
}

/**
 * A page of what is the caller's own; the entry comes before anything is disclosed.
 * @throws HubError request-invalid when the cursor was not made for this caller, list and state
 */
export const listPage = async <Item>(
  { by, state, limit, cursor }: ListInput,
  from: {
    readonly list: 'alerts' | 'reviews' | 'emergency-access'
    readonly action: AuditAction
    readonly read: ReadList<Item>
    /** Adds to the lines what was asked for with them. */
    readonly added?: (items: readonly Item[], entry: Recorder) => Promise<Added<Item>>
  },
  { record, cursors, now, newId }: ListPageDeps,
): Promise<ListedPage<Item>> => {
  const { clientId } = by.caller
  const owner = ownerFor(by.caller)
  const isLead = isTheirs(by.caller, 'alert.see-leads-only', owner)
  const context = `${clientId}|${from.list}|${state}`
  const after = cursor === undefined ? undefined : await cursors.open(cursor, context)
  const of = { owner, isOpen: state === 'open', isLead }
  const { items, unreadable, next } = await from.read(of, { limit, after })
  const entry = recorderOf(by, { now: now(), newId })
  const codes = {
    state,
    count: String(items.length),
    ...(unreadable !== undefined && { unreadable: String(unreadable) }),
  }
  const listed = entry(from.action, [clientId], { codes })
  const shown = (await from.added?.(items, entry)) ?? { items, entries: [] }
  await record([...listed, ...shown.entries])
  return {
    items: shown.items,
    ...present({ unreadable }),
    next: next && (await cursors.seal(next, context)),
  }
}
