import { agreedAlways } from '../agencies/agreed-always.ts'
import type { Agreement } from '../agencies/agreement.ts'
import type { DirectoryDeps } from '../agencies/directory.ts'
import { besides, isRehearsing, sideOf } from '../agencies/rehearsal.ts'
import type { Gather, GatherAround, Lookups } from '../assessing/gathered.ts'
import { aroundBeside, gatheredBeside } from '../assessing/one-side.ts'
import type { Trial } from '../matching/trial.ts'
import type { ProtectHouseholdDeps } from './protect-household.ts'

/** What of an assessment's reading and keeping has two sides. */
type TwoSided = DirectoryDeps &
  Pick<ProtectHouseholdDeps, 'readConcerns' | 'keepLookups'> & {
    readonly gather: Gather
    readonly gatherAround: GatherAround
    readonly readAgreements: (agency: string) => Promise<readonly Agreement[]>
    readonly trial: Trial
  }

/**
 * All that an assessment reads, of the side of the agency that sent the concern: a rehearsed one finds and protects nobody real, and
 * nobody real finds, or is protected by, anybody rehearsed. Of what is rehearsed nothing is kept to be found later, nobody
 * is asked to confirm a match, and no agreement is missed.
 */
export const onOwnSide = <Deps extends TwoSided>(agency: string, deps: Deps): Deps => {
  const read = deps.readDirectory()
  const isBeside = async () => besides(await read, agency)
  const rehearses = async () => isRehearsing(await read, agency)
  return {
    ...deps,
    readDirectory: async () => sideOf(await read, agency),
    gather: async (...sought: Parameters<Gather>) => {
      const [gathered, own, isRehearsal] = await Promise.all([
        deps.gather(...sought),
        isBeside(),
        rehearses(),
      ])
      const found = gatheredBeside(gathered, own)
      return isRehearsal ? { ...found, confirmedInTrial: deps.trial.needed } : found
    },
    gatherAround: async (...asked: Parameters<GatherAround>) => {
      const [around, own] = await Promise.all([deps.gatherAround(...asked), isBeside()])
      return aroundBeside(around, own)
    },
    readConcerns: async (ids: Parameters<TwoSided['readConcerns']>[0]) => {
      const [concerns, own] = await Promise.all([deps.readConcerns(ids), isBeside()])
      return concerns.filter(({ submittedBy }) => own(submittedBy.agency))
    },
    readAgreements: async (of: string) => {
      const { authorities } = sideOf(await read, agency)
      return (await rehearses())
        ? authorities.map(({ code }) => agreedAlways(of, code))
        : deps.readAgreements(of)
    },
    keepLookups: async (lookups: Lookups) => {
      if (!(await rehearses())) await deps.keepLookups(lookups)
    },
  }
}
