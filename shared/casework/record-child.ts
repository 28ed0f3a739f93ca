import { isTheirs } from '../agencies/access.ts'
import { type By, recorderOf } from '../agencies/recorder-of.ts'
import type { AuditEntry } from '../audit/audit-entry.ts'
import { type AdultId, adultIdSchema, type ChildId, childIdSchema, hubWide } from '../kernel/ids.ts'
import { mostActions } from '../kernel/most-actions.ts'
import { untilItHolds } from '../kernel/until-it-holds.ts'
import type { IndexKey } from '../matching/index-keys.ts'
import type { Child } from '../register/child.ts'
import { planChange, type RegisterChange, type RegisterState } from '../register/plan-change.ts'
import { type RecordDeps, refused } from './record-refusal.ts'

/** `localId` is the authority's own id of the child. */
export type RecordChildInput = {
  readonly by: By
  readonly localId: string
  readonly child: Child
}

export type RecordChildDeps = RecordDeps & {
  /** The child as it stands, every adult named, and every adult the child had before. */
  readonly read: (childId: ChildId, adultIds: readonly AdultId[]) => Promise<RegisterState>
  readonly hashKeys: (keys: readonly IndexKey[]) => Promise<readonly string[]>
  readonly commit: (
    change: RegisterChange,
    entries: readonly AuditEntry[],
  ) => Promise<'committed' | 'changed'>
}

export type RecordChildResult =
  | { readonly kind: 'recorded'; readonly childId: ChildId; readonly version: number }
  | { readonly kind: 'too-large' | 'busy' | 'not-theirs' }

/** The audit entry's, which stands under the child and the client. */
const actionsOfEntry = 2

/** Children who may depend on one adult: what one assessment can still alert about in one transaction. */
const mostChildren = 20

/**
 * Records a child with its adults and their index keys in one transaction, replacing what was there. An adult named for
 * several children is one record; the latest facts about them win.
 */
export const recordChild = async (
  { by, localId, child }: RecordChildInput,
  deps: RecordChildDeps,
): Promise<RecordChildResult> => {
  if (!isTheirs(by.caller, 'register.write', child))
    return refused('not-theirs', { by, action: 'register.write' }, deps)
  const childId = childIdSchema.parse(hubWide(child.authority, localId))
  const adultIds = child.adults.map(({ id }) => adultIdSchema.parse(hubWide(child.authority, id)))
  return untilItHolds<RecordChildResult, RecordChildResult>(
    async () => {
      const before = await deps.read(childId, adultIds)
      const now = deps.now()
      const change = await planChange({ childId, child, adultIds, before, now }, deps.hashKeys)
      const isCrowded = change.adults.some(({ adult }) => adult.children.length > mostChildren)
      if (isCrowded || change.actions + actionsOfEntry > mostActions) return { kind: 'too-large' }
      const { version } = change.child
      const record = recorderOf(by, { now, newId: deps.newId })
      const entry = record('CHILD_RECORDED', [childId], {
        codes: { version: String(version), adults: String(adultIds.length) },
      })
      const committed = await deps.commit(change, [entry])
      return committed === 'committed' ? { kind: 'recorded', childId, version } : 'changed'
    },
    () => ({ kind: 'busy' }),
  )
}
