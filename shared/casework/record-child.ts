import { isTheirs } from '../agencies/access.ts'
import type { By } from '../agencies/recorder-of.ts'
import { adultIdSchema, childIdSchema, hubWide } from '../kernel/ids.ts'
import type { Child } from '../register/child.ts'
import { planChild, toldOf } from '../register/plan-change.ts'
import type { RegisterState } from '../register/register-change.ts'
import { type ChangeRegisterDeps, changeRegister, type RegisterChanged } from './change-register.ts'

/** `localId` is the authority's own id of the child; `ifMatch` the version that the caller read, if it must be that. */
export type RecordChildInput = {
  readonly by: By
  readonly localId: string
  readonly child: Child
  readonly ifMatch?: number | undefined
}

export type RecordChildResult = RegisterChanged | { readonly kind: 'not-theirs' | 'not-permitted' }

/** Records a child with its adults. All that was recorded before stays; the newest of each is the current one. */
export const recordChild = async (
  { by, localId, child, ifMatch }: RecordChildInput,
  deps: ChangeRegisterDeps,
): Promise<RecordChildResult> => {
  if (!isTheirs(by.caller, 'register.write', child)) return { kind: 'not-theirs' }
  if (child.isCanary === true && !isTheirs(by.caller, 'register.unrestrict', child))
    return { kind: 'not-permitted' }
  const childId = childIdSchema.parse(hubWide(child.authority, localId))
  const adultIds = child.adults.map(({ id }) => adultIdSchema.parse(hubWide(child.authority, id)))
  return changeRegister<RegisterState, { readonly kind: 'moved' }>(
    {
      by,
      about: { kind: 'child', id: childId, ifMatch },
      read: () => deps.readFamily(childId, adultIds),
      foundIn: (before) => before.child,
      plan: async (before, now) => {
        const known = before.child.record
        if (ifMatch !== undefined && known === undefined) return { kind: 'moved' }
        const told = toldOf({ childId, child, adultIds }, known)
        const change = await planChild({ before, ...told, now }, deps.hashKeys)
        return { kind: 'planned', action: 'CHILD_RECORDED', change }
      },
    },
    deps,
  )
}
