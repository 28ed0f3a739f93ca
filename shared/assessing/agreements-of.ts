import { type Agreement, standingOf } from '../agencies/agreement.ts'
import type { AuthorityCode } from '../agencies/authorities.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import type { Assessment } from './assessment.ts'

const own = (
  { submittedBy }: StoredConcern,
  agreements: readonly Agreement[],
): readonly Agreement[] => agreements.filter(({ agency }) => agency === submittedBy.agency)

/** How the service's agreement stands with each authority that is told. `today` is London's, as an ISO date. */
export const agreementsOf = (
  stored: StoredConcern,
  agreements: readonly Agreement[],
  { told, today }: { readonly told: readonly AuthorityCode[]; readonly today: string },
): Assessment['agreements'] =>
  [...new Set(told)].map((authority) => ({
    authority,
    standing: standingOf(
      own(stored, agreements).find((one) => one.authority === authority),
      { purpose: stored.concern.purpose, today },
    ),
  }))

/** Whether it works under contract of a body that the duty binds, and so is bound itself (s.16LA(4)(c)). */
export const isCommissioned = (
  stored: StoredConcern,
  agreements: readonly Agreement[],
  today: string,
): boolean =>
  own(stored, agreements).some(
    (agreement) =>
      agreement.isCommissioned &&
      standingOf(agreement, { purpose: stored.concern.purpose, today }) === 'in-force',
  )
