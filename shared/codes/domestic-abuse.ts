import { type ConcernFlag, concernFlags } from './concern-flags.ts'
import { domainsOf, type Factor } from './factors.ts'

/** Marked by a flag or by a factor: a form may carry either, and one is enough to protect the family. */
export const isDomesticAbuse = ({
  flags,
  factors,
}: {
  readonly flags: readonly ConcernFlag[]
  readonly factors: readonly Factor[]
}): boolean =>
  flags.some((flag) => concernFlags[flag].isDomesticAbuse) ||
  domainsOf(factors).includes('domestic-abuse')
