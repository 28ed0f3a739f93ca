import * as z from 'zod'
import { type Caller, isTheirs, ownerFor } from '../agencies/access.ts'
import { type AuthorityCode, authorityCodeSchema } from '../agencies/authorities.ts'
import { type By, recorderOf } from '../agencies/recorder-of.ts'
import { canaryRead } from '../assessing/canary-hits.ts'
import { peopleToldOf } from '../assessing/people-concerned.ts'
import { type EntryReading, ownWords, wordsOfEntry } from '../assessing/words-of-entry.ts'
import { type ChronologyPage, chronologyView } from '../chronology/chronology-view.ts'
import type { StandingEntry } from '../chronology/entry.ts'
import { isAtLeast } from '../codes/harm-levels.ts'
import { authorityOf, type ChildId } from '../kernel/ids.ts'
import { isAdopted, type StoredChild } from '../register/stored.ts'
import type { Cursors } from './cursors.ts'
import { type InheritsDeps, inherits } from './inherits.ts'
import { type ReadAroundDeps, readAround } from './read-around.ts'
import { type ReadContentDeps, readBehind } from './read-content.ts'
import type { RecordDeps } from './record-refusal.ts'
import {
  type InEmergency,
  type UseEmergencyAccessDeps,
  useEmergencyAccess,
} from './use-emergency-access.ts'

export type ReadChronologyInput = InEmergency & {
  readonly by: By
  readonly childId: ChildId
  readonly limit: number
  readonly cursor?: string | undefined
  /** The client has read more today than it may: only where something was of H3 or H4 is the page given. */
  readonly isOver?: boolean
}

export type ReadChronologyDeps = RecordDeps &
  UseEmergencyAccessDeps &
  InheritsDeps &
  ReadAroundDeps &
  Pick<ReadContentDeps, 'readConcern' | 'readAssessment'> & {
    readonly readChild: (childId: ChildId) => Promise<StoredChild | undefined>
    readonly readPage: (
      childId: ChildId,
      page: {
        readonly limit: number
        readonly after: string | undefined
        readonly isLead: boolean
      },
    ) => Promise<{ readonly items: readonly StandingEntry[]; readonly next: string | undefined }>
    readonly cursors: Cursors
  }

export type ReadChronologyResult =
  | { readonly kind: 'found'; readonly page: ChronologyPage; readonly next: string | undefined }
  | { readonly kind: 'not-found' | 'not-theirs' | 'over-quota' }

const positionSchema = z.object({ after: z.string() })

/** What the words of these entries are made from: each concern as it was told, and the child's household as it now is. */
const readingOf = async (
  child: StoredChild,
  items: readonly StandingEntry[],
  {
    isLead,
    inEmergency,
    now,
    deps,
  }: {
    readonly isLead: boolean
    readonly inEmergency: boolean
    readonly now: Date
    readonly deps: ReadChronologyDeps
  },
): Promise<EntryReading> => {
  const { childId } = child
  const told = items.flatMap(({ entry }) => entry.told ?? [])
  const concernIds = told.map(({ concernId }) => concernId)
  const [surroundings, ...behind] = await Promise.all([
    readAround(
      { adultIds: [], childIds: [childId] },
      { isLead, concernIds, told: [...new Set(concernIds)], now },
      deps,
    ),
    ...told.map((one) => readBehind(one, deps)),
  ])
  const authority: AuthorityCode = authorityCodeSchema.parse(authorityOf(childId))
  return {
    authority,
    childId,
    isLead,
    inEmergency,
    surroundings,
    behind: behind.filter((one) => one !== undefined),
  }
}

/** Of the caller's own authority, or of an ended one whose child is the caller's now. */
const mayRead = async (
  caller: Caller,
  childId: ChildId,
  deps: ReadChronologyDeps,
): Promise<boolean> => {
  const ended = authorityOf(childId)
  if (isTheirs(caller, 'chronology.read', { authority: ended })) return true
  const { authority } = caller
  const may = authority !== undefined && isTheirs(caller, 'chronology.read', { authority })
  return may && inherits(caller, { ended, children: [childId] }, { ...deps, now: deps.now() })
}

/** What is named to the log of a page: the concerns of which it tells, and whom these tell of. */
const namedIn = ({ items }: ChronologyPage, { behind }: EntryReading): readonly string[] =>
  items.length === 0
    ? []
    : behind.flatMap(({ stored, assessment }) => [stored.concernId, ...peopleToldOf(assessment)])

/** As whom the caller reads of this child: as whose it is; or, in an emergency, as nobody's lead. Undefined: as nobody. */
const readerOf = async (
  { by, childId, emergencyAccess }: Pick<ReadChronologyInput, 'by' | 'childId' | 'emergencyAccess'>,
  deps: ReadChronologyDeps,
): Promise<{ readonly isLead: boolean; readonly inEmergency: boolean } | undefined> => {
  if (!authorityCodeSchema.safeParse(authorityOf(childId)).success) return undefined
  const object = { kind: 'chronology', id: childId } as const
  if (await useEmergencyAccess({ by, emergencyAccess, object }, deps))
    return { isLead: false, inEmergency: true }
  if (!(await mayRead(by.caller, childId, deps))) return undefined
  const isLead = isTheirs(by.caller, 'alert.see-leads-only', ownerFor(by.caller))
  return { isLead, inEmergency: false }
}

const isOfGraveHarm = (items: readonly StandingEntry[]): boolean =>
  items.some(({ entry }) => isAtLeast(entry.harm, 'H3'))

/**
 * Reads a page of what was shared of a child of the caller's authority; the entry comes before anything is disclosed.
 * @throws HubError request-invalid when the cursor was not made for this caller and child
 */
export const readChronology = async (
  { by, childId, limit, cursor, isOver = false, emergencyAccess }: ReadChronologyInput,
  deps: ReadChronologyDeps,
): Promise<ReadChronologyResult> => {
  const reader = await readerOf({ by, childId, emergencyAccess }, deps)
  if (reader === undefined) return { kind: 'not-theirs' }
  const child = await deps.readChild(childId)
  if (child === undefined) return { kind: 'not-found' }
  const context = `${by.caller.clientId}|chronology|${childId}`
  const from =
    cursor === undefined
      ? undefined
      : positionSchema.parse(await deps.cursors.open(cursor, context))
  const { isLead, inEmergency } = reader
  const { items, next } = await deps.readPage(childId, { limit, after: from?.after, isLead })
  const now = deps.now()
  const seen = isAdopted(child.child) ? [] : items
  if (isOver && !inEmergency && !isOfGraveHarm(seen)) return { kind: 'over-quota' }
  const reading = await readingOf(child, seen, { isLead, inEmergency, now, deps })
  const page = chronologyView(child, seen, {
    wordsOf: wordsOfEntry(reading),
    words: ownWords(reading),
  })
  const record = recorderOf(by, { now, newId: deps.newId })
  const codes = { count: String(page.items.length) }
  await deps.record([
    ...record('CHRONOLOGY_READ', [childId], { people: namedIn(page, reading), codes }),
    ...canaryRead(child, { id: childId, by: 'CHRONOLOGY_READ' }, record),
  ])
  // A page of which nothing may be read leads nowhere: that there is more would tell of what is protected.
  const hasNext = next !== undefined && page.items.length > 0
  return {
    kind: 'found',
    page,
    next: hasNext ? await deps.cursors.seal({ after: next }, context) : undefined,
  }
}
