import { keysOf } from '../kernel/keys-of.ts'

/**
 * The services that may submit concerns, as one table. `referralSource` is the census code under which children's
 * social care counts a contact from them; `body` says whether the duty to share (Children Act 2004, s.16LA) binds them:
 * NHS trusts and councils by s.11(1), voluntary services only as contractors of one, which their agreement states.
 * @see DfE, Children in need census: referral source
 */
export const agencyTypes = {
  'adult-mental-health': { label: 'Adult mental health', referralSource: '3F', body: 'DUTY' },
  'substance-misuse': { label: 'Substance misuse', referralSource: '8', body: 'DUTY' },
  'domestic-abuse': { label: 'Domestic abuse', referralSource: '8', body: 'OTHER' },
  'learning-disability': { label: 'Learning disability', referralSource: '5A', body: 'DUTY' },
} as const satisfies Record<
  string,
  { readonly label: string; readonly referralSource: string; readonly body: 'DUTY' | 'OTHER' }
>
export type AgencyType = keyof typeof agencyTypes

export const agencyTypeNames = keysOf(agencyTypes)
