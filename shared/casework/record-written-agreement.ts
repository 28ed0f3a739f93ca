import { isTheirs, ownerFor } from '../agencies/access.ts'
import type { By } from '../agencies/recorder-of.ts'
import { adultIdSchema, authorityOf, type ChildId, hubWide } from '../kernel/ids.ts'
import { planChild } from '../register/plan-change.ts'
import type { RegisterState } from '../register/register-change.ts'
import { isAdopted, type StoredChild } from '../register/stored.ts'
import {
  stepOfAgreement,
  type ToldAgreement,
  withAgreements,
} from '../register/written-agreement.ts'
import { type ChangeRegisterDeps, changeRegister, type RegisterChanged } from './change-register.ts'

export type RecordWrittenAgreementInput = {
  readonly by: By
  readonly childId: ChildId
  readonly agreement: ToldAgreement
}

type NotRecorded = {
  readonly kind: 'not-found' | 'not-of-the-child' | 'other-words' | 'decided-before'
}
export type RecordWrittenAgreementResult =
  | RegisterChanged
  | NotRecorded
  | { readonly kind: 'not-theirs' }

/** An adopted child is its authority’s lead’s alone (X6). */
const maySeeChild = ({ caller }: By, { child }: StoredChild): boolean =>
  !isAdopted(child) || isTheirs(caller, 'alert.see-leads-only', ownerFor(caller))

/** Everybody with whom it was agreed is an adult of the child. */
const isOfTheChild = (
  { with: named = [] }: ToldAgreement,
  { childId, adults }: StoredChild,
): boolean =>
  named.every((localId) => {
    const id = adultIdSchema.parse(hubWide(authorityOf(childId), localId))
    return adults.some(({ adultId }) => adultId === id)
  })

/**
 * Records what a social worker has agreed with the parents of a child, or what became of it: kept, broken, or extended to a
 * later day (F19). What was agreed stays as it was written: other words are another agreement, and what was decided of
 * one stands.
 */
export const recordWrittenAgreement = async (
  { by, childId, agreement }: RecordWrittenAgreementInput,
  deps: ChangeRegisterDeps,
): Promise<RecordWrittenAgreementResult> => {
  if (!isTheirs(by.caller, 'written-agreement.record', { authority: authorityOf(childId) }))
    return { kind: 'not-theirs' }
  return changeRegister<RegisterState, NotRecorded>(
    {
      by,
      about: { kind: 'child', id: childId },
      read: () => deps.readFamily(childId, []),
      foundIn: (before) => before.child,
      plan: async (before, now) => {
        const known = before.child.record
        if (known === undefined || !maySeeChild(by, known)) return { kind: 'not-found' }
        if (!isOfTheChild(agreement, known)) return { kind: 'not-of-the-child' }
        const agreed = known.child.writtenAgreements
        const step = stepOfAgreement(agreement, agreed)
        if (step === 'other-words' || step === 'decided-before') return { kind: step }
        const { keys: _k, version: _v, recordedAt: _r, ...rest } = known
        const writtenAgreements = withAgreements([agreement], agreed)
        const draft = { ...rest, child: { ...known.child, writtenAgreements } }
        const change = await planChild({ before, draft, told: [], now }, deps.hashKeys)
        const codes = { agreementId: agreement.id, step, endsOn: agreement.endsOn }
        return { kind: 'planned', action: 'WRITTEN_AGREEMENT_RECORDED', codes, change }
      },
    },
    deps,
  )
}
