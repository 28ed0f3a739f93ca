import type { By } from '../agencies/recorder-of.ts'
import { londonDay } from '../calendar/london-day.ts'
import type { ChildId } from '../kernel/ids.ts'
import type { LoadStep } from '../register/load.ts'
import type { LoadNote, LoadOutcome } from '../register/load-codes.ts'
import { isEditedSince } from '../register/loaded.ts'
import { planChild } from '../register/plan-change.ts'
import {
  compareLoaded,
  endedByLoad,
  goneAs,
  type LoadComparison,
  markOnly,
  standsAs,
  type Told,
} from '../register/plan-load.ts'
import type {
  Found as FoundRecord,
  RegisterChange,
  RegisterState,
} from '../register/register-change.ts'
import type { StoredChild } from '../register/stored.ts'
import { type ChangeRegisterDeps, changeRegister, type Planned } from './change-register.ts'

/** What became of one record, or would; names of fields that differ, no values. */
export type LoadedRecord = {
  readonly id: string
  readonly outcome: LoadOutcome
  readonly notes: readonly LoadNote[]
  readonly fields: readonly string[]
}

/** Beside what every entry of a record says. */
const byLoad = { by: 'load' } as const

type Found = { readonly kind: 'found' } & Omit<LoadedRecord, 'id'>

const found = (
  outcome: LoadOutcome,
  more: Partial<Omit<LoadedRecord, 'id' | 'outcome'>> = {},
): Found => ({
  kind: 'found',
  outcome,
  notes: [],
  fields: [],
  ...more,
})

const ownFields = ({ records }: RegisterChange): readonly string[] => [
  ...new Set(records.flatMap(({ kind, fields }) => (kind === 'child' ? fields : ['adults']))),
]

/** What this comparison changes; a record of which nothing is new is marked once as what loads have brought. */
const changeOf = async (
  comparison: LoadComparison,
  { before, now }: { readonly before: RegisterState; readonly now: Date },
  { hashKeys }: Pick<ChangeRegisterDeps, 'hashKeys'>,
): Promise<{ readonly outcome: LoadOutcome; readonly change: RegisterChange }> => {
  const { draft, told, loaded } = comparison
  const change = await planChild({ before, draft, told, now }, hashKeys)
  const { version, revision, record } = before.child
  const isOwn = change.records.some(({ kind }) => kind === 'child')
  const isSomething = change.records.some(({ fields }) => fields.length > 0)
  if (record === undefined) return { outcome: 'NEW', change }
  const marked = markOnly({ version, revision, record }, loaded)
  return {
    outcome: isSomething ? 'CHANGED' : 'MARKED',
    change: isOwn ? change : { ...change, records: [...marked.records, ...change.records] },
  }
}

/** What the child's own record says already: of such a child nothing else is read. A comparison reads nobody of who is new. */
export const settledBy = (
  told: Told,
  own: FoundRecord<StoredChild>,
  step: LoadStep,
): Found | undefined => {
  const { record } = own
  const as = standsAs(told, own)
  if (as === 'deleted') return found('DELETED_HERE')
  if (as === 'anew') return record === undefined && step === 'compare' ? found('NEW') : undefined
  const isEdited = record !== undefined && isEditedSince(record)
  return found('UNCHANGED', { notes: isEdited ? ['EDITED_HERE'] : [] })
}

type OfChild = {
  readonly by: By
  readonly id: string
  readonly told: Told
  readonly step: LoadStep
  /** As the family was read together with others. */
  readonly before: RegisterState
}

type Moment = { readonly before: RegisterState; readonly now: Date }
type Plan = { readonly found: Found; readonly change?: RegisterChange }

type PlanDeps = Pick<ChangeRegisterDeps, 'hashKeys'> & { readonly step: LoadStep }

/** What is to be done. */
const planOf = async (told: Told, { before, now }: Moment, deps: PlanDeps): Promise<Plan> => {
  const { record } = before.child
  const settled = settledBy(told, before.child, deps.step)
  if (settled !== undefined) return { found: settled }
  const comparison = compareLoaded(told, before, now)
  const { outcome, change } = await changeOf(comparison, { before, now }, deps)
  const fields = record === undefined ? [] : ownFields(change)
  return { found: found(outcome, { notes: comparison.notes, fields }), change }
}

/** Compares one child with its record, or records what is new of it by the use case that records any child. */
export const loadChild = async (
  { by, id, told, step, before: first }: OfChild,
  deps: ChangeRegisterDeps,
): Promise<LoadedRecord> => {
  const { childId, adultIds } = told
  // What was read with others serves once: whoever was overtaken reads anew.
  const read = [first]
  let last = found('UNCHANGED')
  const result = await changeRegister<RegisterState, Found>(
    {
      by,
      about: { kind: 'child', id: childId },
      read: async () => read.pop() ?? deps.readFamily(childId, adultIds),
      foundIn: (before) => before.child,
      plan: async (before, now): Promise<Planned | Found> => {
        const plan = await planOf(told, { before, now }, { ...deps, step })
        last = plan.found
        return step === 'compare' || plan.change === undefined
          ? last
          : { kind: 'planned', action: 'CHILD_RECORDED', codes: byLoad, change: plan.change }
      },
    },
    deps,
  )
  return recordOf(id, result, last)
}

type Result = Awaited<ReturnType<typeof changeRegister<RegisterState, Found>>>

const recordOf = (id: string, result: Result, planned: Found): LoadedRecord => {
  if (result.kind === 'found' || result.kind === 'recorded') {
    const { kind: _, ...said } = result.kind === 'found' ? result : planned
    return { id, ...said }
  }
  if (result.kind === 'too-large')
    return { id, outcome: 'TOO_LARGE', notes: [], fields: result.fields }
  return { id, outcome: 'BUSY', notes: [], fields: [] }
}

type OfGone = {
  readonly by: By
  readonly id: string
  readonly childId: ChildId
  readonly step: LoadStep
  /** Of a load that is applied, when its comparison began. */
  readonly comparedAt: string | undefined
}

/** Closes the case of a child whom a load does not hold any more; undefined where none is open. */
export const loadGone = async (
  { by, id, childId, step, comparedAt }: OfGone,
  deps: ChangeRegisterDeps,
): Promise<LoadedRecord | undefined> => {
  const planned = found('GONE', { fields: ['status'] })
  const result = await changeRegister<RegisterState, Found | { readonly kind: 'none' }>(
    {
      by,
      about: { kind: 'child', id: childId },
      read: () => deps.readFamily(childId, []),
      foundIn: (before) => before.child,
      plan: async (before, now) => {
        const { record } = before.child
        const as = goneAs(record, comparedAt)
        if (record === undefined || as === undefined) return { kind: 'none' }
        if (as === 'GONE_HELD') return found(as)
        if (step === 'compare') return planned
        const draft = endedByLoad(record, londonDay(now), now)
        const change = await planChild({ before, draft, told: [], now }, deps.hashKeys)
        return { kind: 'planned', action: 'CHILD_RECORDED', codes: byLoad, change }
      },
    },
    deps,
  )
  return result.kind === 'none' ? undefined : recordOf(id, result, planned)
}
