import { isTheirs } from '../agencies/access.ts'
import type { By } from '../agencies/recorder-of.ts'
import { authorityOf, type ChildId } from '../kernel/ids.ts'
import { type ChildCorrection, correctChild as withoutWrong } from '../register/correct-child.ts'
import { withNote } from '../register/correction-note.ts'
import { planChild } from '../register/plan-change.ts'
import type { RegisterState } from '../register/register-change.ts'
import { type ChangeRegisterDeps, changeRegister, type RegisterChanged } from './change-register.ts'

export type CorrectChildInput = {
  readonly by: By
  readonly childId: ChildId
  readonly correction: ChildCorrection
  readonly ifMatch: number
}

export type NotCorrected =
  | { readonly kind: 'not-found' }
  /** What is said to be wrong in these fields does not stand there. */
  | { readonly kind: 'refused'; readonly fields: readonly string[] }
export type CorrectResult = RegisterChanged | NotCorrected | { readonly kind: 'not-theirs' }

/** Takes back what was recorded of a child and is wrong, with the reason. */
export const correctChild = async (
  { by, childId, correction, ifMatch }: CorrectChildInput,
  deps: ChangeRegisterDeps,
): Promise<CorrectResult> => {
  if (!isTheirs(by.caller, 'register.write', { authority: authorityOf(childId) }))
    return { kind: 'not-theirs' }
  return changeRegister<RegisterState, NotCorrected>(
    {
      by,
      about: { kind: 'child', id: childId, ifMatch },
      read: () => deps.readFamily(childId, []),
      foundIn: (before) => before.child,
      plan: async (before, now) => {
        const known = before.child.record
        if (known === undefined) return { kind: 'not-found' }
        const corrected = withoutWrong(known, correction)
        if (corrected.kind === 'refused') return corrected
        const note = noteOf({ by, correction, now })
        const corrections = withNote(known.corrections, note)
        const { keys: _k, version: _v, recordedAt: _r, ...rest } = known
        const draft = { ...rest, ...corrected.facts, corrections }
        const change = await planChild({ before, draft, told: [], now }, deps.hashKeys)
        return { kind: 'planned', action: 'CHILD_CORRECTED', change }
      },
    },
    deps,
  )
}

/** Who took what back, and why. */
export const noteOf = ({
  by,
  correction,
  now,
}: {
  readonly by: By
  readonly correction: { readonly remove: object; readonly reason: string }
  readonly now: Date
}) => ({
  at: now.toISOString(),
  by: [by.caller.clientId],
  fields: Object.keys(correction.remove),
  reason: correction.reason,
})
