import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Action,
  access,
  type Caller,
  isTheirs,
  mayEver,
  roles,
  scopes,
} from '../../../shared/agencies/access.ts'
import { authorityCodes } from '../../../shared/agencies/authorities.ts'
import { agencyTypeNames } from '../../../shared/codes/agency-types.ts'
import { runs } from '../../builders/runs.ts'

const actions = Object.keys(access) as Action[]

/** Written by hand from the table of the design: action, role, scope, whose object. */
const oracle: Readonly<Record<Action, readonly [role: string, scope: string, own: string]>> = {
  'concern.submit': ['referrer', 'concerns.write', 'anybody'],
  'concern.follow': ['referrer', 'concerns.read', 'agency'],
  'concern.list': ['referrer', 'concerns.read', 'agency'],
  'concern.withdraw': ['referrer', 'concerns.write', 'agency'],
  'concern.consent': ['referrer', 'concerns.write', 'agency'],
  'concern.preview': ['social-worker', 'concerns.preview', 'authority'],
  'review.list': ['social-worker', 'reviews.read', 'authority'],
  'review.read': ['social-worker', 'reviews.read', 'authority'],
  'review.decide': ['social-worker', 'reviews.write', 'authority'],
  'review.decide-as-lead': ['social-worker', 'reviews.lead', 'authority'],
  'concern.challenge': ['referrer', 'concerns.write', 'agency'],
  'alert.list': ['social-worker', 'alerts.read', 'authority'],
  'alert.count': ['social-worker', 'alerts.read', 'authority'],
  'alert.read': ['social-worker', 'alerts.read', 'authority'],
  'alert.answer': ['social-worker', 'alerts.write', 'authority'],
  'alert.tell': ['social-worker', 'alerts.write', 'authority'],
  'chronology.read': ['social-worker', 'chronology.read', 'authority'],
  'register.read': ['register-manager', 'register.read', 'authority'],
  'register.unrestrict': ['register-manager', 'register.unrestrict', 'authority'],
  'register.write': ['register-manager', 'register.write', 'authority'],
  'audit.query': ['auditor', 'audit.read', 'anybody'],
}

const callers: fc.Arbitrary<Caller> = fc
  .record({
    clientId: fc.constant('client'),
    role: fc.constantFrom(...roles),
    scopes: fc.subarray([...scopes]),
    agency: fc.constantFrom('one', 'two'),
    agencyName: fc.constant('Agency'),
    agencyType: fc.option(fc.constantFrom(...agencyTypeNames), { nil: undefined }),
    authority: fc.option(fc.constantFrom(...authorityCodes), { nil: undefined }),
  })
  .map(({ agencyType, authority, ...rest }) => ({
    ...rest,
    ...(agencyType !== undefined && { agencyType }),
    ...(authority !== undefined && { authority }),
  }))
const objects = fc.record(
  { agency: fc.constantFrom('one', 'two', ''), authority: fc.constantFrom(...authorityCodes, '') },
  { requiredKeys: [] },
)

const may = (caller: Caller, action: Action): boolean => {
  const [role, scope, own] = oracle[action]
  if (caller.role !== role) return false
  if (!(caller.scopes as readonly string[]).includes(scope)) return false
  if (role === 'referrer' && caller.agencyType === undefined) return false
  if (own === 'authority' && caller.authority === undefined) return false
  return true
}

describe('access', () => {
  it('is what the oracle says, for every caller, action and object', () => {
    fc.assert(
      fc.property(callers, fc.constantFrom(...actions), objects, (caller, action, object) => {
        const own = oracle[action][2]
        expect(mayEver(caller, action)).toBe(may(caller, action))
        const isOwn =
          own === 'anybody' ||
          (own === 'agency' && object.agency === caller.agency) ||
          (own === 'authority' &&
            caller.authority !== undefined &&
            object.authority === caller.authority)
        expect(isTheirs(caller, action, object)).toBe(isOwn)
      }),
      runs(5_000),
    )
    expect(actions).toHaveLength(Object.keys(oracle).length)
  })

  it('is never widened by taking a scope, an authority or a kind of service away', () => {
    fc.assert(
      fc.property(
        callers,
        fc.constantFrom(...actions),
        fc.subarray([...scopes]),
        (caller, action, kept) => {
          const { authority: _a, agencyType: _t, ...bare } = caller
          const fewer = { ...caller, scopes: caller.scopes.filter((scope) => kept.includes(scope)) }
          for (const less of [fewer, bare])
            if (mayEver(less, action)) expect(mayEver(caller, action)).toBe(true)
        },
      ),
      runs(2_000),
    )
    expect(true).toBe(true)
  })

  it('belongs to one role for every action', () => {
    for (const action of actions)
      expect(roles.filter((role) => access[action].role === role)).toHaveLength(1)
  })
})
