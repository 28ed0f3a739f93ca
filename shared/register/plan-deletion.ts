import { turnsOf } from './agreement-clock.ts'
import type { CorrectionNote } from './correction-note.ts'
import { planChild } from './plan-change.ts'
import {
  type HashKeys,
  type RegisterChange,
  type RegisterState,
  removalOf,
} from './register-change.ts'
import type { StoredChild } from './stored.ts'

/** Takes a child's record away, and its link from every adult; what was derived of an adult from it stays (policy §1.3). */
export const planDeletion = async (
  known: StoredChild,
  {
    before,
    why,
    now,
  }: { readonly before: RegisterState; readonly why: CorrectionNote; readonly now: Date },
  hashKeys: HashKeys,
): Promise<RegisterChange> => {
  const { childId, child, corrections } = known
  const draft = { childId, child, adults: [], corrections }
  const { records } = await planChild({ before, draft, told: [], now }, hashKeys)
  const beside = records.filter(({ kind }) => kind === 'adult')
  const gone = removalOf(before.child, { kind: 'child', id: childId }, why)
  const agreements = turnsOf(childId, [child.writtenAgreements, []], now)
  return { records: [gone, ...beside], households: [], rekeys: [], agreements }
}
