import type { By } from '../agencies/recorder-of.ts'
import { areTwoPeople, type Person, personOf } from '../agencies/same-person.ts'
import type { AuditEntry } from '../audit/audit-entry.ts'
import { oneDay, type ReadAuditDeps, readAuditPage } from './read-audit-page.ts'

/** A request for all that was seen of somebody: by its id, and by the ids of the records that are about them. */
export type SubjectRequest = {
  readonly requestId: string
  readonly about: readonly string[]
  /** Who has asked that work ids be shown. */
  readonly proposedBy: readonly Person[]
  readonly isUnmasked: boolean
}

/** The law gives a month, and two more where there is much. */
const daysOpen = 90

/** Everything that was done about one request; each person adds one entry at most. */
const mostSteps = 100

/** As somebody stands in an entry of theirs. */
const personIn = ({ actor, practitioner, vouchedBy }: AuditEntry): Person => ({
  by: actor,
  practitioner,
  isVouchedFor: vouchedBy === 'AUTHORITY',
})

/**
 * A request as the log has it, for it stands nowhere else: whoever would alter it must alter the log. Undefined once it is
 * over, or where there was none.
 */
export const readRequest = async (
  requestId: string,
  deps: ReadAuditDeps & { readonly now: () => Date },
): Promise<SubjectRequest | undefined> => {
  const now = deps.now()
  const span = {
    from: new Date(now.getTime() - daysOpen * oneDay).toISOString(),
    before: `${now.toISOString()}~`,
    limit: mostSteps,
  }
  const { items } = await readAuditPage({ subject: requestId }, span, deps)
  // A record that a request is about is a subject of its entries too, and is no request.
  const of = (action: AuditEntry['action']): readonly AuditEntry[] =>
    items.filter((entry) => entry.action === action && entry.codes?.['request'] === requestId)
  const [opened] = of('SUBJECT_ACCESS_OPENED')
  if (opened === undefined) return undefined
  return {
    requestId,
    about: opened.subjects.filter((id) => id !== requestId && id !== opened.actor),
    proposedBy: of('UNMASKING_PROPOSED').map(personIn),
    isUnmasked: of('UNMASKED').length > 0,
  }
}

/** What it means that somebody asks for work ids to be shown. */
export const stepOf = (
  { proposedBy, isUnmasked }: SubjectRequest,
  by: By,
): 'UNMASKED_BEFORE' | 'UNMASKED' | 'PROPOSED_BEFORE' | 'PROPOSED' => {
  if (isUnmasked) return 'UNMASKED_BEFORE'
  const asking = personOf(by)
  if (proposedBy.some((one) => areTwoPeople(one, asking))) return 'UNMASKED'
  return proposedBy.length > 0 ? 'PROPOSED_BEFORE' : 'PROPOSED'
}
