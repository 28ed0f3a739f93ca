import * as z from 'zod'
import { agencyTypeNames } from '../codes/agency-types.ts'
import { authorityCodeSchema } from './authorities.ts'

export const roles = ['referrer', 'social-worker', 'register-manager', 'auditor'] as const
export type Role = (typeof roles)[number]

/** OAuth scopes; a token may hold fewer than its role allows, never more. */
export const scopes = [
  'concerns.write',
  'concerns.read',
  'alerts.read',
  'alerts.write',
  'concerns.preview',
  'reviews.read',
  'reviews.write',
  'reviews.lead',
  'chronology.read',
  'register.write',
  'audit.read',
] as const
export type Scope = (typeof scopes)[number]

/** Who is calling, as the token's claims say. */
export const callerSchema = z.object({
  clientId: z.string().min(1).max(100),
  role: z.enum(roles),
  scopes: z.array(z.enum(scopes)),
  agency: z.string().max(100),
  agencyName: z.string().max(100),
  agencyType: z.enum(agencyTypeNames).optional(),
  authority: authorityCodeSchema.optional(),
})
export type Caller = z.infer<typeof callerSchema>

/**
 * The access table: who may do what, to whose objects. Deny by default; a caller needs the role and the scope, and the
 * object must be theirs by `own`. Somebody else's object is answered as if it did not exist.
 */
export const access = {
  'concern.submit': { role: 'referrer', scope: 'concerns.write', own: 'nothing' },
  'concern.follow': { role: 'referrer', scope: 'concerns.read', own: 'agency' },
  'concern.list': { role: 'referrer', scope: 'concerns.read', own: 'agency' },
  'concern.withdraw': { role: 'referrer', scope: 'concerns.write', own: 'agency' },
  'concern.consent': { role: 'referrer', scope: 'concerns.write', own: 'agency' },
  'concern.challenge': { role: 'referrer', scope: 'concerns.write', own: 'agency' },
  'alert.list': { role: 'social-worker', scope: 'alerts.read', own: 'authority' },
  'alert.count': { role: 'social-worker', scope: 'alerts.read', own: 'authority' },
  'alert.read': { role: 'social-worker', scope: 'alerts.read', own: 'authority' },
  'alert.answer': { role: 'social-worker', scope: 'alerts.write', own: 'authority' },
  'concern.preview': { role: 'social-worker', scope: 'concerns.preview', own: 'authority' },
  'review.list': { role: 'social-worker', scope: 'reviews.read', own: 'authority' },
  'review.read': { role: 'social-worker', scope: 'reviews.read', own: 'authority' },
  'review.decide': { role: 'social-worker', scope: 'reviews.write', own: 'authority' },
  'review.decide-as-lead': { role: 'social-worker', scope: 'reviews.lead', own: 'authority' },
  'chronology.read': { role: 'social-worker', scope: 'chronology.read', own: 'authority' },
  'register.write': { role: 'register-manager', scope: 'register.write', own: 'authority' },
  'audit.query': { role: 'auditor', scope: 'audit.read', own: 'nothing' },
} as const satisfies Record<
  string,
  { readonly role: Role; readonly scope: Scope; readonly own: 'nothing' | 'agency' | 'authority' }
>
export type Action = keyof typeof access

/** Whether the caller may take this kind of action at all, before any object is looked at. */
export const mayEver = (caller: Caller, action: Action): boolean => {
  const { role, scope, own } = access[action]
  if (caller.role !== role || !caller.scopes.includes(scope)) return false
  if (role === 'referrer' && caller.agencyType === undefined) return false
  return own !== 'authority' || caller.authority !== undefined
}

/** Whether this object is theirs. Ask only after {@link mayEver}. */
export const isTheirs = (
  caller: Caller,
  action: Action,
  object: { readonly agency?: string; readonly authority?: string },
): boolean => {
  const { own } = access[action]
  if (own === 'agency') return object.agency === caller.agency
  if (own === 'authority')
    return object.authority === caller.authority && caller.authority !== undefined
  return true
}

/** The scopes a role may be granted. */
export const scopesOf = (role: Role): readonly Scope[] => [
  ...new Set(Object.values(access).flatMap((row) => (row.role === role ? [row.scope] : []))),
]
