import { type Agreement, agreementId, standingOf } from '../agencies/agreement.ts'
import { authorityCodeSchema } from '../agencies/authorities.ts'
import type { AuditEntry } from '../audit/audit-entry.ts'
import { londonDay } from '../calendar/london-day.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'

export type AgreedForDeps = {
  /** What a service has agreed with an authority, in whichever state. */
  readonly readAgreement: (agency: string, authority: string) => Promise<Agreement | undefined>
}

type Said = Pick<AuditEntry, 'agreement'> & { readonly codes: Readonly<Record<string, string>> }

/**
 * What an entry says of the agreement between the sender of a concern and one authority: its name where it is in force, and how it stands.
 * Nothing waits for an agreement, so none that cannot be read stands in the way; of no council of England nothing is said.
 */
export const agreedFor = async (
  { submittedBy: { agency }, concern: { purpose } }: Pick<StoredConcern, 'submittedBy' | 'concern'>,
  { authority, now }: { readonly authority: string; readonly now: Date },
  { readAgreement }: AgreedForDeps,
): Promise<Said> => {
  if (!authorityCodeSchema.safeParse(authority).success) return { codes: {} }
  try {
    const agreement = await readAgreement(agency, authority)
    const standing = standingOf(agreement, { purpose, today: londonDay(now) })
    const codes = { agreements: standing }
    return agreement === undefined || standing !== 'in-force'
      ? { codes }
      : { codes, agreement: agreementId(agreement) }
  } catch {
    return { codes: { agreements: 'unread' } }
  }
}
