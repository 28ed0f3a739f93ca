import { eastvale, northmoor, westmarch } from '../../infra/stages/local.ts'
import type { AuthorityCode } from '../../shared/agencies/authorities.ts'

/** Who does something in a case: a demo client of the hub each. W, N and E are Westmarch, Northmoor and Eastvale. */
export const actors = {
  drugs: 'westmarch-substance-misuse',
  drugsLead: 'westmarch-substance-misuse-lead',
  mentalHealth: 'westmarch-mental-health',
  charity: 'northmoor-domestic-abuse',
  charityLead: 'northmoor-domestic-abuse-lead',
  /** A service that has agreed nothing with Northmoor. */
  withoutAgreement: 'eastvale-learning-disability',
  W: 'westmarch-social-care',
  WLead: 'westmarch-lead',
  N: 'northmoor-social-care',
  NLead: 'northmoor-lead',
  E: 'eastvale-social-care',
  registerOfW: 'westmarch-register',
  registerOfN: 'northmoor-register',
  registerOfE: 'eastvale-register',
  partnership: 'partnership-lead',
} as const satisfies Record<string, string>
export type Actor = keyof typeof actors

export const councils = {
  W: { code: westmarch, register: 'registerOfW' },
  N: { code: northmoor, register: 'registerOfN' },
  E: { code: eastvale, register: 'registerOfE' },
} as const satisfies Record<string, { readonly code: AuthorityCode; readonly register: Actor }>
export type Council = keyof typeof councils

/** The agency that has no agreement with Northmoor. */
export const agencyWithoutAgreement = 'eastvale-learning-disability'
