import type { ChronologyEntry, StandingEntry } from '../../chronology/entry.ts'
import type { ChildId } from '../../kernel/ids.ts'
import { entryKind, supersededKind } from './chronology-kinds.ts'
import {
  engagedKey,
  entryKey,
  leadsEngagedKey,
  leadsEntryKey,
  leadsSupersededKey,
  supersededKey,
} from './keys.ts'
import { requireWhole } from './left-over-marks.ts'
import type { Store } from './store.ts'

export type EntriesPage = {
  readonly items: readonly StandingEntry[]
  /** Id of the page's last entry, where there are more. */
  readonly next: string | undefined
}
type Page = {
  readonly limit: number
  readonly after?: string | undefined
  /** The reader has the scope of the authority's lead. */
  readonly isLead: boolean
}

type Range = typeof entryKey

const rangesFor = ({ isLead }: Pick<Page, 'isLead'>): readonly Range[] =>
  isLead ? [entryKey, leadsEntryKey] : [entryKey]

/** As a chronology is read; what alerts carry and rules look at has no engagement in it, of which one service may say many. */
const everyRangeFor = ({ isLead }: Pick<Page, 'isLead'>): readonly Range[] => [
  ...rangesFor({ isLead }),
  engagedKey,
  ...(isLead ? [leadsEngagedKey] : []),
]

const queryRange = async (
  store: Store,
  casework: string,
  { childId, limit, after, range }: Page & { readonly childId: ChildId; readonly range: Range },
): Promise<readonly ChronologyEntry[]> => {
  const { pk, sk } = range(childId, '')
  const { rows } = await store.query({
    table: casework,
    partition: { field: 'pk', value: pk },
    range: { kind: 'begins', field: 'sk', with: sk },
    descending: true,
    consistent: true,
    limit,
    after: after === undefined ? undefined : range(childId, after),
  })
  return rows.map((row) => entryKind.read(row).entry)
}

/** Newest first. What is the lead's alone has a range of its own, so that no other read can tell that it is there. */
const queryEntries = async (
  store: Store,
  casework: string,
  page: Page & { readonly childId: ChildId; readonly ranges: readonly Range[] },
): Promise<readonly ChronologyEntry[]> => {
  const found = await Promise.all(
    page.ranges.map((range) => queryRange(store, casework, { ...page, range })),
  )
  return found
    .flat()
    .toSorted((a, b) => (a.entryId < b.entryId ? 1 : -1))
    .slice(0, page.limit)
}

type Asked = {
  readonly childId: ChildId
  readonly entries: readonly ChronologyEntry[]
  readonly isLead: boolean
}

/** Says of each entry what corrected it and what it corrects, as far as the reader may see both. */
const standingOf = async (
  store: Store,
  casework: string,
  { childId, entries, isLead }: Asked,
): Promise<readonly StandingEntry[]> => {
  const corrected = new Set(entries.flatMap(({ corrects }) => corrects ?? []))
  const marking = isLead ? [supersededKey, leadsSupersededKey] : [supersededKey]
  const rows = await store.batch({
    [casework]: [
      ...marking.flatMap((key) => entries.map(({ entryId }) => key(childId, entryId))),
      ...rangesFor({ isLead }).flatMap((key) => [...corrected].map((id) => key(childId, id))),
    ],
  })
  const seen = new Set(rows.map(({ sk }) => String(sk)))
  const marks = new Map(
    rows.flatMap((row) => {
      if (!('supersededBy' in row)) return []
      return [[String(row['sk']), supersededKind.read(row).supersededBy] as const]
    }),
  )
  const isSeen = (id: string): boolean =>
    rangesFor({ isLead }).some((key) => seen.has(key(childId, id).sk))
  return entries.map((entry) => ({
    childId,
    entry: isCorrectionOfUnseen(entry, isSeen) ? asConcern(entry) : entry,
    supersededBy: marking
      .map((key) => marks.get(key(childId, entry.entryId).sk))
      .find((mark) => mark !== undefined),
  }))
}

const isCorrectionOfUnseen = (
  { corrects }: ChronologyEntry,
  isSeen: (entryId: string) => boolean,
): boolean => corrects !== undefined && !isSeen(corrects)

/** That something was corrected would tell that there was something, which the reader may not see. */
const asConcern = ({ corrects: _, ...entry }: ChronologyEntry): ChronologyEntry => ({
  ...entry,
  kind: 'CONCERN',
})

/**
 * One page of what a child's authority may see, newest first. One more entry is read than shown, so that whether a next
 * page is offered depends on these entries alone. @throws HubError store-busy while a decision about the child is only partly written
 */
export const readEntriesOfChildIn =
  (store: Store, casework: string) =>
  async (childId: ChildId, { limit, after, isLead }: Page): Promise<EntriesPage> => {
    const ranges = everyRangeFor({ isLead })
    const page = { childId, limit: limit + 1, after, isLead, ranges }
    await requireWhole({ store, casework }, [entryKey(childId, '').pk])
    const found = await queryEntries(store, casework, page)
    const entries = found.slice(0, limit)
    return {
      items: await standingOf(store, casework, { childId, entries, isLead }),
      next: found.length > limit ? entries.at(-1)?.entryId : undefined,
    }
  }

/** Entries of one child that an alert may carry. */
const mostEntries = 20

/** As {@link standingOf} says it, of the newest entries: whatever corrects one of them is newer, and so among them. */
const standingAmong = (
  childId: ChildId,
  entries: readonly ChronologyEntry[],
): readonly StandingEntry[] =>
  entries.map((entry) => ({
    childId,
    entry: isCorrectionOfUnseen(entry, (id) => entries.some(({ entryId }) => entryId === id))
      ? asConcern(entry)
      : entry,
    supersededBy: entries.find(({ corrects }) => corrects === entry.entryId)?.entryId,
  }))

/** The newest entries that each child's authority may see, in one round trip. */
export const readEarlierIn =
  (store: Store, casework: string) =>
  async (
    childIds: readonly ChildId[],
    { isLead }: { readonly isLead: boolean },
  ): Promise<readonly StandingEntry[]> => {
    const page = { limit: mostEntries, isLead, ranges: rangesFor({ isLead }) }
    const pages = await Promise.all(
      childIds.map(async (childId) =>
        standingAmong(childId, await queryEntries(store, casework, { childId, ...page })),
      ),
    )
    return pages.flat()
  }
