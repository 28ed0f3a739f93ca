import { type Agreement, agreementId, standingOf } from '../agencies/agreement.ts'
import type { AuthorityCode } from '../agencies/authorities.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import { present } from '../kernel/present.ts'
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
  [...new Set(told)].map((authority) => {
    const agreement = own(stored, agreements).find((one) => one.authority === authority)
    const standing = standingOf(agreement, { purpose: stored.concern.purpose, today })
    return { authority, standing, ...present({ version: agreement?.version }) }
  })

/** What stood in force with this authority at an assessment, by its name in the log. */
export const agreementInForce = (
  { submittedBy: { agency } }: Pick<StoredConcern, 'submittedBy'>,
  { agreements }: Pick<Assessment, 'agreements'>,
  told: string,
): string | undefined => {
  const found = agreements.find(({ authority }) => authority === told)
  if (found?.standing !== 'in-force' || found.version === undefined) return undefined
  return agreementId({ agency, authority: found.authority, version: found.version })
}

/** By which agreement it works under contract of a body that the duty binds, and so is bound itself (s.16LA(4)(c)). */
export const commissionedBy = (
  stored: StoredConcern,
  agreements: readonly Agreement[],
  today: string,
): Agreement | undefined =>
  own(stored, agreements).find(
    (agreement) =>
      agreement.isCommissioned &&
      standingOf(agreement, { purpose: stored.concern.purpose, today }) === 'in-force',
  )
