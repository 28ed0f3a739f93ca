import { HubError } from '../kernel/hub-error.ts'
import type { AdultId, ChildId } from '../kernel/ids.ts'
import { present } from '../kernel/present.ts'
import { childIndexKeys } from '../matching/child-keys.ts'
import { type IndexKey, indexKeys } from '../matching/index-keys.ts'
import { withFacts } from './adult-draft.ts'
import { adultEvidenceOf, isSameEvidence } from './adult-evidence.ts'
import { turnsOf } from './agreement-clock.ts'
import type { Child } from './child.ts'
import { childFactsOf } from './child-facts-of.ts'
import { findable } from './findable.ts'
import {
  changesOfAdult,
  changesOfChild,
  type HouseholdChange,
  type HouseholdChangeKind,
} from './household-change.ts'
import { linkOf, withLink } from './link-of.ts'
import { mergeAdult } from './merge-adult.ts'
import { mergeChild } from './merge-child.ts'
import { beforeAdoption, mergeRelations, type ToldRelation } from './merge-relations.ts'
import { isRemovedFrom } from './previous-removal.ts'
import {
  type AdultDraft,
  adultChange,
  type ChildDraft,
  childChange,
  type Found,
  type HashKeys,
  nowhere,
  type RecordChange,
  type RegisterChange,
  type RegisterState,
  type Rekey,
} from './register-change.ts'
import { isAdopted, type StoredAdult, type StoredChild } from './stored.ts'

/** What a child's record is to be, with what is told of its adults at the same time. */
export type ChildPlan = {
  readonly before: RegisterState
  readonly draft: ChildDraft
  readonly told: readonly ToldRelation[]
  readonly now: Date
}

type Told = {
  readonly childId: ChildId
  readonly child: Child
  /** Of the adults told of with the child, in their order. */
  readonly adultIds: readonly AdultId[]
}

/** A child as an authority tells of it now, added to what it told before. */
export const toldOf = (
  { childId, child, adultIds }: Told,
  known: StoredChild | undefined,
): Pick<ChildPlan, 'draft' | 'told'> => {
  const told = child.adults.flatMap((one, at) => {
    const adultId = adultIds[at]
    return adultId === undefined ? [] : [{ adultId, told: one }]
  })
  const merged = mergeChild(child, known?.child)
  const relations = known?.adults ?? []
  const isNewlyAdopted = known !== undefined && !isAdopted(known.child) && isAdopted(merged)
  const draft = {
    childId,
    child: merged,
    adults: mergeRelations(told, isNewlyAdopted ? beforeAdoption(relations) : relations),
    corrections: known?.corrections ?? [],
    ...present({
      lifting: known?.lifting,
      isCanary: child.isCanary ?? known?.isCanary,
      loaded: known?.loaded,
    }),
  }
  return { draft, told }
}

/** An adult with the link to this child as it will be; one who was hidden by a child who is no longer theirs stays hidden. */
const adultBeside = (
  { draft, told }: ChildPlan,
  adultId: AdultId,
  was: StoredAdult | undefined,
): AdultDraft[] => {
  const now = told.find((one) => one.adultId === adultId)
  const facts = now === undefined ? was : mergeAdult(now.told, was)
  if (facts === undefined) return []
  const relation = draft.adults.find((one) => one.adultId === adultId)
  const link = relation && linkOf(draft, relation)
  const former = was?.children.find(({ childId }) => childId === draft.childId)
  const staysHidden = link === undefined && former?.hidesAddress === true
  return [
    {
      ...withFacts(adultId, facts, was),
      ...present({ isCanary: draft.isCanary ?? was?.isCanary }),
      previousRemoval: facts.previousRemoval || isRemovedFrom(draft, adultId),
      restricted: { address: facts.restricted.address || staysHidden },
      children: withLink(was?.children ?? [], draft.childId, link),
    },
  ]
}

/** Every adult of the child as it stood and as it will stand: a child who is hidden, or born, or gone changes all of them. */
const adultsBeside = (plan: ChildPlan): (readonly [Found<StoredAdult>, AdultDraft])[] => {
  const { before, draft } = plan
  const related = [...(before.child.record?.adults ?? []), ...draft.adults]
  const ids = [...new Set(related.map(({ adultId }) => adultId))]
  return ids.flatMap((adultId) => {
    const found = before.adults.get(adultId) ?? nowhere
    return adultBeside(plan, adultId, found.record).map((adult) => [found, adult] as const)
  })
}

