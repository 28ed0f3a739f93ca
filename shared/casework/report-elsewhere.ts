import { type AuthorityCode, authorityCodeSchema } from '../agencies/authorities.ts'
import type { DirectoryDeps } from '../agencies/directory.ts'
import { besides } from '../agencies/rehearsal.ts'
import type { Gather } from '../assessing/gathered.ts'
import { nextDigest } from '../calendar/working-days.ts'
import type { Clock } from '../kernel/clock.ts'
import { type AdultId, adultIdSchema, authorityOf, isOf } from '../kernel/ids.ts'
import { lookupKeys, lookupsOfEach } from '../matching/index-keys.ts'
import { matchPerson } from '../matching/match.ts'
import type { MatchModel } from '../matching/model.ts'
import { findable } from '../register/findable.ts'
import type { Found } from '../register/register-change.ts'
import type { StoredAdult } from '../register/stored.ts'

/** A record of an authority whose person another authority has recorded, too. */
export type RecordedTwice = { readonly authority: AuthorityCode; readonly adultId: AdultId }

export type ReportElsewhereDeps = DirectoryDeps & {
  readonly readAdult: (adultId: AdultId) => Promise<Found<StoredAdult>>
  readonly gather: Gather
  /** Keeps each for the report of its authority that leaves at this moment. */
  readonly keep: (records: readonly RecordedTwice[], reportAt: Date) => Promise<void>
  readonly model: MatchModel
  readonly now: Clock
}

const recorded = (adultId: AdultId): RecordedTwice => ({
  authority: authorityCodeSchema.parse(authorityOf(adultId)),
  adultId,
})

/** Records of other authorities that the model takes for this adult. Whoever is hidden is not found by where they are. */
const matchesElsewhere = async (
  adult: StoredAdult,
  { gather, model, readDirectory }: ReportElsewhereDeps,
): Promise<readonly AdultId[]> => {
  const query = findable(adult)
  const keys = lookupKeys(query, adult.children, lookupsOfEach)
  const seek = { person: 'subject', kind: 'adult', keys, settled: [] } as const
  const [{ adults, sought }, directory] = await Promise.all([
    gather([seek], model.version),
    readDirectory(),
  ])
  const own = authorityOf(adult.adultId)
  const isBeside = besides(directory, own)
  const { confirmed } = matchPerson({
    query,
    children: adult.children,
    candidates: adults
      .filter(({ adultId }) => !isOf(own, adultId) && isBeside(authorityOf(adultId)))
      .map((other) => ({
        id: other.adultId,
        person: findable(other),
        children: other.children,
      })),
    model,
    incomplete: sought.some(({ incomplete }) => incomplete),
  })
  return confirmed.map((id) => adultIdSchema.parse(id))
}

/**
 * Looks for an adult newly recorded, or recorded otherwise, on the other registers: each authority concerned is told in
 * its report of the day which record of its own it is (policy §9.4). Work is that of one person of a concern.
 */
export const reportElsewhere = async (
  adultId: AdultId,
  deps: ReportElsewhereDeps,
): Promise<{ readonly kind: 'kept' | 'nobody' }> => {
  const { record } = await deps.readAdult(adultId)
  const others = record === undefined ? [] : await matchesElsewhere(record, deps)
  if (others.length === 0) return { kind: 'nobody' }
  await deps.keep([adultId, ...others].map(recorded), nextDigest(deps.now()))
  return { kind: 'kept' }
}
