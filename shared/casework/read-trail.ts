import type { AuditEntry } from '../audit/audit-entry.ts'
import type { AuditFilter } from '../audit/audit-filter.ts'
import { type AuditSpan, type ReadAuditDeps, readAuditPage } from './read-audit-page.ts'

/** Of each some twelve hundred entries are looked at, so about fifty thousand under one subject, whoever made them. */
const mostPages = 40
const ofPage = 100

/** What a walk found, and whether it ended before the beginning of the span. */
export type Trail = { readonly items: readonly AuditEntry[]; readonly isCut: boolean }

/** Everything of a span that is asked for, newest first, page after page to its beginning, within a bound that is told. */
export const readTrail = async (
  filter: AuditFilter,
  { from, before, most = mostPages }: AuditSpan & { readonly most?: number },
  deps: ReadAuditDeps,
): Promise<Trail> => {
  const items: AuditEntry[] = []
  let at: string | undefined = before
  for (let pages = 0; pages < most && at !== undefined; pages += 1) {
    const page = await readAuditPage(filter, { from, before: at, limit: ofPage }, deps)
    items.push(...page.items)
    at = page.next
  }
  return { items, isCut: at !== undefined }
}
