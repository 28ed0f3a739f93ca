import * as z from 'zod'
import { isTheirs } from '../agencies/access.ts'
import { type By, recorderOf } from '../agencies/recorder-of.ts'
import { type ChronologyPage, chronologyView } from '../chronology/chronology-view.ts'
import type { StandingEntry } from '../chronology/entry.ts'
import { type AdultId, authorityOf, type ChildId } from '../kernel/ids.ts'
import type { StoredAdult, StoredChild } from '../register/stored.ts'
import type { Cursors } from './cursors.ts'
import { type RecordDeps, refused } from './record-refusal.ts'

export type ReadChronologyInput = {
  readonly by: By
  readonly childId: ChildId
  readonly limit: number
  readonly cursor?: string | undefined
}

export type ReadChronologyDeps = RecordDeps & {
  readonly readChild: (childId: ChildId) => Promise<StoredChild | undefined>
  /** Those of a child's adults who are there, in no order. */
  readonly readAdults: (adultIds: readonly AdultId[]) => Promise<readonly StoredAdult[]>
  readonly readEntries: (
    childId: ChildId,
    page: { readonly limit: number; readonly after: string | undefined },
  ) => Promise<{ readonly items: readonly StandingEntry[]; readonly next: string | undefined }>
  readonly cursors: Cursors
}

export type ReadChronologyResult =
  | { readonly kind: 'found'; readonly page: ChronologyPage; readonly next: string | undefined }
  | { readonly kind: 'not-found' | 'not-theirs' }

const positionSchema = z.object({ after: z.string() })

/**
 * Reads a page of what was shared of a child of the caller's authority; the entry comes before anything is disclosed.
 * @throws HubError request-invalid when the cursor was not made for this caller and child
 */
export const readChronology = async (
  { by, childId, limit, cursor }: ReadChronologyInput,
  deps: ReadChronologyDeps,
): Promise<ReadChronologyResult> => {
  if (!isTheirs(by.caller, 'chronology.read', { authority: authorityOf(childId) }))
    return refused('not-theirs', { by, action: 'chronology.read' }, deps)
  const child = await deps.readChild(childId)
  if (child === undefined) return { kind: 'not-found' }
  const context = `${by.caller.clientId}|chronology|${childId}`
  const from =
    cursor === undefined
      ? undefined
      : positionSchema.parse(await deps.cursors.open(cursor, context))
  const [{ items, next }, adults] = await Promise.all([
    deps.readEntries(childId, { limit, after: from?.after }),
    deps.readAdults(child.adults.map(({ adultId }) => adultId)),
  ])
  const page = chronologyView({ child, adults }, items)
  const record = recorderOf(by, { now: deps.now(), newId: deps.newId })
  const codes = { count: String(page.items.length) }
  await deps.record([record('CHRONOLOGY_READ', [childId], { codes })])
  // A page of which nothing may be read leads nowhere: that there is more would tell of what is protected.
  const hasNext = next !== undefined && page.items.length > 0
  return {
    kind: 'found',
    page,
    next: hasNext ? await deps.cursors.seal({ after: next }, context) : undefined,
  }
}
