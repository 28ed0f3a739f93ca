import { isTheirs } from '../agencies/access.ts'
import type { By } from '../agencies/recorder-of.ts'
import { authorityOf, type ChildId } from '../kernel/ids.ts'
import { planDeletion } from '../register/plan-deletion.ts'
import type { RegisterState } from '../register/register-change.ts'
import { type ChangeRegisterDeps, changeRegister, type RegisterChanged } from './change-register.ts'

export type DeleteChildInput = {
  readonly by: By
  readonly childId: ChildId
  readonly reason: string
  readonly ifMatch: number
}

/** `restricted`: a restriction would go with the record; `related`: children still depend on this adult. */
export type NotDeleted = { readonly kind: 'not-found' | 'restricted' | 'related' }
export type DeleteResult = RegisterChanged | NotDeleted | { readonly kind: 'not-theirs' }

/** Takes a child's record away, with the reason. What is restricted must be lifted first, which takes two people. */
export const deleteChild = async (
  { by, childId, reason, ifMatch }: DeleteChildInput,
  deps: ChangeRegisterDeps,
): Promise<DeleteResult> => {
  if (!isTheirs(by.caller, 'register.write', { authority: authorityOf(childId) }))
    return { kind: 'not-theirs' }
  return changeRegister<RegisterState, NotDeleted>(
    {
      by,
      about: { kind: 'child', id: childId, ifMatch },
      read: () => deps.readFamily(childId, []),
      foundIn: (before) => before.child,
      plan: async (before, now) => {
        const known = before.child.record
        if (known === undefined) return { kind: 'not-found' }
        if (Object.values(known.child.restricted).includes(true)) return { kind: 'restricted' }
        const why = { at: now.toISOString(), by: [by.caller.clientId], fields: [], reason }
        const change = await planDeletion(known, { before, why, now }, deps.hashKeys)
        return { kind: 'planned', action: 'CHILD_DELETED', change }
      },
    },
    deps,
  )
}
