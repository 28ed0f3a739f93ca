import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isSeenBy, type PageName, pageAt, pages } from '../../../functions/serve-console/pages.ts'
import {
  type ConsoleRole,
  clientIdOf,
  consoleRoles,
  scopesOfPosition,
} from '../../../functions/serve-console/roles.ts'

/** Written by hand from what each role is for, and not from the table: R referrer, L service’s lead, S social worker, M manager, G register, P partnership, A auditor, B lead auditor. */
const seen: Readonly<Record<PageName, string>> = {
  'sign-in': 'RLSMGPAB',
  'sign-in-start': 'RLSMGPAB',
  'signed-in': 'RLSMGPAB',
  'sign-out': 'RLSMGPAB',
  keys: 'RLSMGPAB',
  help: 'RLSMGPAB',
  accessibility: 'RLSMGPAB',
  developers: 'RLSMGPAB',
  'developers-group': 'RLSMGPAB',
  'developers-shape': 'RLSMGPAB',
  'developers-events': 'RLSMGPAB',
  'developers-problems': 'RLSMGPAB',
  'developers-codes': 'RLSMGPAB',
  'choose-role': 'RLSMGPAB',
  'extend-session': 'RLSMGPAB',
  home: 'RLSMGPAB',
  worried: 'RL',
  danger: 'RL',
  concern: 'RL',
  'concern-part': 'RL',
  'concern-adult': 'RL',
  'concern-child': 'RL',
  'concern-check': 'RL',
  concerns: 'RL',
  followed: 'RL',
  'concern-sent': 'RL',
  'concern-consent': 'RL',
  'concern-withdrawal': 'RL',
  'concern-challenge': 'RL',
  alerts: 'SMP',
  alert: 'SMP',
  'alert-match': 'SMP',
  'alert-outcome': 'SMP',
  'alert-outcome-of': 'SMP',
  'alert-feedback': 'SMP',
  'alert-telling': 'SMP',
  'alert-readers': 'SMP',
  'alert-hand-over': 'SMP',
  'alert-case-status': 'SMP',
  chronology: 'SM',
  agreement: 'SM',
  identities: 'SM',
  identity: 'SM',
  'emergency-ask': 'SM',
  emergencies: 'MP',
  emergency: 'SMP',
  'emergency-read': 'SM',
  late: 'M',
  measures: 'M',
  'measures-csv': 'M',
  questions: 'LP',
  question: 'LP',
  contested: 'LP',
  watch: 'LPM',
  audit: 'AB',
  'audit-csv': 'AB',
  'audit-verify': 'AB',
  'audit-entry': 'AB',
  'audit-receipt': 'AB',
  'audit-people': 'AB',
  'subject-access': 'B',
  'subject-access-of': 'B',
  register: 'G',
  'register-child-add': 'G',
  'register-adult-add': 'G',
  'register-child-relate': 'G',
  'register-children': 'G',
  'register-loads': 'G',
  'register-load': 'G',
  'register-child': 'G',
  'register-child-edit': 'G',
  'register-child-correct': 'G',
  'register-child-lift': 'G',
  'register-adult': 'G',
  'register-adult-edit': 'G',
  'register-adult-correct': 'G',
  'register-adult-lift': 'G',
}
const letters: Readonly<Record<string, ConsoleRole>> = {
  R: 'referrer',
  L: 'service-lead',
  S: 'social-worker',
  M: 'manager',
  G: 'register-manager',
  P: 'partnership-lead',
  A: 'auditor',
  B: 'audit-lead',
}

const everyPage = Object.keys(pages) as PageName[]

describe('a page', () => {
  it.each(
    everyPage.flatMap((page) =>
      Object.entries(letters).map(([letter, role]) => ({ page, letter, role })),
    ),
  )('$page is there for a $role or is not', ({ page, letter, role }) => {
    expect(isSeenBy(page, role)).toBe(seen[page].includes(letter))
  })

  it.each(everyPage)('%s is found at its own path', (page) => {
    const path = pages[page].path.replaceAll(/\{\w+\}/g, 'one')
    expect(pageAt(path)?.name).toBe(page)
  })

  it.each(['/nothing', '//', '/home', '/sign-in/', '/sign-in/start/x', ''])(
    'is not found at %s',
    (path) => {
      expect(pageAt(path)).toBeUndefined()
    },
  )
})

describe('a role', () => {
  it('speaks by a client of its own in each organisation', () => {
    const ids = Object.keys(consoleRoles).map((role) =>
      clientIdOf({ role: role as ConsoleRole, organisation: 'westmarch' }),
    )
    // A lead and their workers are one client, of whose scopes each asks for their own.
    expect(new Set(ids).size).toBe(5)
  })

  it.each([
    ['referrer', 'reviews.write', false],
    ['service-lead', 'reviews.write', true],
    ['social-worker', 'alerts.lead', false],
    ['manager', 'alerts.lead', true],
    ['auditor', 'audit.subject-access', false],
    ['audit-lead', 'audit.subject-access', true],
    ['social-worker', 'audit.read', false],
    ['register-manager', 'alerts.read', false],
  ] as const)('%s asks for %s: %s', (role, scope, asks) => {
    expect(scopesOfPosition({ role }).includes(scope)).toBe(asks)
  })
})

it('stands, each page of it, in the list of what a program cannot see', () => {
  const text = readFileSync('docs/console.md', 'utf8')
  const list = text.slice(text.indexOf('### Page by page'), text.indexOf('## Size and time'))
  const listed = [...list.matchAll(/^\| `([\w-]+)` \|/gm)].map(([, name = '']) => name)
  expect(listed.toSorted()).toEqual(Object.keys(pages).toSorted())
})
