import { describe, expect, it } from 'vitest'
import { northmoor, westmarch as westmarchCode } from '../../../infra/stages/local.ts'
import { type Caller, isTheirs, mayEver, scopesOf } from '../../../shared/agencies/access.ts'
import {
  auditor,
  drugService,
  drugServiceLead,
  partnershipLead,
  reviewLead,
  westmarch,
  westmarchRegister,
  westmarchReviewer,
} from '../../builders/clients.ts'

const without = (caller: Caller, field: keyof Caller): Caller =>
  Object.fromEntries(Object.entries(caller).filter(([name]) => name !== field)) as Caller

describe('the scopes a role may have', () => {
  it.each([
    ['referrer', ['concerns.write', 'concerns.read', 'reviews.read', 'reviews.write']],
    [
      'social-worker',
      [
        'alerts.read',
        'alerts.write',
        'alerts.lead',
        'concerns.preview',
        'reviews.read',
        'reviews.write',
        'chronology.read',
      ],
    ],
    [
      'partnership-lead',
      ['alerts.read', 'alerts.write', 'alerts.lead', 'reviews.read', 'reviews.write'],
    ],
    ['register-manager', ['register.read', 'register.write', 'register.unrestrict']],
    ['auditor', ['audit.read', 'audit.search', 'audit.subject-access']],
  ] as const)('%s: %j', (role, scopes) => {
    expect(scopesOf(role)).toEqual(scopes)
  })
})

describe('an action', () => {
  it.each([
    ['a referrer submits', drugService, 'concern.submit', true],
    [
      'a referrer of no kind of service submits',
      without(drugService, 'agencyType'),
      'concern.submit',
      false,
    ],
    ['a referrer reads an alert', drugService, 'alert.read', false],
    ['a social worker reads an alert', westmarch, 'alert.read', true],
    [
      'a social worker of no authority reads an alert',
      without(westmarch, 'authority'),
      'alert.read',
      false,
    ],
    ['the partnership lead reads an alert', partnershipLead, 'alert.read', true],
    ['the partnership lead reads a chronology', partnershipLead, 'chronology.read', false],
    ['an agency’s lead decides a review', drugServiceLead, 'review.decide', true],
    ['a referrer decides a review', drugService, 'review.decide', false],
    ['a social worker sees what is the lead’s alone', westmarch, 'alert.see-leads-only', false],
    ['an authority’s lead sees it', reviewLead, 'alert.see-leads-only', true],
    ['a social worker writes the register', westmarch, 'register.write', false],
    ['a register manager writes the register', westmarchRegister, 'register.write', true],
    [
      'a register manager of no authority writes it',
      without(westmarchRegister, 'authority'),
      'register.write',
      false,
    ],
    ['an auditor asks', auditor, 'audit.query', true],
    ['an auditor reads an alert', auditor, 'alert.read', false],
    ['a token of no scopes does anything', { ...auditor, scopes: [] }, 'audit.query', false],
    [
      'another role holds the scope',
      { ...westmarch, scopes: ['concerns.write'], agencyType: 'substance-misuse' },
      'concern.submit',
      false,
    ],
    [
      'the role holds another scope',
      { ...westmarch, scopes: ['alerts.write'] },
      'alert.read',
      false,
    ],
  ] as const)('%s', (...[, caller, action, may]) => {
    expect(mayEver(caller as Caller, action)).toBe(may)
  })
})

describe('an object', () => {
  it.each([
    ['of their agency', drugService, 'concern.follow', { agency: 'turning-tide' }, true],
    ['of another agency', drugService, 'concern.follow', { agency: 'other' }, false],
    ['of no agency', drugService, 'concern.follow', {}, false],
    ['of their authority', westmarch, 'alert.read', { authority: westmarchCode }, true],
    ['of another authority', westmarch, 'alert.read', { authority: northmoor }, false],
    ['of no authority', westmarch, 'alert.read', {}, false],
    [
      'of no authority, by a caller of none',
      without(westmarch, 'authority'),
      'alert.read',
      {},
      false,
    ],
    [
      'of anybody, where nothing is owned',
      drugService,
      'concern.submit',
      { agency: 'other' },
      true,
    ],
    ['of the holding queue', westmarch, 'alert.read', { authority: 'HOLDING' }, false],
    ['of an authority', partnershipLead, 'alert.read', { authority: westmarchCode }, false],
    ['of the holding queue', partnershipLead, 'alert.read', { authority: 'HOLDING' }, true],
    [
      'of their agency, in another role',
      { ...westmarch, agency: 'turning-tide' },
      'concern.follow',
      { agency: 'turning-tide' },
      false,
    ],
    [
      'of their agency, without the scope',
      drugService,
      'review.read',
      { agency: 'turning-tide' },
      false,
    ],
    ['of their agency', drugServiceLead, 'review.read', { agency: 'turning-tide' }, true],
    ['of another agency', drugServiceLead, 'review.read', { agency: 'other' }, false],
    ['of an authority', drugServiceLead, 'review.read', { authority: westmarchCode }, false],
    ['of an agency', westmarchReviewer, 'review.read', { agency: 'turning-tide' }, false],
    [
      'of an agency named as their authority',
      westmarch,
      'alert.read',
      { agency: westmarchCode },
      false,
    ],
  ] as const)('%s', (...[, caller, action, object, isOwn]) => {
    expect(isTheirs(caller as Caller, action, object)).toBe(isOwn)
  })
})
