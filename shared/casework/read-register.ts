import { isTheirs } from '../agencies/access.ts'
import { type By, recorderOf } from '../agencies/recorder-of.ts'
import { canaryRead } from '../assessing/canary-hits.ts'
import { type AdultId, authorityOf, type ChildId } from '../kernel/ids.ts'
import type { StoredAdult, StoredChild } from '../register/stored.ts'
import { adultViewOf } from '../register/views.ts'
import type { Cursors, Position } from './cursors.ts'
import type { RecordDeps } from './record-refusal.ts'

/** A child in a list: its id and how far social care is involved, nothing else. */
export type ListedChild = {
  readonly childId: ChildId
  readonly status: StoredChild['child']['status']['code']
}

export type ReadRegisterDeps = RecordDeps & {
  readonly findChild: (childId: ChildId) => Promise<StoredChild | undefined>
  readonly findAdult: (adultId: AdultId) => Promise<StoredAdult | undefined>
  readonly listChildren: (
    authority: string,
    page: { readonly limit: number; readonly after: Position | undefined },
  ) => Promise<{ readonly items: readonly ListedChild[]; readonly next: Position | undefined }>
  readonly cursors: Cursors
}

type ReadResult<StoredRecord> =
  | { readonly kind: 'found'; readonly record: StoredRecord }
  | { readonly kind: 'not-found' | 'not-theirs' }

type Reading<StoredRecord> = {
  readonly by: By
  readonly id: string
  readonly action: 'CHILD_READ' | 'ADULT_READ'
  readonly find: () => Promise<StoredRecord | undefined>
  /** Others who are named in it. */
  readonly namedIn: (record: StoredRecord) => readonly string[]
}

/** Reads a record of the caller's authority; the entry comes before anything is disclosed. */
const readRecord = async <StoredRecord extends Pick<StoredChild, 'version' | 'isCanary'>>(
  { by, id, action, find, namedIn }: Reading<StoredRecord>,
  deps: RecordDeps,
): Promise<ReadResult<StoredRecord>> => {
  if (!isTheirs(by.caller, 'register.read', { authority: authorityOf(id) }))
    return { kind: 'not-theirs' }
  const record = await find()
  if (record === undefined) return { kind: 'not-found' }
  const entry = recorderOf(by, { now: deps.now(), newId: deps.newId })
  await deps.record([
    ...entry(action, [id], {
      people: namedIn(record),
      codes: { version: String(record.version) },
    }),
    ...canaryRead(record, { id, by: action }, entry),
  ])
  return { kind: 'found', record }
}

export const readChildRecord = (
  { by, childId }: { readonly by: By; readonly childId: ChildId },
  deps: ReadRegisterDeps,
): Promise<ReadResult<StoredChild>> =>
  readRecord(
    {
      by,
      id: childId,
      action: 'CHILD_READ',
      find: () => deps.findChild(childId),
      namedIn: ({ adults }) => adults.map(({ adultId }) => adultId),
    },
    deps,
  )

export const readAdultRecord = (
  { by, adultId }: { readonly by: By; readonly adultId: AdultId },
  deps: ReadRegisterDeps,
): Promise<ReadResult<StoredAdult>> =>
  readRecord(
    {
      by,
      id: adultId,
      action: 'ADULT_READ',
      find: () => deps.findAdult(adultId),
      namedIn: (record) => adultViewOf(record).children.map(({ childId }) => childId),
    },
    deps,
  )

export type ListChildrenInput = {
  readonly by: By
  readonly limit: number
  readonly cursor?: string | undefined
}

/**
 * A page of the caller's authority's children, by id.
 * @throws HubError request-invalid when the cursor was not made for this caller and list
 */
export const listChildren = async (
  { by, limit, cursor }: ListChildrenInput,
  { listChildren: list, cursors, record, now, newId }: ReadRegisterDeps,
): Promise<{ readonly items: readonly ListedChild[]; readonly next: string | undefined }> => {
  const { clientId, authority = '' } = by.caller
  const context = `${clientId}|children`
  const after = cursor === undefined ? undefined : await cursors.open(cursor, context)
  const { items, next } = await list(authority, { limit, after })
  const entry = recorderOf(by, { now: now(), newId })
  const people = items.map(({ childId }) => childId)
  const codes = { count: String(items.length) }
  await record(entry('CHILDREN_LISTED', [clientId], { people, codes }))
  return { items, next: next && (await cursors.seal(next, context)) }
}
