import type { Caller } from '../agencies/access.ts'
import type { Directory } from '../agencies/directory.ts'
import { holdingQueue } from '../agencies/holder.ts'
import type { AuditEntry } from '../audit/audit-entry.ts'

/**
 * Who is told of what somebody did: the lead of their agency or their authority; the partnership lead of what belongs to
 * neither, as its own acts and an auditor's do.
 */
export const watchedOwnerIn = ({ agencies, authorities }: Directory) => {
  const ofAgencies = new Set(agencies.map(({ key }) => key))
  const ofAuthorities = new Set<string>(authorities.map(({ code }) => code))
  return ({ agency, authority }: Pick<AuditEntry, 'agency' | 'authority'>): string => {
    if (agency !== undefined && ofAgencies.has(agency)) return agency
    return authority !== undefined && ofAuthorities.has(authority) ? authority : holdingQueue
  }
}

/** Everybody who may have a report. */
export const watchedOwners = ({ agencies, authorities }: Directory): readonly string[] => [
  ...authorities.map(({ code }) => code),
  ...agencies.map(({ key }) => key),
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
