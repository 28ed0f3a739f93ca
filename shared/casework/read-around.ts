import type { DirectoryDeps } from '../agencies/directory.ts'
import { besides } from '../agencies/rehearsal.ts'
import type { Centre, GatherAround } from '../assessing/gathered.ts'
import { aroundBeside } from '../assessing/one-side.ts'
import { everybodyIn } from '../assessing/person-match.ts'
import type { Behind, Surroundings } from '../assessing/reading.ts'
import { protectingIn } from '../chronology/household-past.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import { authorityOf, type ConcernId } from '../kernel/ids.ts'

export type ReadAroundDeps = DirectoryDeps & {
  readonly gatherAround: GatherAround
  /** Concerns that protect what is told of this one, whether or not anybody of it is registered. */
  readonly readProtectors: (concernId: ConcernId, now: Date) => Promise<readonly ConcernId[]>
  readonly readConcerns: (concernIds: readonly ConcernId[]) => Promise<readonly StoredConcern[]>
}

type Wanted = {
  readonly isLead: boolean
  /** Concerns to be read beside those that protect the household. */
  readonly concernIds: readonly ConcernId[]
  /** Concerns that are told of. */
  readonly told: readonly ConcernId[]
  readonly now: Date
}

/** The household around some people as it now is, with the concerns that protect it and any others asked for. */
export const readAround = async (
  centre: Centre,
  { isLead, concernIds, told, now }: Wanted,
  deps: ReadAroundDeps,
): Promise<Surroundings> => {
  const [directory, near, ...found] = await Promise.all([
    deps.readDirectory(),
    deps.gatherAround(centre, { adults: [], children: [] }, { isLead }),
    ...told.map((concernId) => deps.readProtectors(concernId, now)),
  ])
  const [someone = ''] = [...centre.childIds, ...centre.adultIds]
  const around = aroundBeside(near, besides(directory, authorityOf(someone)))
  const protectors = found.flat()
  const past = around.chronologies.flatMap(({ notifications }) => notifications)
  const ids = new Set([...concernIds, ...protectingIn(past, now), ...protectors])
  return {
    directory,
    around,
    concerns: await deps.readConcerns([...ids]),
    now,
    isProtected: protectors.length > 0,
  }
}

/** As {@link readAround}, for a concern as it was last assessed. */
export const readAroundConcern = (
  { stored, assessment }: Behind,
  { isLead, now }: Pick<Wanted, 'isLead' | 'now'>,
  deps: ReadAroundDeps,
): Promise<Surroundings> => {
  const { adultIds, childIds } = everybodyIn(assessment.matches)
  const joined = assessment.joined.map(({ childId }) => childId)
  return readAround(
    { adultIds, childIds: [...new Set([...childIds, ...joined])] },
    {
      isLead,
      concernIds: [stored.concernId, ...assessment.contributing],
      told: [stored.concernId],
      now,
    },
    deps,
  )
}
