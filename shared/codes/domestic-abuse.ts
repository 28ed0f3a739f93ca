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

/** Whether whereabouts are told only where harm is grave (X1): DA, MARAC or RESTRICTED_ADDRESS was sent, as flag or otherwise. */
export const hidesWhereabouts = ({
  flags,
  factors,
  isMarac,
}: {
  readonly flags: readonly ConcernFlag[]
  readonly factors: readonly Factor[]
  readonly isMarac: boolean | undefined
}): boolean =>
  isDomesticAbuse({ flags, factors }) || isMarac === true || flags.includes('RESTRICTED_ADDRESS')
