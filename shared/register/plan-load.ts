import type { AdultId, ChildId } from '../kernel/ids.ts'
import { present } from '../kernel/present.ts'
import type { Child } from './child.ts'
import { withStatus } from './child-status.ts'
import type { LoadNote } from './load-codes.ts'
import { adultsToldAnew, digestsOf, isEditedSince, type Loaded } from './loaded.ts'
import { isOpenStatus } from './open-status.ts'
import { type ChildPlan, toldOf } from './plan-change.ts'
import type {
  ChildDraft,
  Found,
  RecordChange,
  RegisterChange,
  RegisterState,
} from './register-change.ts'
import type { StoredChild } from './stored.ts'

/** What a load tells of one child, with the digests of it. */
export type Told = {
  readonly childId: ChildId
  readonly child: Child
  readonly adultIds: readonly AdultId[]
  readonly digests: Pick<Loaded, 'child' | 'adults'>
}

export const toldBy = (told: Omit<Told, 'digests'>): Told => ({
  ...told,
  digests: digestsOf(told.childId, told.child),
})

/** What is new of a child beside what stands here. */
export type LoadComparison = {
  readonly draft: ChildDraft
  readonly told: ChildPlan['told']
  readonly loaded: Loaded
  readonly notes: readonly LoadNote[]
}

/**
 * What the child's own record says already. `deleted`: a person took it away; `unchanged`: the file says what it said before,
 * and whatever a person changed here since stays as it is; `anew`: something is told that the last load did not tell.
 */
export const standsAs = (
  { digests }: Told,
  { record, version }: Found<StoredChild>,
): 'deleted' | 'unchanged' | 'anew' => {
  if (record === undefined) return version > 0 ? 'deleted' : 'anew'
  const isSame = record.loaded?.child === digests.child
  return isSame && adultsToldAnew(record.loaded, digests.adults).size === 0 ? 'unchanged' : 'anew'
}

/** Whoever was deleted here, or taken from this child since the last load, is not brought back by the next. */
const isTakenAway = (
  { child: { record }, adults }: RegisterState,
  { id, adultId }: { readonly id: string; readonly adultId: AdultId },
): boolean => {
  const found = adults.get(adultId)
  const isDeleted = found !== undefined && found.version > 0 && found.record === undefined
  // An id may be the name of what every object has.
  const wasLoaded = Object.hasOwn(record?.loaded?.adults ?? {}, id)
  const isStill = record?.adults.some((one) => one.adultId === adultId) === true
  return isDeleted || (wasLoaded && !isStill)
}

const withoutTakenAway = (told: Told, before: RegisterState): Told => {
  const pairs = told.child.adults.flatMap((adult, at) => {
    const adultId = told.adultIds[at]
    const isGone = adultId === undefined || isTakenAway(before, { id: adult.id, adultId })
    return isGone ? [] : [{ adult, adultId }]
  })
  return {
    ...told,
    child: { ...told.child, adults: pairs.map(({ adult }) => adult) },
    adultIds: pairs.map(({ adultId }) => adultId),
  }
}

/** A case that a person closed stays closed to what began before. One that a load closed opens again when the child is back. */
const isClosedByHand = ({ status }: Child, known: StoredChild | undefined): boolean => {
  if (known?.child.status.code !== 'CLOSED' || status.code === 'CLOSED') return false
  const isByLoad = known.loaded !== undefined && !isEditedSince(known)
  return !isByLoad && (status.from ?? '') <= (known.child.status.from ?? '')
}

const isOpen = (child: Pick<Child, 'status'> | undefined): boolean =>
  child !== undefined && isOpenStatus(child.status.code)

const saysUnrestricted = (child: Child, known: StoredChild | undefined): boolean =>
  known !== undefined &&
  ((child.restricted?.address === false && known.child.restricted.address) ||
    (child.restricted?.sensitiveService === false && known.child.restricted.sensitiveService))

const statusKept = (child: Child, known: StoredChild): Child => ({
  ...child,
  status: known.child.status,
  earlierStatuses: [...known.child.earlierStatuses],
})

const noted = (notes: Readonly<Record<LoadNote, boolean>>): LoadNote[] =>
  (Object.keys(notes) as LoadNote[]).filter((note) => notes[note])

const asItStands = ({
  keys: _k,
  version: _v,
  recordedAt: _r,
  adultEvidence: _e,
  ...rest
}: StoredChild): ChildDraft => rest

/** Compares what a load tells with what it told last and with what stands. */
export const compareLoaded = (stated: Told, before: RegisterState, now: Date): LoadComparison => {
  const { record: known } = before.child
  const { digests } = stated
  const anew = adultsToldAnew(known?.loaded, digests.adults)
  const isSameChild = known?.loaded?.child === digests.child
  const kept = withoutTakenAway(stated, before)
  const isClosed = isClosedByHand(kept.child, known)
  const child = known !== undefined && isClosed ? statusKept(kept.child, known) : kept.child
  const merged = toldOf({ ...kept, child }, known)
  const loaded = { at: now.toISOString(), ...digests }
  const draft = { ...(isSameChild ? asItStands(known) : merged.draft), loaded }
  return {
    draft,
    told: merged.told.filter(({ told }) => anew.has(told.id)),
    loaded,
    notes: noted({
      EDITED_HERE: known !== undefined && isEditedSince(known),
      RESTRICTION_STANDS: saysUnrestricted(child, known),
      CLOSED_STANDS: isClosed,
      ADULT_TAKEN_AWAY: kept.adultIds.length < stated.adultIds.length,
      CASE_ENDS: isOpen(known?.child) && !isOpen(draft.child),
    }),
  }
}

/** A change of nothing but what the last load told. */
export const markOnly = (
  found: Found<StoredChild> & { readonly record: StoredChild },
  loaded: Loaded,
): RegisterChange => {
  const { version, revision, record } = found
  const change: RecordChange = {
    kind: 'child',
    id: record.childId,
    stood: { version, revision },
    fields: [],
    newKeys: [],
    staleKeys: [],
    isNewlyLedTo: false,
    after: { ...record, loaded },
  }
  return { records: [change], households: [], rekeys: [], agreements: [] }
}

/**
 * What becomes of a child that a full load does not hold: its case is closed if loads brought it and nobody has touched it since.
 * Whom another load brought after this one was compared is not gone: nobody was told that it would be closed.
 */
export const goneAs = (
  known: StoredChild | undefined,
  comparedAt: string | undefined,
): 'GONE' | 'GONE_HELD' | undefined => {
  if (known === undefined || !isOpen(known.child)) return undefined
  if (known.loaded === undefined || isEditedSince(known)) return 'GONE_HELD'
  return comparedAt !== undefined && known.loaded.at > comparedAt ? undefined : 'GONE'
}

/** The record of a child whose case a load closes. Nobody knows since when: it is the day of the load. */
export const endedByLoad = (known: StoredChild, today: string, now: Date): ChildDraft => {
  const closed = { status: { code: 'CLOSED', from: today } as const, earlierStatuses: [] }
  const { status, earlierStatuses } = withStatus(known.child, closed)
  const adults = known.loaded?.adults ?? {}
  const loaded: Loaded = { at: now.toISOString(), child: '', adults, isEnded: true }
  const draft = asItStands(known)
  return {
    ...draft,
    child: { ...known.child, status, earlierStatuses: [...earlierStatuses] },
    ...present({ loaded }),
  }
}
