import type { AuditEntry, Recorder } from '../audit/audit-entry.ts'
import type { Clock } from '../kernel/clock.ts'
import { type AdultId, adultIdSchema, type ChildId, childIdSchema, hubWide } from '../kernel/ids.ts'
import { mostActions } from '../kernel/most-actions.ts'
import type { IndexKey } from '../matching/index-keys.ts'
import type { Child } from '../register/child.ts'
import { planChange, type RegisterChange, type RegisterState } from '../register/plan-change.ts'

export type RecordChildDeps = {
  /** The child as it stands, every adult named, and every adult the child had before. */
  readonly read: (childId: ChildId, adultIds: readonly AdultId[]) => Promise<RegisterState>
  readonly hashKeys: (keys: readonly IndexKey[]) => Promise<readonly string[]>
  readonly commit: (
    change: RegisterChange,
    entries: readonly AuditEntry[],
  ) => Promise<'committed' | 'changed'>
  readonly recorder: (now: Date) => Recorder
  readonly now: Clock
}

export type RecordChildResult =
  | { readonly kind: 'recorded'; readonly childId: ChildId; readonly version: number }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'busy' }

const attempts = 5
/** The audit entry's, which stands under the child and the client. */
const actionsOfEntry = 2

/** Children who may depend on one adult: what one assessment can still alert about in one transaction. */
const mostChildren = 20

/**
 * Records a child with its adults and their index keys in one transaction, replacing what was there. An adult named for
 * several children is one record; the latest facts about them win.
 */
export const recordChild = async (
  localId: string,
  child: Child,
  deps: RecordChildDeps,
): Promise<RecordChildResult> => {
  const childId = childIdSchema.parse(hubWide(child.authority, localId))
  const adultIds = child.adults.map(({ id }) => adultIdSchema.parse(hubWide(child.authority, id)))
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const before = await deps.read(childId, adultIds)
    const now = deps.now()
    const change = await planChange({ childId, child, adultIds, before, now }, deps.hashKeys)
    const isCrowded = change.adults.some(({ adult }) => adult.children.length > mostChildren)
    if (isCrowded || change.actions + actionsOfEntry > mostActions) return { kind: 'too-large' }
    const entry = deps.recorder(now)('CHILD_RECORDED', [childId], {
      codes: { version: String(change.child.version), adults: String(adultIds.length) },
    })
    if ((await deps.commit(change, [entry])) === 'committed')
      return { kind: 'recorded', childId, version: change.child.version }
  }
  return { kind: 'busy' }
}
