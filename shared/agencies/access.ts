import * as z from 'zod'
import { agencyTypeNames } from '../codes/agency-types.ts'
import { present } from '../kernel/present.ts'
import { workIdSchema } from '../kernel/work-id.ts'
import { authorityCodeSchema } from './authorities.ts'
import { holdingQueue } from './holder.ts'

export const roles = [
  'referrer',
  'social-worker',
  'partnership-lead',
  'register-manager',
  'auditor',
] as const
export type Role = (typeof roles)[number]

/** OAuth scopes; a token may hold fewer than its role allows, never more. */
export const scopes = [
  'concerns.write',
  'concerns.read',
  'alerts.read',
  'alerts.write',
  'alerts.lead',
  'concerns.preview',
  'reviews.read',
  'reviews.write',
  'chronology.read',
  'register.read',
  'register.write',
  'register.unrestrict',
  'audit.read',
  'audit.search',
  'audit.subject-access',
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
  /** Whose sign-in this is, where the client is one person's. */
  practitioner: workIdSchema.optional(),
  /** The authority's own identity provider vouches for the work ids that this client names. */
  vouches: z.boolean().optional(),
})
export type Caller = z.infer<typeof callerSchema>

/** Whose an object is: an agency's, an authority's, or the partnership lead's (`HOLDING`). */
export type Owner = { readonly agency?: string; readonly authority?: string }

type Grant = {
  readonly role: Role
  readonly scope: Scope
  /** What the object must be to the caller. */
  readonly own: 'nothing' | 'agency' | 'authority' | 'partnership'
}

const ofAuthority = (scope: Scope): Grant => ({ role: 'social-worker', scope, own: 'authority' })
const ofPartnership = (scope: Scope): Grant => ({
  role: 'partnership-lead',
  scope,
  own: 'partnership',
})
const ofReferrer = (scope: Scope, own: 'nothing' | 'agency' = 'agency'): Grant => ({
  role: 'referrer',
  scope,
  own,
})
const ofRegister = (scope: Scope): Grant => ({
  role: 'register-manager',
  scope,
  own: 'authority',
})

const ofAuditor = (scope: Scope): Grant => ({ role: 'auditor', scope, own: 'nothing' })
const ofAnyAuthority = (role: Role, scope: Scope): Grant => ({ role, scope, own: 'nothing' })

/**
 * The access table: who may do what, to whose objects. Deny by default; a caller needs the role and the scope of one of
 * the grants, and the object must be theirs by its `own`. Somebody else's object is answered as if it did not exist.
 */
export const access = {
  'concern.submit': [ofReferrer('concerns.write', 'nothing')],
  'concern.follow': [ofReferrer('concerns.read')],
  'concern.list': [ofReferrer('concerns.read')],
  'concern.withdraw': [ofReferrer('concerns.write')],
  'concern.consent': [ofReferrer('concerns.write')],
  'concern.engagement': [ofReferrer('concerns.write')],
  'concern.challenge': [ofReferrer('concerns.write')],
  'alert.list': [ofAuthority('alerts.read'), ofPartnership('alerts.read')],
  'alert.count': [ofAuthority('alerts.read')],
  'alert.read': [ofAuthority('alerts.read'), ofPartnership('alerts.read')],
  'alert.answer': [ofAuthority('alerts.write'), ofPartnership('alerts.write')],
  'alert.test': [ofAuthority('alerts.read')],
  'alert.tell': [ofAuthority('alerts.write'), ofPartnership('alerts.write')],
  'alert.see-leads-only': [ofAuthority('alerts.lead'), ofPartnership('alerts.lead')],
  'concern.preview': [ofAuthority('concerns.preview')],
  'review.list': [
    ofAuthority('reviews.read'),
    ofReferrer('reviews.read'),
    ofPartnership('reviews.read'),
  ],
  'review.read': [
    ofAuthority('reviews.read'),
    ofReferrer('reviews.read'),
    ofPartnership('reviews.read'),
  ],
  'review.decide': [
    ofAuthority('reviews.write'),
    ofReferrer('reviews.write'),
    ofPartnership('reviews.write'),
  ],
  'written-agreement.record': [ofAuthority('alerts.write')],
  'chronology.read': [ofAuthority('chronology.read')],
  'emergency.ask': [ofAuthority('alerts.read')],
  'emergency.approve': [ofAuthority('alerts.lead')],
  'emergency.read': [ofAuthority('alerts.lead'), ofPartnership('alerts.lead')],
  // Of an authority who asked, or its leads: which of them follows from the access.
  'emergency.follow': [ofAuthority('alerts.read'), ofPartnership('alerts.lead')],
  'emergency.review': [ofAuthority('alerts.lead'), ofPartnership('alerts.lead')],
  'register.read': [ofRegister('register.read')],
  'register.write': [ofRegister('register.write')],
  'register.unrestrict': [ofRegister('register.unrestrict')],
  // Of one's own organisation: whose it is follows from who asks.
  'watch.read': [
    ofAuthority('alerts.lead'),
    ofReferrer('reviews.read'),
    ofPartnership('alerts.lead'),
  ],
  'watch.tick': [
    ofAuthority('alerts.lead'),
    ofReferrer('reviews.write'),
    ofPartnership('alerts.lead'),
  ],
  'audit.query': [ofAuditor('audit.read')],
  'audit.search': [ofAuditor('audit.search')],
  'audit.subject-access': [ofAuditor('audit.subject-access')],
  // Any client may keep checkpoints: the more do, the less can anybody be shown another log.
  'log.checkpoint': [
    ofAuditor('audit.read'),
    ofReferrer('concerns.read', 'nothing'),
    ofAnyAuthority('social-worker', 'alerts.read'),
    ofAnyAuthority('partnership-lead', 'alerts.read'),
    ofAnyAuthority('register-manager', 'register.read'),
  ],
} as const satisfies Record<string, readonly Grant[]>
export type Action = keyof typeof access

