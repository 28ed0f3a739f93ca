import type { Behind, Surroundings } from '../assessing/content-for.ts'
import type { GatherAround } from '../assessing/gathered.ts'
import { everybodyIn } from '../assessing/person-match.ts'
import { protectingIn } from '../chronology/household-past.ts'
import type { StandingEntry } from '../chronology/entry.ts'
import type { Chronology } from '../chronology/notification.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import type { AdultId, ChildId, ConcernId } from '../kernel/ids.ts'

export type ReadAroundDeps = {
  readonly gatherAround: GatherAround
  readonly readHeads: (childIds: readonly ChildId[]) => Promise<readonly Chronology[]>
  readonly readConcerns: (concernIds: readonly ConcernId[]) => Promise<readonly StoredConcern[]>
  /** The newest entries that each child's authority may see; those of its lead alone only for the lead. */
  readonly readEntries: (
    childIds: readonly ChildId[],
    reader: { readonly isLead: boolean },
  ) => Promise<readonly StandingEntry[]>
}

type Centre = { readonly adultIds: readonly AdultId[]; readonly childIds: readonly ChildId[] }

/** The household around some people as it now is, with the concerns that protect it and any others asked for. */
export const readAround = async (
  centre: Centre,
  {
    entriesOf,
    isLead,
    concernIds,
    now,
  }: {
    readonly entriesOf: readonly ChildId[]
    readonly isLead: boolean
    readonly concernIds: readonly ConcernId[]
    readonly now: Date
  },
  deps: ReadAroundDeps,
): Promise<Surroundings> => {
  const around = await deps.gatherAround(centre, { adults: [], children: [] })
  const [heads, entries] = await Promise.all([
    deps.readHeads(around.children.map(({ childId }) => childId)),
    deps.readEntries(entriesOf, { isLead }),
  ])
  const past = heads.flatMap(({ notifications }) => notifications)
  const ids = new Set([...concernIds, ...protectingIn(past, now)])
  return { around, concerns: await deps.readConcerns([...ids]), entries, now }
}

/** As {@link readAround}, for a concern as it was last assessed. */
export const readAroundConcern = (
  { stored, assessment }: Behind,
  {
    children,
    isLead,
    now,
  }: { readonly children: readonly ChildId[]; readonly isLead: boolean; readonly now: Date },
  deps: ReadAroundDeps,
): Promise<Surroundings> => {
  const { adultIds, childIds } = everybodyIn(assessment.matches)
  const joined = assessment.joined.map(({ childId }) => childId)
  return readAround(
    { adultIds, childIds: [...new Set([...childIds, ...joined])] },
    {
      entriesOf: children,
      isLead,
      concernIds: [stored.concernId, ...assessment.contributing],
      now,
    },
    deps,
  )
}
