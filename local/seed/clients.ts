import { type Role, type Scope, scopesOf } from '../../shared/agencies/access.ts'
import {
  type AuthorityCode,
  authorities,
  authorityCodes,
} from '../../shared/agencies/authorities.ts'
import type { Client } from '../../shared/agencies/client.ts'
import type { AgencyType } from '../../shared/codes/agency-types.ts'

/** A demo client without its keys, which whoever starts the hub makes afresh. */
export type DemoClient = Omit<Client, 'keys' | 'active'>

type Acts = Omit<DemoClient, 'clientId' | 'role' | 'scopes'> & Partial<Pick<DemoClient, 'scopes'>>

const demoClient = (clientId: string, role: Role, acts: Acts): DemoClient => ({
  clientId,
  role,
  scopes: [...scopesOf(role)],
  ...acts,
})

/** The services that send concerns; the domestic abuse one is a charity, so the duty to share does not bind it. */
const services = {
  'westmarch-substance-misuse': {
    agency: 'turning-tide',
    agencyName: 'Turning Tide drug and alcohol service',
    agencyType: 'substance-misuse',
  },
  'westmarch-mental-health': {
    agency: 'westmarch-mental-health-trust',
    agencyName: 'Westmarch and Vale Mental Health NHS Trust',
    agencyType: 'adult-mental-health',
  },
  'northmoor-domestic-abuse': {
    agency: 'safe-harbour-northmoor',
    agencyName: 'Safe Harbour Northmoor',
    agencyType: 'domestic-abuse',
  },
  'eastvale-learning-disability': {
    agency: 'eastvale-learning-disability',
    agencyName: 'Eastvale community learning disability team',
    agencyType: 'learning-disability',
  },
} as const satisfies Record<
  string,
  { readonly agency: string; readonly agencyName: string; readonly agencyType: AgencyType }
>
export type ReferrerId = keyof typeof services

export const referrerIds = [
  'westmarch-substance-misuse',
  'westmarch-mental-health',
  'northmoor-domestic-abuse',
  'eastvale-learning-disability',
] as const satisfies readonly ReferrerId[]

/** Of the scopes of a social worker, those that only the safeguarding lead holds. */
const forLeads: readonly Scope[] = ['reviews.lead', 'concerns.preview']

const clientsOf = (authority: AuthorityCode): readonly DemoClient[] => {
  const { key, name } = authorities[authority]
  const acts = { agency: key, agencyName: `${name} children’s social care`, authority }
  return [
    demoClient(`${key}-social-care`, 'social-worker', {
      ...acts,
      scopes: scopesOf('social-worker').filter((scope) => !forLeads.includes(scope)),
    }),
    demoClient(`${key}-lead`, 'social-worker', acts),
    demoClient(`${key}-register`, 'register-manager', acts),
    // The second person, without whom no restriction is lifted.
    demoClient(`${key}-register-lead`, 'register-manager', acts),
  ]
}

/** Every client of the demo: four services, each authority’s case system, lead, register and register’s lead, and whoever audits them. */
export const demoClients: readonly DemoClient[] = [
  ...referrerIds.map((clientId) => demoClient(clientId, 'referrer', services[clientId])),
  ...authorityCodes.flatMap(clientsOf),
  demoClient('hub-auditor', 'auditor', { agency: 'hub-audit', agencyName: 'Hub audit office' }),
]
