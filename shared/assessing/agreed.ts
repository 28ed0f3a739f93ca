import { type Agreement, standingOf } from '../agencies/agreement.ts'
import type { AuthorityCode } from '../agencies/authorities.ts'
import { isMember } from '../agencies/stated-authority.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import type { StoredChild } from '../register/stored.ts'
import type { Assessment } from './assessment.ts'

/** What the service has agreed with every authority that would be told: the children's, or the stated one. */
export type Agreed = {
  readonly agreements: Assessment['agreements']
  /** It works under contract of a body that the duty binds, and so is bound itself (s.16LA(4)(c)). */
  readonly isCommissioned: boolean
}

/** How the service's agreements stand on a day, an ISO date in London. */
export const agreedOf = (
  { concern, submittedBy }: StoredConcern,
  { agreements }: { readonly agreements: readonly Agreement[] },
  { children, today }: { readonly children: readonly StoredChild[]; readonly today: string },
): Agreed => {
  const own = agreements.filter(({ agency }) => agency === submittedBy.agency)
  const question = { purpose: concern.purpose, today }
  const agreedWith = (authority: AuthorityCode) => own.find((one) => one.authority === authority)
  const told = new Set(children.map(({ child }) => child.authority))
  if (told.size === 0 && isMember(concern.authority)) told.add(concern.authority)
  return {
    agreements: [...told].map((authority) => ({
      authority,
      standing: standingOf(agreedWith(authority), question),
    })),
    isCommissioned: own.some(
      (agreement) => agreement.isCommissioned && standingOf(agreement, question) === 'in-force',
    ),
  }
}
