import {
  clientIdOf,
  consoleRoles,
  isConsoleRole,
  type Position,
} from '../../functions/serve-console/roles.ts'
import { stage } from '../../infra/stages/local.ts'
import { scopesOf } from '../../shared/agencies/access.ts'
import type { DemoClient } from './clients.ts'

const positions: readonly Position[] = Object.values(stage.console.positions).flatMap((one) =>
  isConsoleRole(one.role)
    ? [{ role: one.role, organisation: 'organisation' in one ? one.organisation : '' }]
    : [],
)

const ofAll: Readonly<Record<string, Pick<DemoClient, 'agency' | 'agencyName'>>> = {
  'partnership-lead': { agency: 'partnership', agencyName: 'Safeguarding partnership' },
  auditor: { agency: 'hub-audit', agencyName: 'Hub audit office' },
}

const actsFor = ({
  role,
  organisation,
}: Position): Omit<DemoClient, 'clientId' | 'role' | 'scopes'> => {
  const { of, role: ofApi } = consoleRoles[role]
  const { agencies, authorities } = stage.directory
  const agency = agencies.find(({ key }) => key === organisation)
  const authority = authorities.find(({ key }) => key === organisation)
  if (of === 'agency' && agency !== undefined)
    return { agency: agency.key, agencyName: agency.name, agencyType: agency.type }
  if (of === 'authority' && authority !== undefined) {
    const agencyName = `${authority.name} children’s social care`
    return { agency: authority.key, agencyName, authority: authority.code }
  }
  return ofAll[ofApi] ?? { agency: organisation, agencyName: organisation }
}

const clientOf = (position: Position): DemoClient => {
  const { role } = consoleRoles[position.role]
  // People sign in before the console speaks for them, so it can vouch for who they are.
  return {
    clientId: clientIdOf(position),
    role,
    scopes: [...scopesOf(role)],
    ...actsFor(position),
    vouches: true,
  }
}

/** The clients by which the local console speaks, one for each role of each organisation. */
export const consoleClients: readonly DemoClient[] = [
  ...new Map(positions.map((one) => [clientIdOf(one), clientOf(one)])).values(),
]
