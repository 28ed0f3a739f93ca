import * as z from 'zod'
import { type ExpiryInLog, judgeGone } from '../audit/expired-leaves.ts'
import {
  knownChanges,
  type RowKind,
  type TableEvent,
  type WatchedTable,
} from '../audit/known-changes.ts'
import { isHeld, type KeptHold } from '../audit/legal-hold.ts'
import { isSameEntry, type SealableEntry, sealableEntrySchema } from '../audit/sealed-leaf.ts'
import type { Clock } from '../kernel/clock.ts'

/** One change of one row; the row before and after it as it was stored, where there was one. */
export type RowChange = {
  readonly table: WatchedTable
  readonly kind: RowKind
  readonly event: TableEvent
  readonly before: unknown
  readonly after: unknown
}

export type WatchTableDeps = {
  /** The entry as it stands in the log, read consistently. */
  readonly readSealed: (entry: SealableEntry) => Promise<SealableEntry | undefined>
  /** What the log says was deleted of the leaves about this one. */
  readonly readExpiries: (leaf: number) => Promise<readonly ExpiryInLog[]>
  /** Every hold, as the directory has it now. */
  readonly readHolds: () => Promise<readonly KeptHold[]>
  readonly now: Clock
}

export type WatchTableResult = { readonly kind: 'known' | 'unknown' }

const headSchema = z.object({ version: z.int(), size: z.int() })

/** One version on, and longer. */
const growsHead = ({ kind, before, after }: RowChange): boolean => {
  const [was, is] = [headSchema.safeParse(before).data, headSchema.safeParse(after).data]
  if (kind !== 'HEAD' || was === undefined || is === undefined) return false
  return is.version === was.version + 1 && is.size > was.size
}

const waitingSchema = z.object({ entry: sealableEntrySchema })

/** Whether what went stands in the log, and as it was. */
const isSealed = async (
  { before }: RowChange,
  { readSealed }: WatchTableDeps,
): Promise<boolean> => {
  const waited = waitingSchema.safeParse(before).data?.entry
  if (waited === undefined) return false
  const sealed = await readSealed(waited)
  return sealed !== undefined && isSameEntry(sealed, waited)
}

const sealedSchema = z.object({ entry: sealableEntrySchema, leafIndex: z.int().min(0) })

/**
 * Whether what went was an entry whose time was over, of which the log had said that it goes, and that nobody holds. The row
 * itself says its time: one that was changed to look older has rung already.
 */
const isAtItsEnd = async (
  { kind, before }: RowChange,
  { readExpiries, readHolds, now }: WatchTableDeps,
): Promise<boolean> => {
  const gone = sealedSchema.safeParse(before).data
  if (kind !== 'SUBJECT' || gone === undefined) return false
  const [expiries, holds] = await Promise.all([readExpiries(gone.leafIndex), readHolds()])
  if (isHeld(gone.entry, holds, now())) return false
  const judge = judgeGone({ expiries, holds: [], now: now() })
  return judge(gone.leafIndex, gone.entry) === 'AT_ITS_END'
}

/** Whether a change of a watched table is one that the hub makes. What cannot be read is none. */
export const watchTable = async (
  change: RowChange,
  deps: WatchTableDeps,
): Promise<WatchTableResult> => ({ kind: (await isKnown(change, deps)) ? 'known' : 'unknown' })

const isKnown = async (change: RowChange, deps: WatchTableDeps): Promise<boolean> => {
  const known = knownChanges[change.table][change.event]
  switch (known) {
    case 'always':
      return true
    case 'never':
      return false
    case 'where-the-head-grows':
      return growsHead(change)
    case 'where-it-is-sealed':
      return isSealed(change, deps)
    case 'where-it-is-at-its-end':
      return isAtItsEnd(change, deps)
  }
}
