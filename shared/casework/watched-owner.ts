import type { Caller } from '../agencies/access.ts'
import type { Directory, Unreadable } from '../agencies/directory.ts'
import { holdingQueue } from '../agencies/holder.ts'
import type { AuditEntry } from '../audit/audit-entry.ts'

/** What is theirs stays theirs, and is told once the row can be read. */
const unread = ({ unreadable = [] }: Directory, of: Unreadable['kind']): readonly string[] =>
  unreadable.flatMap(({ kind, id }) => (kind === of ? [id] : []))

/**
 * Who is told of what somebody did: the lead of their agency or their authority; the partnership lead of what belongs to
 * neither, as its own acts and an auditor's do.
 */
export const watchedOwnerIn = (directory: Directory) => {
  const { agencies, authorities } = directory
  const ofAgencies = new Set([...agencies.map(({ key }) => key), ...unread(directory, 'agency')])
  const ofAuthorities = new Set<string>([
    ...authorities.map(({ code }) => code),
    ...unread(directory, 'authority'),
  ])
  return ({ agency, authority }: Pick<AuditEntry, 'agency' | 'authority'>): string => {
    if (agency !== undefined && ofAgencies.has(agency)) return agency
    return authority !== undefined && ofAuthorities.has(authority) ? authority : holdingQueue
  }
}

/** Everybody who may have a report. */
export const watchedOwners = (directory: Directory): readonly string[] => [
  ...directory.authorities.map(({ code }) => code),
  ...directory.agencies.map(({ key }) => key),
  ...(directory.unreadable ?? []).map(({ id }) => id),
  holdingQueue,
]

/** Whose reports a lead reads: their own organisation's, and never another's. */
export const watchedOwnerOf = ({ role, agency, authority }: Caller): string => {
  if (role === 'partnership-lead') return holdingQueue
  return role === 'referrer' ? agency : (authority ?? holdingQueue)
}

/** By what a report stands in the audit log. */
export const watchReportId = ({ owner, day }: { readonly owner: string; readonly day: string }) =>
  `${owner}.${day}`
