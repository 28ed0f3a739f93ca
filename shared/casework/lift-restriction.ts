import { isTheirs } from '../agencies/access.ts'
import type { By } from '../agencies/recorder-of.ts'
import { personOf } from '../agencies/same-person.ts'
import { type AdultId, authorityOf, type ChildId } from '../kernel/ids.ts'
import { withFacts } from '../register/adult-draft.ts'
import { withNote } from '../register/correction-note.ts'
import { confirms, type ProposedLifting, type Restriction } from '../register/lifting.ts'
import { planAdult, planChild } from '../register/plan-change.ts'
import type { Found, RegisterState } from '../register/register-change.ts'
import type { StoredAdult, StoredChild } from '../register/stored.ts'
import { type ChangeRegisterDeps, changeRegister, type RegisterChanged } from './change-register.ts'

/** What is asked, of whom, and why. */
type Asked<Id, Which> = {
  readonly by: By
  readonly id: Id
  readonly restriction: Which
  readonly reason: string
  readonly ifMatch: number
}

type NotLifted = { readonly kind: 'not-found' | 'not-restricted' }
export type LiftResult = RegisterChanged | NotLifted | { readonly kind: 'not-theirs' }

type Step = Pick<StoredAdult, 'corrections' | 'lifting'> & {
  readonly action: 'LIFTING_PROPOSED' | 'RESTRICTION_LIFTED'
}

/** The first to ask proposes; a second person who asks the same of the record as it then stands lifts it. */
const stepOf = (
  { corrections, lifting }: Pick<StoredAdult, 'corrections' | 'lifting'>,
  { by, restriction, reason }: Pick<Asked<string, Restriction>, 'by' | 'restriction' | 'reason'>,
  now: Date,
): Step => {
  const at = now.toISOString()
  const asked: ProposedLifting = { restriction, reason, at, ...personOf(by) }
  if (!confirms(lifting, asked)) return { action: 'LIFTING_PROPOSED', corrections, lifting: asked }
  const note = { at, by: [lifting.by, asked.by], fields: ['restricted'], reason: lifting.reason }
  return { action: 'RESTRICTION_LIFTED', corrections: withNote(corrections, note) }
}

const childWith = (known: StoredChild, step: Step, restriction: Restriction) => {
  const { keys: _k, version: _v, recordedAt: _r, lifting: _l, ...rest } = known
  const { action, ...noted } = step
  if (action === 'LIFTING_PROPOSED') return { ...rest, ...noted }
  const restricted = { ...known.child.restricted, [restriction]: false }
  return { ...rest, ...noted, child: { ...known.child, restricted } }
}

/** Proposes to lift a restriction of a child, or lifts what another person has proposed. */
export const liftChildRestriction = async (
  { by, id, restriction, reason, ifMatch }: Asked<ChildId, Restriction>,
  deps: ChangeRegisterDeps,
): Promise<LiftResult> => {
  if (!isTheirs(by.caller, 'register.unrestrict', { authority: authorityOf(id) }))
    return { kind: 'not-theirs' }
  return changeRegister<RegisterState, NotLifted>(
    {
      by,
      about: { kind: 'child', id, ifMatch },
      read: () => deps.readFamily(id, []),
      foundIn: (before) => before.child,
      plan: async (before, now) => {
        const known = before.child.record
        if (known === undefined) return { kind: 'not-found' }
        if (!known.child.restricted[restriction]) return { kind: 'not-restricted' }
        const step = stepOf(known, { by, restriction, reason }, now)
        const draft = childWith(known, step, restriction)
        const change = await planChild({ before, draft, told: [], now }, deps.hashKeys)
        return { kind: 'planned', action: step.action, codes: { restriction }, change }
      },
    },
    deps,
  )
}

/** As {@link liftChildRestriction}, of an adult. One whom a child's restriction hides stays hidden by that. */
export const liftAdultRestriction = async (
  { by, id, restriction, reason, ifMatch }: Asked<AdultId, 'address'>,
  deps: ChangeRegisterDeps,
): Promise<LiftResult> => {
  if (!isTheirs(by.caller, 'register.unrestrict', { authority: authorityOf(id) }))
    return { kind: 'not-theirs' }
  return changeRegister<Found<StoredAdult>, NotLifted>(
    {
      by,
      about: { kind: 'adult', id, ifMatch },
      read: () => deps.readAdult(id),
      foundIn: (found) => found,
      plan: async (found, now) => {
        const known = found.record
        if (known === undefined) return { kind: 'not-found' }
        if (!known.restricted[restriction]) return { kind: 'not-restricted' }
        const { action, ...noted } = stepOf(known, { by, restriction, reason }, now)
        const isLifted = action === 'RESTRICTION_LIFTED'
        const { lifting: _, ...kept } = withFacts(id, known, known)
        const draft = { ...kept, ...noted, restricted: { address: !isLifted } }
        const change = await planAdult(found, draft, { hashKeys: deps.hashKeys, now })
        return { kind: 'planned', action, codes: { restriction }, change }
      },
    },
    deps,
  )
}
