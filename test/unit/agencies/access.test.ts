import { describe, expect, it } from 'vitest'
import {
  access,
  type Caller,
  isTheirs,
  mayEver,
  roles,
  scopes,
  scopesOf,
} from '../../../shared/agencies/access.ts'
import { auditor, drugService, westmarch, westmarchRegister } from '../../builders/clients.ts'

const without = (caller: Caller, field: keyof Caller): Caller =>
  Object.fromEntries(Object.entries(caller).filter(([name]) => name !== field)) as Caller

describe('the access table', () => {
  it('says of each action which role may take it with which scope, on whose object', () => {
    const rows = Object.entries(access).map(([action, { role, scope, own }]) =>
      [action, role, scope, own].join(' '),
    )
    expect(rows).toEqual([
      'concern.submit referrer concerns.write nothing',
      'concern.follow referrer concerns.read agency',
      'concern.list referrer concerns.read agency',
      'concern.withdraw referrer concerns.write agency',
      'concern.consent referrer concerns.write agency',
      'concern.challenge referrer concerns.write agency',
      'alert.list social-worker alerts.read authority',
      'alert.count social-worker alerts.read authority',
      'alert.read social-worker alerts.read authority',
      'alert.answer social-worker alerts.write authority',
      'alert.tell social-worker alerts.write authority',
      'concern.preview social-worker concerns.preview authority',
      'review.list social-worker reviews.read authority',
      'review.read social-worker reviews.read authority',
      'review.decide social-worker reviews.write authority',
      'review.decide-as-lead social-worker reviews.lead authority',
      'chronology.read social-worker chronology.read authority',
      'register.read register-manager register.read authority',
      'register.write register-manager register.write authority',
      'register.unrestrict register-manager register.unrestrict authority',
      'audit.query auditor audit.read nothing',
    ])
  })

  it('uses every role and every scope that a token may hold', () => {
    const rows = Object.values(access)
    expect(new Set(rows.map(({ role }) => role))).toEqual(new Set(roles))
    expect(new Set(rows.map(({ scope }) => scope))).toEqual(new Set(scopes))
  })
})

describe('the scopes a role may have', () => {
  it.each([
    ['referrer', ['concerns.write', 'concerns.read']],
    [
      'social-worker',
      [
        'alerts.read',
        'alerts.write',
        'concerns.preview',
        'reviews.read',
        'reviews.write',
        'reviews.lead',
        'chronology.read',
      ],
    ],
    ['register-manager', ['register.read', 'register.write', 'register.unrestrict']],
    ['auditor', ['audit.read']],
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
    ['of their authority', westmarch, 'alert.read', { authority: 'E06000991' }, true],
    ['of another authority', westmarch, 'alert.read', { authority: 'E08000992' }, false],
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
    [
      'of no authority, where nothing is owned',
      westmarch,
      'concern.submit',
      { authority: 'E08000992' },
      true,
    ],
    [
      'of an agency named as their authority',
      westmarch,
      'alert.read',
      { agency: 'E06000991' },
      false,
    ],
  ] as const)('%s', (...[, caller, action, object, isOwn]) => {
    expect(isTheirs(caller as Caller, action, object)).toBe(isOwn)
  })
})
