import type { By } from '../agencies/recorder-of.ts'
import { areTwoPeople, type Person, personOf } from '../agencies/same-person.ts'
import type { AuditEntry } from '../audit/audit-entry.ts'
import { HubError } from '../kernel/hub-error.ts'
import { oneDay, type ReadAuditDeps } from './read-audit-page.ts'
import { readTrail } from './read-trail.ts'

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

/** As somebody stands in an entry of theirs. */
const personIn = ({ actor, practitioner, vouchedBy }: AuditEntry): Person => ({
  by: actor,
  practitioner,
  isVouchedFor: vouchedBy === 'AUTHORITY',
})

/**
 * A request as the log has it, for it stands nowhere else: whoever would alter it must alter the log. Undefined once it is
 * over, or where there was none. Whoever asks the log about a request adds to what stands under it, so all of it is read.
 * @throws HubError internal when more stands under it than is read: what it says is not known then, and nothing is said
 */
export const readRequest = async (
  requestId: string,
  deps: ReadAuditDeps & { readonly now: () => Date },
): Promise<SubjectRequest | undefined> => {
  const now = deps.now()
  const span = {
    from: new Date(now.getTime() - daysOpen * oneDay).toISOString(),
    before: `${now.toISOString()}~`,
  }
  const of = async (action: AuditEntry['action']): Promise<readonly AuditEntry[]> => {
    const { items, isCut } = await readTrail({ subject: requestId, action }, span, deps)
    if (isCut) throw new HubError('internal', `more stands under ${requestId} than is read`)
    // A record that a request is about is a subject of its entries too, and is no request.
    return items.filter(({ codes }) => codes?.['request'] === requestId)
  }
  const [[opened], proposed, unmasked] = await Promise.all([
    of('SUBJECT_ACCESS_OPENED'),
    of('UNMASKING_PROPOSED'),
    of('UNMASKED'),
  ])
  if (opened === undefined) return undefined
  return {
    requestId,
    about: opened.subjects.filter((id) => id !== requestId && id !== opened.actor),
    proposedBy: proposed.map(personIn),
    isUnmasked: unmasked.length > 0,
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
