import { canonicalJson } from '../audit/canonical-json.ts'
import { carryingOn } from '../kernel/aside.ts'
import type { AdultId, ChildId } from '../kernel/ids.ts'
import type { IndexKey } from '../matching/index-keys.ts'
import { newlyLeading } from '../matching/key-version.ts'
import type { AgreementTurn } from './agreement-clock.ts'
import type { CorrectionNote } from './correction-note.ts'
import type { HouseholdChange } from './household-change.ts'
import type { StoredAdult, StoredChild } from './stored.ts'

export type HashKeys = (keys: readonly IndexKey[]) => Promise<readonly string[]>

/**
 * Where a record stands. `version` counts what was recorded; `revision` counts every write, also one that only clears
 * keys, and guards the next. Both go on where a record was deleted, and are 0 where there never was one.
 */
export type Place = { readonly version: number; readonly revision: number }
export type Found<StoredRecord> = Place & { readonly record: StoredRecord | undefined }

/** Where nothing ever stood. */
export const nowhere = {
  version: 0,
  revision: 0,
  record: undefined,
} as const satisfies Found<never>

export type RegisterState = {
  readonly child: Found<StoredChild>
  readonly adults: ReadonlyMap<AdultId, Found<StoredAdult>>
}

/** A record with what stood there before; `after` is absent where it goes. */
export type RecordChange = {
  readonly stood: Place
  /** Names of the fields that differ, for the log. */
  readonly fields: readonly string[]
  readonly newKeys: readonly string[]
  readonly staleKeys: readonly string[]
  /** Whether it is found by more than before: another version of the index's key alone finds nobody anew. */
  readonly isNewlyLedTo: boolean
  /** Of a record that goes: who took it away, and why. */
  readonly why?: CorrectionNote
} & (
  | { readonly kind: 'child'; readonly id: ChildId; readonly after: StoredChild | undefined }
  | { readonly kind: 'adult'; readonly id: AdultId; readonly after: StoredAdult | undefined }
)

/** All that one request changes: every record that it leaves as it was is left out. */
export type RegisterChange = {
  readonly records: readonly RecordChange[]
  /** To be looked into, of each record by which a household changes. */
  readonly households: readonly HouseholdChange[]
  /** Adults by whom their other children are found, and are to be found otherwise. */
  readonly rekeys: readonly Rekey[]
  /** Clocks of written agreements that begin, move or stop with it. */
  readonly agreements: readonly AgreementTurn[]
}

/** That the keys of an adult's children do not yet follow this version of the adult's record: a piece of work. */
export type Rekey = { readonly adultId: AdultId; readonly version: number }

/** Records as they are to be kept, before they are counted and indexed. */
export type AdultDraft = Omit<StoredAdult, 'version' | 'keys'>
export type ChildDraft = Omit<StoredChild, 'version' | 'keys' | 'adultEvidence' | 'recordedAt'>

type Fields = Readonly<Record<string, unknown>>

const fieldsOfAdult = ({
  person,
  previousRemoval,
  restricted,
  children,
  isCanary,
}: AdultDraft): Fields => ({
  ...person,
  previousRemoval,
  restricted,
  children,
  isCanary,
})
const fieldsOfChild = ({ child, adults, isCanary }: ChildDraft): Fields => ({
  ...child,
  adults,
  isCanary,
})

const textOf = (value: unknown): string => (value === undefined ? '' : canonicalJson(value))

const differing = (before: Fields, after: Fields): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => textOf(before[field]) !== textOf(after[field]))
    .toSorted()

const keysApart = (before: readonly string[], after: readonly string[]) => {
  const [stood, stand] = [new Set(before), new Set(after)]
  const newKeys = after.filter((key) => !stood.has(key))
  return {
    newKeys,
    staleKeys: before.filter((key) => !stand.has(key)),
    isNewlyLedTo: newlyLeading(before, newKeys).length > 0,
  }
}

type Draft = Pick<AdultDraft, 'lifting' | 'corrections'>

/** Whether the record says the same as before: its keys, which are derived from it and from others, may differ. */
const saysTheSame = (fields: readonly string[], before: Draft | undefined, after: Draft): boolean =>
  before !== undefined &&
  fields.length === 0 &&
  textOf([before.lifting ?? null, before.corrections]) ===
    textOf([after.lifting ?? null, after.corrections])

const inOrder = (keys: readonly string[]): string[] => [...new Set(keys)].toSorted()
const placeOf = ({ version, revision }: Place): Place => ({ version, revision })

/** The change that makes a record this draft; none where it is that already. New keys alone make no new version. */
export const adultChange = (
  found: Found<StoredAdult>,
  draft: AdultDraft,
  hashed: readonly string[],
): RecordChange | undefined => {
  const keys = inOrder(hashed)
  const before = found.record
  const fields = differing(before === undefined ? {} : fieldsOfAdult(before), fieldsOfAdult(draft))
  const isSame = saysTheSame(fields, before, draft)
  const apart = keysApart(before?.keys ?? [], keys)
  if (isSame && apart.newKeys.length + apart.staleKeys.length === 0) return undefined
  const version = found.version + (isSame ? 0 : 1)
  const after = carryingOn(before, { ...draft, version, keys })
  return { stood: placeOf(found), fields, ...apart, kind: 'adult', id: draft.adultId, after }
}

/** What is derived of a child's record, its adults' and the moment. */
type Derived = Pick<StoredChild, 'adultEvidence'> & {
  readonly hashed: readonly string[]
  readonly now: Date
}

/** As {@link adultChange}. Nor does it make a new version that an adult is other evidence of the child. */
export const childChange = (
  found: Found<StoredChild>,
  draft: ChildDraft,
  { hashed, adultEvidence, now }: Derived,
): RecordChange | undefined => {
  const keys = inOrder(hashed)
  const before = found.record
  const fields = differing(before === undefined ? {} : fieldsOfChild(before), fieldsOfChild(draft))
  const isSame = saysTheSame(fields, before, draft)
  const apart = keysApart(before?.keys ?? [], keys)
  const isFoundAsBefore =
    apart.newKeys.length + apart.staleKeys.length === 0 &&
    textOf(before?.adultEvidence) === textOf(adultEvidence)
  if (isSame && isFoundAsBefore) return undefined
  const recordedAt = (isSame ? before?.recordedAt : undefined) ?? now.toISOString()
  const version = found.version + (isSame ? 0 : 1)
  const after = carryingOn(before, { ...draft, adultEvidence, version, keys, recordedAt })
  return { stood: placeOf(found), fields, ...apart, kind: 'child', id: draft.childId, after }
}

/** Keys that were written, or are to be cleared, beside a version of this record: what one attempt may leave behind. */
export type Unfinished = {
  readonly of: RecordChange['kind']
  readonly id: string
  readonly attempt: string
}

type Whose =
  | { readonly kind: 'child'; readonly id: ChildId }
  | { readonly kind: 'adult'; readonly id: AdultId }

/** The change that takes a record away, with every key. */
export const removalOf = (
  found: Found<Pick<StoredAdult, 'keys'>>,
  whose: Whose,
  why: CorrectionNote,
): RecordChange => {
  const after = undefined
  const change = { stood: placeOf(found), fields: [], newKeys: [], isNewlyLedTo: false, after, why }
  return { ...change, staleKeys: found.record?.keys ?? [], ...whose }
}