/** The routes that are open to everybody, with what they leave in the audit log and why. */
export const openRoutes = {
  issueToken: 'an entry for each token, and for each that a known client is refused',
  publishKeys: 'no entry: public halves of keys, the same for whoever asks',
  describeIssuer: 'no entry: addresses and names that the description holds as well',
  describeApi: 'no entry: the description is in the repository',
  describeEvents: 'no entry: the description is in the repository',
  health: 'no entry: it says that it answers',
} as const satisfies Readonly<Record<string, string>>

const grantsOf = (action: Action): readonly Grant[] => access[action]

const holds = ({ role, scopes: held }: Caller, grant: Grant): boolean =>
  role === grant.role && held.includes(grant.scope)

/** Whether the caller may take this kind of action at all, before any object is looked at. */
export const mayEver = (caller: Caller, action: Action): boolean =>
  grantsOf(action).some(
    (grant) =>
      holds(caller, grant) &&
      !(caller.role === 'referrer' && caller.agencyType === undefined) &&
      !(grant.own === 'authority' && caller.authority === undefined),
  )

/** Roles that may take this kind of action on something. */
export const rolesFor = (action: Action): readonly Role[] =>
  grantsOf(action).map(({ role }) => role)

/** Scopes by which this kind of action is taken. */
export const scopesFor = (action: Action): readonly Scope[] => [
  ...new Set(grantsOf(action).map(({ scope }) => scope)),
]

/** Whether an object is the caller's, in the sense of one grant. */
const isOwn: Readonly<Record<Grant['own'], (caller: Caller, object: Owner) => boolean>> = {
  nothing: () => true,
  agency: (caller, object) => object.agency === caller.agency,
  authority: (caller, object) =>
    caller.authority !== undefined && object.authority === caller.authority,
  partnership: (_caller, object) => object.authority === holdingQueue,
}

/** Whether the caller may do this to this object. */
export const isTheirs = (caller: Caller, action: Action, object: Owner): boolean =>
  grantsOf(action).some((grant) => holds(caller, grant) && isOwn[grant.own](caller, object))

/** What a caller's lists hold: of the authority, of the agency, or of the partnership lead. */
export const ownerFor = ({ role, agency, authority }: Caller): Owner => {
  if (role === 'partnership-lead') return { authority: holdingQueue }
  return role === 'referrer' ? { agency } : present({ authority })
}

/** What only the lead of an authority or an agency holds. */
const leadsOnly: Readonly<Partial<Record<Role, readonly Scope[]>>> = {
  referrer: ['reviews.read', 'reviews.write'],
  'social-worker': ['alerts.lead', 'concerns.preview'],
  auditor: ['audit.subject-access'],
}

/** The scopes a role may be granted. */
export const scopesOf = (role: Role): readonly Scope[] => [
  ...new Set(
    Object.values(access)
      .flat<readonly (readonly Grant[])[]>()
      .flatMap((grant) => (grant.role === role ? [grant.scope] : [])),
  ),
]

/** The scopes of a role that a client has who is nobody's lead. */
export const everydayScopesOf = (role: Role): readonly Scope[] =>
  scopesOf(role).filter((scope) => leadsOnly[role]?.includes(scope) !== true)
