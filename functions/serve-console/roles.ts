import { everydayScopesOf, type Role, type Scope, scopesOf } from '../../shared/agencies/access.ts'

type ConsoleRoleOf = {
  /** As the API knows it. */
  readonly role: Role
  /** Whether it holds what only a lead does. */
  readonly isLead: boolean
  /** Whose it is: an agency's, an authority's, or nobody's in particular. */
  readonly of: 'agency' | 'authority' | 'all'
}

/** What a person may be in the console. */
export const consoleRoles = {
  referrer: { role: 'referrer', isLead: false, of: 'agency' },
  'service-lead': { role: 'referrer', isLead: true, of: 'agency' },
  'social-worker': { role: 'social-worker', isLead: false, of: 'authority' },
  manager: { role: 'social-worker', isLead: true, of: 'authority' },
  'register-manager': { role: 'register-manager', isLead: false, of: 'authority' },
  'partnership-lead': { role: 'partnership-lead', isLead: true, of: 'all' },
  auditor: { role: 'auditor', isLead: false, of: 'all' },
  'audit-lead': { role: 'auditor', isLead: true, of: 'all' },
} as const satisfies Record<string, ConsoleRoleOf>
export type ConsoleRole = keyof typeof consoleRoles

export const isConsoleRole = (name: string): name is ConsoleRole =>
  Object.hasOwn(consoleRoles, name)

/** What somebody is, and where: the key of an agency or an authority; empty where the role acts for all. */
export type Position = { readonly role: ConsoleRole; readonly organisation: string }

/** The client of the API by which the console speaks for a position. Each role of an organisation has its own, so that none may do more than that role. */
export const clientIdOf = ({ role, organisation }: Position): string => {
  const { role: ofApi } = consoleRoles[role]
  return organisation === '' ? `console-${ofApi}` : `console-${ofApi}-${organisation}`
}

/** What is asked of the API for a position: no more than its role. */
export const scopesOfPosition = ({ role }: Pick<Position, 'role'>): readonly Scope[] => {
  const { role: ofApi, isLead } = consoleRoles[role]
  return isLead ? scopesOf(ofApi) : everydayScopesOf(ofApi)
}
