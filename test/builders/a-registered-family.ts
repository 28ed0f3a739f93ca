import { adultIdSchema, childIdSchema } from '../../shared/kernel/ids.ts'
import { withFacts } from '../../shared/register/adult-draft.ts'
import { adultEvidenceOf } from '../../shared/register/adult-evidence.ts'
import { childSchema } from '../../shared/register/child.ts'
import { linkOf } from '../../shared/register/link-of.ts'
import { mergeAdult } from '../../shared/register/merge-adult.ts'
import { type ChildPlan, planChild, toldOf } from '../../shared/register/plan-change.ts'
import {
  type HashKeys,
  nowhere,
  type RegisterChange,
  type RegisterState,
} from '../../shared/register/register-change.ts'
import type { StoredAdult, StoredChild } from '../../shared/register/stored.ts'
import { aChild } from './a-child.ts'
import { now } from './ports.ts'

type Change = Parameters<typeof aChild>[0]

/** Keys in clear. */
export const plainKeys: HashKeys = (keys) =>
  Promise.resolve(keys.map(({ type, value }) => `${type}|${value}`))

export const emptyRegister: RegisterState = { child: nowhere, adults: new Map() }

const sent = (change: Change, localId: string) => {
  const child = childSchema.parse(aChild(change))
  const { authority } = child
  return {
    childId: childIdSchema.parse(`${authority}.${localId}`),
    child,
    adultIds: child.adults.map(({ id }) => adultIdSchema.parse(`${authority}.${id}`)),
  }
}

/** A child and its adults as the register keeps them when nothing else was ever recorded of them; no keys. */
export const aRegisteredFamily = (
  change: Change = {},
  localId = 'C1',
): { readonly child: StoredChild; readonly adults: readonly StoredAdult[] } => {
  const { draft, told } = toldOf(sent(change, localId), undefined)
  const adults = told.map((one) => {
    const relation = draft.adults.find(({ adultId }) => adultId === one.adultId)
    const children = relation === undefined ? [] : [linkOf(draft, relation)]
    const adult = withFacts(one.adultId, mergeAdult(one.told), undefined)
    return { ...adult, children, version: 1, keys: [] }
  })
  const adultEvidence = adultEvidenceOf(draft, adults)
  const child = { ...draft, adultEvidence, version: 1, keys: [], recordedAt: now.toISOString() }
  return { child, adults }
}

export const aRegisteredChild = (change: Change = {}, localId = 'C1'): StoredChild =>
  aRegisteredFamily(change, localId).child

/** What recording a child on what stood before comes to. */
export const planned = (
  change: Change = {},
  {
    before = emptyRegister,
    localId = 'C1',
  }: { readonly before?: RegisterState; readonly localId?: string } = {},
): Promise<RegisterChange> => {
  const told: Pick<ChildPlan, 'draft' | 'told'> = toldOf(sent(change, localId), before.child.record)
  return planChild({ before, ...told, now }, plainKeys)
}

/** The register around a child after a change; `child` is another's record where another is recorded next. */
export const afterChange = (before: RegisterState, change: RegisterChange): RegisterState => {
  const adults = new Map(before.adults)
  let child = before.child
  for (const one of change.records) {
    const place = {
      version: one.after?.version ?? one.stood.version + 1,
      revision: one.stood.revision + 1,
    }
    if (one.kind === 'adult') adults.set(one.id, { ...place, record: one.after })
    else child = { ...place, record: one.after }
  }
  return { child, adults }
}
