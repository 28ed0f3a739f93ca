import type { By } from '../agencies/recorder-of.ts'
import type { AuditEntry } from '../audit/audit-entry.ts'
import { type AuditFilter, fits } from '../audit/audit-filter.ts'
import { type RecordQuestionDeps, recordQuestion } from './record-question.ts'

/** Sealed entries in the order in which they were sealed; `missing` says of how many leaves no row can be found any more. */
export type SealedStretch = {
  readonly items: readonly AuditEntry[]
  readonly missing: number
  /** The leaf from which the next stretch goes on: the same when nothing was sealed since. */
  readonly next: number
}

export type FollowAuditDeps = RecordQuestionDeps & {
  readonly readStretch: (since: number, limit: number) => Promise<SealedStretch>
  readonly readNewestNote: () => Promise<string | undefined>
}

export type FollowAuditInput = {
  readonly by: By
  readonly filter: AuditFilter
  /** A leaf's number. */
  readonly since: number
  readonly limit: number
}

/**
 * What was sealed since, oldest first, for whoever keeps a copy. It goes by the leaf's number and not by time: an entry that
 * is sealed late has a later number, so that nothing comes before what was read already. On record before it is disclosed.
 */
export const followAudit = async (
  { by, filter, since, limit }: FollowAuditInput,
  deps: FollowAuditDeps,
): Promise<SealedStretch & { readonly checkpoint: string | undefined }> => {
  const stretch = await deps.readStretch(since, limit)
  const items = stretch.items.filter((entry) => fits(entry, filter))
  const span = { since: String(since) }
  await recordQuestion({ by, filter, span, count: items.length }, deps)
  return { ...stretch, items, checkpoint: await deps.readNewestNote() }
}
