import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import {
  type Action,
  access,
  type Caller,
  roles,
  scopes,
  scopesOf,
} from '../../../shared/agencies/access.ts'
import { agreementSchema, standings } from '../../../shared/agencies/agreement.ts'
import { recorderOf } from '../../../shared/agencies/recorder-of.ts'
import { anId } from '../../builders/a-stored-concern.ts'

const lead = 'partnership-lead'
/** What each action asks for, written a second time: a change of the table must be meant. */
const expected = {
  'concern.submit': ['referrer concerns.write nothing'],
  'concern.follow': ['referrer concerns.read agency'],
  'concern.list': ['referrer concerns.read agency'],
  'concern.withdraw': ['referrer concerns.write agency'],
  'concern.consent': ['referrer concerns.write agency'],
  'concern.engagement': ['referrer concerns.write agency'],
  'concern.challenge': ['referrer concerns.write agency'],
  'written-agreement.record': ['social-worker alerts.write authority'],
  'alert.list': ['social-worker alerts.read authority', `${lead} alerts.read partnership`],
  'alert.count': ['social-worker alerts.read authority'],
  'alert.read': ['social-worker alerts.read authority', `${lead} alerts.read partnership`],
  'alert.answer': ['social-worker alerts.write authority', `${lead} alerts.write partnership`],
  'alert.test': ['social-worker alerts.read authority'],
  'alert.tell': ['social-worker alerts.write authority', `${lead} alerts.write partnership`],
  'alert.see-leads-only': [
    'social-worker alerts.lead authority',
    `${lead} alerts.lead partnership`,
  ],
  'concern.preview': ['social-worker concerns.preview authority'],
  'review.list': [
    'social-worker reviews.read authority',
    'referrer reviews.read agency',
    `${lead} reviews.read partnership`,
  ],
  'review.read': [
    'social-worker reviews.read authority',
    'referrer reviews.read agency',
    `${lead} reviews.read partnership`,
  ],
  'review.decide': [
    'social-worker reviews.write authority',
    'referrer reviews.write agency',
    `${lead} reviews.write partnership`,
  ],
  'chronology.read': ['social-worker chronology.read authority'],
  'emergency.ask': ['social-worker alerts.read authority'],
  'emergency.approve': ['social-worker alerts.lead authority'],
  'emergency.read': ['social-worker alerts.lead authority', `${lead} alerts.lead partnership`],
  'emergency.follow': ['social-worker alerts.read authority', `${lead} alerts.lead partnership`],
  'emergency.review': ['social-worker alerts.lead authority', `${lead} alerts.lead partnership`],
  'register.read': ['register-manager register.read authority'],
  'register.write': ['register-manager register.write authority'],
  'register.unrestrict': ['register-manager register.unrestrict authority'],
  'watch.read': [
    'social-worker alerts.lead authority',
    'referrer reviews.read agency',
    `${lead} alerts.lead partnership`,
  ],
  'watch.tick': [
    'social-worker alerts.lead authority',
    'referrer reviews.write agency',
    `${lead} alerts.lead partnership`,
  ],
  'audit.query': ['auditor audit.read nothing'],
  'audit.search': ['auditor audit.search nothing'],
  'audit.subject-access': ['auditor audit.subject-access nothing'],
  'log.checkpoint': [
    'auditor audit.read nothing',
    'referrer concerns.read nothing',
    'social-worker alerts.read nothing',
    `${lead} alerts.read nothing`,
    'register-manager register.read nothing',
  ],
} as const satisfies Record<Action, readonly string[]>

describe('the access table', () => {
  it.each(Object.entries(expected))('%s: %s', (action, rows) => {
    const grants = access[action as Action].map(({ role, scope, own }) => `${role} ${scope} ${own}`)
    expect(grants).toEqual(rows)
  })

  it('has a row for every action', () => {
    expect(Object.keys(access).toSorted()).toEqual(Object.keys(expected).toSorted())
  })

  it('gives every role something that it may do, and every scope to some role', () => {
    expect(roles.filter((role) => scopesOf(role).length === 0)).toEqual([])
    const granted = roles.flatMap((role) => scopesOf(role))
    expect(scopes.filter((scope) => !granted.includes(scope))).toEqual([])
  })
})

describe('an entry of what a caller does', () => {
  const now = new Date('2026-11-23T10:00:00.000Z')
  const worker: Caller = {
    clientId: 'westmarch',
    role: 'social-worker',
    scopes: ['alerts.read'],
    agency: 'westmarch',
    agencyName: 'Westmarch',
  }
  const entry = (caller: Caller) =>
    recorderOf({ caller, requestId: 'request-1' }, { now, newId: () => anId(9) })('ALERT_READ', [
      `${westmarch}.C1`,
    ])[0]

  it('names client, agency, authority and request', () => {
    expect(entry({ ...worker, authority: westmarch })).toStrictEqual({
      entryId: anId(9),
      at: '2026-11-23T10:00:00.000Z',
      action: 'ALERT_READ',
      outcome: 'DONE',
      actor: 'westmarch',
      agency: 'westmarch',
      authority: westmarch,
      requestId: 'request-1',
      subjects: [`${westmarch}.C1`],
    })
  })

  it('names no authority of a caller of none', () => {
    expect(entry(worker)).not.toHaveProperty('authority')
  })
})

describe('an agreement', () => {
  const agreement = {
    agency: 'turning-tide',
    authority: westmarch,
    version: 1,
    purposes: ['safeguarding'],
    from: '2026-01-01',
    until: '2026-12-31',
    reviewedOn: '2026-01-01',
  }

  it('commissions nobody unless it says so', () => {
    expect(agreementSchema.parse(agreement).isCommissioned).toBe(false)
  })

  it.each([
    ['without a purpose', { purposes: [] }],
    ['for a purpose not known', { purposes: ['marketing'] }],
    ['at version 0', { version: 0 }],
    ['with what is no authority', { authority: 'E0999999' }],
    ['of no agency', { agency: '' }],
    ['with a field not known', { note: 'x' }],
  ])('is none %s', (_, change) => {
    expect(agreementSchema.safeParse({ ...agreement, ...change }).success).toBe(false)
  })

  it('stands in one of seven ways', () => {
    expect(standings).toEqual([
      'in-force',
      'none',
      'not-yet',
      'ended',
      'revoked',
      'stale',
      'other-purpose',
    ])
  })
})
