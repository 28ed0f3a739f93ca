import type { AuditAction, AuditEntry, Recorder } from '../audit/audit-entry.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import type { Around } from '../household/joined-children.ts'
import type { StoredChild } from '../register/stored.ts'
import type { Assessment } from './assessment.ts'
import { everybodyIn } from './person-match.ts'

type Made = Pick<Assessment, 'matches' | 'joined' | 'cause'>

/** Records of nobody real that these people are, or may be, or are joined by. */
const canariesIn = ({ matches, joined }: Pick<Made, 'matches' | 'joined'>, around: Around) => {
  const { adultIds, childIds } = everybodyIn(matches)
  const hit = new Set<string>([...adultIds, ...childIds, ...joined.map(({ childId }) => childId)])
  return [
    ...around.adults.map(({ adultId, isCanary }) => ({ id: adultId, isCanary })),
    ...around.children.map(({ childId, isCanary }) => ({ id: childId, isCanary })),
  ]
    .filter(({ id, isCanary }) => isCanary === true && hit.has(id))
    .map(({ id }) => id)
}

/** An entry where a concern leads to nobody real: whoever sent or tried it guesses at people (policy §9.9). */
export const canaryHits = (
  { concernId, submittedBy }: Pick<StoredConcern, 'concernId' | 'submittedBy'>,
  { made, around }: { readonly made: Made; readonly around: Around },
  record: Recorder,
): readonly AuditEntry[] => {
  const ids = canariesIn(made, around)
  const codes = { by: submittedBy.clientId, cause: made.cause }
  return ids.length === 0 ? [] : record('CANARY_HIT', [concernId, ...ids], { codes })
}

/** An entry where somebody reads of nobody real. */
export const canaryRead = (
  { isCanary }: Pick<StoredChild, 'isCanary'>,
  { id, by }: { readonly id: string; readonly by: AuditAction },
  record: Recorder,
): readonly AuditEntry[] => (isCanary === true ? record('CANARY_HIT', [id], { codes: { by } }) : [])
