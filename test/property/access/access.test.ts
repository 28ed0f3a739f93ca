import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localCodes } from '../../../infra/stages/local.ts'
import {
  type Action,
  access,
  type Caller,
  isTheirs,
  mayEver,
  roles,
  scopes,
} from '../../../shared/agencies/access.ts'
import { agencyTypeNames } from '../../../shared/codes/agency-types.ts'
import { runs } from '../../builders/runs.ts'

const actions = Object.keys(access) as Action[]

type Row = readonly [role: string, scope: string, own: 'anybody' | 'agency' | 'authority' | 'queue']
const worker = (scope: string): Row => ['social-worker', scope, 'authority']
const sender = (scope: string): Row => ['referrer', scope, 'agency']
const lead = (scope: string): Row => ['partnership-lead', scope, 'queue']
const manager = (scope: string): Row => ['register-manager', scope, 'authority']

/** Written by hand from the table of the design: who may by which scope, whose object. */
const oracle: Readonly<Record<Action, readonly Row[]>> = {
  'concern.submit': [['referrer', 'concerns.write', 'anybody']],
  'concern.follow': [sender('concerns.read')],
  'concern.list': [sender('concerns.read')],
  'concern.withdraw': [sender('concerns.write')],
  'concern.consent': [sender('concerns.write')],
  'concern.engagement': [sender('concerns.write')],
  'concern.challenge': [sender('concerns.write')],
  'written-agreement.record': [worker('alerts.write')],
  'concern.preview': [worker('concerns.preview')],
  'review.list': [worker('reviews.read'), sender('reviews.read'), lead('reviews.read')],
  'review.read': [worker('reviews.read'), sender('reviews.read'), lead('reviews.read')],
  'review.decide': [worker('reviews.write'), sender('reviews.write'), lead('reviews.write')],
  'alert.list': [worker('alerts.read'), lead('alerts.read')],
  'alert.count': [worker('alerts.read')],
  'alert.read': [worker('alerts.read'), lead('alerts.read')],
  'alert.answer': [worker('alerts.write'), lead('alerts.write')],
  'alert.test': [worker('alerts.read')],
  'alert.tell': [worker('alerts.write'), lead('alerts.write')],
  'alert.see-leads-only': [worker('alerts.lead'), lead('alerts.lead')],
  'chronology.read': [worker('chronology.read')],
  'emergency.ask': [worker('alerts.read')],
  'emergency.approve': [worker('alerts.lead')],
  'emergency.read': [worker('alerts.lead'), lead('alerts.lead')],
  'emergency.follow': [worker('alerts.read'), lead('alerts.lead')],
  'emergency.review': [worker('alerts.lead'), lead('alerts.lead')],
  'register.read': [manager('register.read')],
  'register.write': [manager('register.write')],
  'register.unrestrict': [manager('register.unrestrict')],
  'watch.read': [worker('alerts.lead'), sender('reviews.read'), lead('alerts.lead')],
  'watch.tick': [worker('alerts.lead'), sender('reviews.write'), lead('alerts.lead')],
  'audit.query': [['auditor', 'audit.read', 'anybody']],
  'audit.search': [['auditor', 'audit.search', 'anybody']],
  'audit.subject-access': [['auditor', 'audit.subject-access', 'anybody']],
  'log.checkpoint': [
    ['auditor', 'audit.read', 'anybody'],
    ['referrer', 'concerns.read', 'anybody'],
    ['social-worker', 'alerts.read', 'anybody'],
    ['partnership-lead', 'alerts.read', 'anybody'],
    ['register-manager', 'register.read', 'anybody'],
  ],
}

const callers: fc.Arbitrary<Caller> = fc
  .record({
    clientId: fc.constant('client'),
    role: fc.constantFrom(...roles),
    scopes: fc.subarray([...scopes]),
    agency: fc.constantFrom('one', 'two'),
    agencyName: fc.constant('Agency'),
    agencyType: fc.option(fc.constantFrom(...agencyTypeNames), { nil: undefined }),
    authority: fc.option(fc.constantFrom(...localCodes), { nil: undefined }),
  })
  .map(({ agencyType, authority, ...rest }) => ({
    ...rest,
    ...(agencyType !== undefined && { agencyType }),
    ...(authority !== undefined && { authority }),
  }))
const objects = fc.record(
  {
    agency: fc.constantFrom('one', 'two', ''),
    authority: fc.constantFrom(...localCodes, 'HOLDING', ''),
  },
  { requiredKeys: [] },
)

const holds = ({ role, scopes: held }: Caller, [needed, scope]: Row): boolean =>
  role === needed && (held as readonly string[]).includes(scope)

const may = (caller: Caller, action: Action): boolean => {
  if (caller.role === 'referrer' && caller.agencyType === undefined) return false
  return oracle[action].some(
    (row) => holds(caller, row) && !(row[2] === 'authority' && caller.authority === undefined),
  )
}

const isOwn = (
  caller: Caller,
  own: Row[2],
  object: { agency?: string; authority?: string },
): boolean => {
  if (own === 'anybody') return true
  if (own === 'agency') return object.agency === caller.agency
  if (own === 'queue') return object.authority === 'HOLDING'
  return caller.authority !== undefined && object.authority === caller.authority
}

describe('access', () => {
  it('is what the oracle says, for every caller, action and object', () => {
    fc.assert(
      fc.property(callers, fc.constantFrom(...actions), objects, (caller, action, object) => {
        expect(mayEver(caller, action)).toBe(may(caller, action))
        const theirs = oracle[action].some(
          (row) => holds(caller, row) && isOwn(caller, row[2], object),
        )
        expect(isTheirs(caller, action, object)).toBe(theirs)
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

  it('is each role’s at most once for an action, so that a scope says what its holder may do', () => {
    for (const action of actions) {
      const holders = access[action].map(({ role }) => role)
      expect(new Set(holders).size).toBe(holders.length)
    }
  })
})