/** A record that is found by more keys than before is looked for, whatever else has changed. */
const kindsOf = (
  { isNewlyLedTo }: RecordChange,
  kinds: readonly HouseholdChangeKind[],
): HouseholdChangeKind[] => (kinds.length === 0 && isNewlyLedTo ? ['rekeyed'] : [...kinds])

const pendingOf = (
  change: RecordChange | undefined,
  changed: readonly HouseholdChangeKind[],
  now: Date,
): HouseholdChange[] => {
  if (change?.after === undefined) return []
  const kinds = kindsOf(change, changed)
  if (kinds.length === 0) return []
  const { kind: of, id, stood } = change
  const recordedAt = now.toISOString()
  return [{ of, id, revision: stood.revision + 1, kinds, recordedAt, status: 'PENDING' }]
}

const isRekeyedAlone = ({ kinds }: HouseholdChange): boolean =>
  kinds.every((kind) => kind === 'rekeyed')

/** A child who is looked into is so with its adults: they need not be for nothing but their keys. */
const sought = (changes: readonly HouseholdChange[]): HouseholdChange[] => {
  const isOfChild = changes.some((one) => one.of === 'child' && !isRekeyedAlone(one))
  return changes.filter((one) => !(isOfChild && one.of === 'adult' && isRekeyedAlone(one)))
}

/** Whether an adult has become other evidence of their children, of whom those not recorded now stay as they were. */
const rekeyOf = (
  before: StoredAdult | undefined,
  after: AdultDraft,
  change: RecordChange | undefined,
): Rekey[] =>
  before === undefined || change?.after === undefined || isSameEvidence(before, after)
    ? []
    : [{ adultId: after.adultId, version: change.after.version }]

/** A record is never written without the keys that it should have: who cannot make them must not clear them. */
const hashedBy = async (hashKeys: HashKeys, keys: readonly IndexKey[]) => {
  const hashed = await hashKeys(keys)
  if (hashed.length < keys.length)
    throw new HubError('internal', 'there is no secret to hash keys of the index with')
  return hashed
}

/** What makes an adult's record this draft. */
export const planAdult = async (
  found: Found<StoredAdult>,
  draft: AdultDraft,
  { hashKeys, now }: { readonly hashKeys: HashKeys; readonly now: Date },
): Promise<RegisterChange> => {
  const hashed = await hashedBy(hashKeys, indexKeys(findable(draft), draft.children))
  const change = adultChange(found, draft, hashed)
  const kinds = changesOfAdult({ before: found.record, after: draft })
  return {
    records: change === undefined ? [] : [change],
    households: pendingOf(change, kinds, now),
    rekeys: rekeyOf(found.record, draft, change),
    agreements: [],
  }
}

/** What makes a child's record this draft, and its adults' records fit it. Hashing the keys is the one thing it awaits. */
export const planChild = async (plan: ChildPlan, hashKeys: HashKeys): Promise<RegisterChange> => {
  const { before, draft, now } = plan
  const beside = adultsBeside(plan)
  const adultEvidence = adultEvidenceOf(
    draft,
    beside.map(([, adult]) => adult),
  )
  const facts = childFactsOf({ ...draft, adultEvidence })
  const hashed = await hashedBy(hashKeys, childIndexKeys(facts))
  const child = childChange(before.child, draft, { hashed, adultEvidence, now })
  const kinds = changesOfChild({ before: before.child.record, after: draft })
  const agreed = before.child.record?.child.writtenAgreements ?? []
  const adults = await Promise.all(
    beside.map(([found, adult]) => planAdult(found, adult, { hashKeys, now })),
  )
  return {
    records: [...(child === undefined ? [] : [child]), ...adults.flatMap(({ records }) => records)],
    households: sought([
      ...pendingOf(child, kinds, now),
      ...adults.flatMap(({ households }) => households),
    ]),
    rekeys: adults.flatMap(({ rekeys }) => rekeys),
    agreements: turnsOf(draft.childId, [agreed, draft.child.writtenAgreements], now),
  }
}
