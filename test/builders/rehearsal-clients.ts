import { rehearsed } from '../../infra/stages/local.ts'
import { everydayScopesOf, type Role } from '../../shared/agencies/access.ts'
import type { Client } from '../../shared/agencies/client.ts'
import type { RehearsalClientId } from '../../shared/config/rehearsal-clients.ts'

type Rehearsing = Omit<Client, 'keys' | 'active'> & {
  readonly clientId: RehearsalClientId
}

const clientOf = (clientId: Rehearsing['clientId'], role: Role): Rehearsing => ({
  clientId,
  role,
  scopes: [...everydayScopesOf(role)],
  agency: 'rehearsal',
  agencyName: 'Rehearsal of the hub',
  ...(role === 'referrer' ? { agencyType: 'substance-misuse' as const } : { authority: rehearsed }),
})

/** The clients by which the hub rehearses, as docs/deploy.md has them registered. */
export const rehearsalClients: readonly Rehearsing[] = [
  clientOf('rehearsal-referrer', 'referrer'),
  clientOf('rehearsal-worker', 'social-worker'),
  clientOf('rehearsal-register', 'register-manager'),
]
