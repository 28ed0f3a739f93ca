import { localCodes, stage } from '../../infra/stages/local.ts'
import { everydayScopesOf, type Role, scopesOf } from '../../shared/agencies/access.ts'
import type { Client } from '../../shared/agencies/client.ts'
import type { Agency, Authority } from '../../shared/agencies/directory.ts'

/** A demo client without its keys, which whoever starts the hub makes afresh. */
export type DemoClient = Omit<Client, 'keys' | 'active'>

type Acts = Omit<DemoClient, 'clientId' | 'role' | 'scopes'> & Partial<Pick<DemoClient, 'scopes'>>

const demoClient = (clientId: string, role: Role, acts: Acts): DemoClient => ({
  clientId,
  role,
  scopes: [...scopesOf(role)],
  ...acts,
})

/** The agencies by which the demo's clients send concerns; the domestic abuse one is a charity, so the duty to share does not bind it. */
const services = {
  'westmarch-substance-misuse': 'turning-tide',
  'westmarch-mental-health': 'westmarch-mental-health-trust',
  'northmoor-domestic-abuse': 'safe-harbour-northmoor',
  'eastvale-learning-disability': 'eastvale-learning-disability',
} as const satisfies Record<string, (typeof stage.directory.agencies)[number]['key']>
export type ReferrerId = keyof typeof services

export const referrerIds = [
  'westmarch-substance-misuse',
  'westmarch-mental-health',
  'northmoor-domestic-abuse',
  'eastvale-learning-disability',
] as const satisfies readonly ReferrerId[]

const clientsOf = ({ code: authority, key, name }: Authority): readonly DemoClient[] => {
  const acts = { agency: key, agencyName: `${name} children’s social care`, authority }
  return [
    demoClient(`${key}-social-care`, 'social-worker', {
      ...acts,
      scopes: [...everydayScopesOf('social-worker')],
    }),
    demoClient(`${key}-lead`, 'social-worker', acts),
    demoClient(`${key}-register`, 'register-manager', acts),
    // The second person, without whom no restriction is lifted.
    demoClient(`${key}-register-lead`, 'register-manager', acts),
  ]
}

const agencyOf = (key: string): Agency => {
  const found = stage.directory.agencies.find((one) => one.key === key)
  if (found === undefined) throw new Error(`the local stage has no agency ${key}`)
  return found
}

const serviceClients = (clientId: ReferrerId): readonly DemoClient[] => {
  const agency = services[clientId]
  const { name, type } = agencyOf(agency)
  const acts = { agency, agencyName: name, agencyType: type }
  return [
    demoClient(clientId, 'referrer', {
      ...acts,
      scopes: [...everydayScopesOf('referrer')],
    }),
    demoClient(`${clientId}-lead`, 'referrer', acts),
  ]
}

const auditOffice = { agency: 'hub-audit', agencyName: 'Hub audit office' } as const

/** Every client of the demo: four services and their leads, each authority’s case system, lead, register and register’s lead, the partnership lead, and the two who audit them. */
export const demoClients: readonly DemoClient[] = [
  ...referrerIds.flatMap(serviceClients),
  ...stage.directory.authorities
    .filter(({ code }) => localCodes.some((one) => one === code))
    .flatMap(clientsOf),
  demoClient('partnership-lead', 'partnership-lead', {
    agency: 'partnership',
    agencyName: 'Safeguarding partnership',
  }),
  demoClient('hub-auditor', 'auditor', auditOffice),
  // The second person, without whom no work id is shown in a subject access request.
  demoClient('hub-audit-lead', 'auditor', auditOffice),
]
