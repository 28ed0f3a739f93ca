import type { ConsoleRole } from './roles.ts'

/** Who may see a page: whoever comes, whoever signed in, or whoever acts in one of these roles. To anybody else it is not there. */
export type SeenBy = 'everybody' | 'signed-in' | readonly ConsoleRole[]

type Page = {
  /** Below where the console stands; `{id}` stands for one part. */
  readonly path: string
  readonly seenBy: SeenBy
}

const auditors = ['auditor', 'audit-lead'] as const satisfies readonly ConsoleRole[]
const leads = ['service-lead', 'partnership-lead'] as const satisfies readonly ConsoleRole[]
const keepers = ['register-manager'] as const satisfies readonly ConsoleRole[]
const senders = ['referrer', 'service-lead'] as const satisfies readonly ConsoleRole[]
const socialCare = ['social-worker', 'manager'] as const satisfies readonly ConsoleRole[]
/** Whoever answers alerts: of a family that no council of this hub answers for, the partnership’s lead. */
const answering = [...socialCare, 'partnership-lead'] as const satisfies readonly ConsoleRole[]

/** Every page of the console, and the one table of who sees it. */
export const pages = {
  'sign-in': { path: '/sign-in', seenBy: 'everybody' },
  'sign-in-start': { path: '/sign-in/start', seenBy: 'everybody' },
  'signed-in': { path: '/signed-in', seenBy: 'everybody' },
  'sign-out': { path: '/sign-out', seenBy: 'everybody' },
  keys: { path: '/.well-known/jwks.json', seenBy: 'everybody' },
  help: { path: '/help', seenBy: 'everybody' },
  accessibility: { path: '/accessibility', seenBy: 'everybody' },
  developers: { path: '/developers', seenBy: 'everybody' },
  'developers-group': { path: '/developers/routes/{group}', seenBy: 'everybody' },
  'developers-shape': { path: '/developers/shapes/{name}', seenBy: 'everybody' },
  'developers-events': { path: '/developers/events', seenBy: 'everybody' },
  'developers-problems': { path: '/developers/problems', seenBy: 'everybody' },
  'developers-codes': { path: '/developers/codes', seenBy: 'everybody' },
  'choose-role': { path: '/choose-role', seenBy: 'signed-in' },
  'extend-session': { path: '/session', seenBy: 'signed-in' },
  home: {
    path: '/',
    seenBy: [
      'referrer',
      'service-lead',
      'social-worker',
      'manager',
      'register-manager',
      'partnership-lead',
      'auditor',
      'audit-lead',
    ],
  },
  worried: { path: '/worried', seenBy: senders },
  danger: { path: '/danger', seenBy: senders },
  concern: { path: '/concern', seenBy: senders },
  'concern-part': { path: '/concern/part/{part}', seenBy: senders },
  'concern-adult': { path: '/concern/adults/{at}', seenBy: senders },
  'concern-child': { path: '/concern/children/{at}', seenBy: senders },
  'concern-check': { path: '/concern/check', seenBy: senders },
  concerns: { path: '/concerns', seenBy: senders },
  followed: { path: '/concerns/{id}', seenBy: senders },
  'concern-sent': { path: '/concerns/{id}/sent', seenBy: senders },
  'concern-consent': { path: '/concerns/{id}/consent', seenBy: senders },
  'concern-withdrawal': { path: '/concerns/{id}/withdrawal', seenBy: senders },
  'concern-challenge': { path: '/concerns/{id}/challenge', seenBy: senders },
  alerts: { path: '/alerts', seenBy: answering },
  alert: { path: '/alerts/{id}', seenBy: answering },
  'alert-match': { path: '/alerts/{id}/match', seenBy: answering },
  'alert-outcome': { path: '/alerts/{id}/outcome', seenBy: answering },
  'alert-outcome-of': { path: '/alerts/{id}/outcome/{code}', seenBy: answering },
  'alert-feedback': { path: '/alerts/{id}/feedback', seenBy: answering },
  'alert-telling': { path: '/alerts/{id}/telling', seenBy: answering },
  'alert-readers': { path: '/alerts/{id}/readers', seenBy: answering },
  'alert-hand-over': { path: '/alerts/{id}/hand-over', seenBy: answering },
  'alert-case-status': { path: '/alerts/{id}/case-status', seenBy: answering },
  chronology: { path: '/children/{id}/chronology', seenBy: socialCare },
  agreement: { path: '/children/{id}/agreement', seenBy: socialCare },
  identities: { path: '/identity', seenBy: socialCare },
  identity: { path: '/identity/{id}', seenBy: socialCare },
  'emergency-ask': { path: '/emergency/new', seenBy: socialCare },
  emergencies: { path: '/emergency', seenBy: ['manager', 'partnership-lead'] },
  emergency: { path: '/emergency/{id}', seenBy: answering },
  'emergency-read': { path: '/emergency/{id}/read', seenBy: socialCare },
  late: { path: '/late', seenBy: ['manager'] },
  measures: { path: '/measures', seenBy: ['manager'] },
  'measures-csv': { path: '/measures/csv', seenBy: ['manager'] },
  questions: { path: '/questions', seenBy: leads },
  question: { path: '/questions/{id}', seenBy: leads },
  contested: { path: '/contested', seenBy: leads },
  watch: { path: '/watch', seenBy: [...leads, 'manager'] },
  audit: { path: '/audit', seenBy: auditors },
  'audit-csv': { path: '/audit/csv', seenBy: auditors },
  'audit-verify': { path: '/audit/verify', seenBy: auditors },
  'audit-entry': { path: '/audit/entries/{id}', seenBy: auditors },
  'audit-receipt': { path: '/audit/entries/{id}/receipt', seenBy: auditors },
  'audit-people': { path: '/audit/people', seenBy: auditors },
  'subject-access': { path: '/audit/subject-access', seenBy: ['audit-lead'] },
  'subject-access-of': { path: '/audit/subject-access/{id}', seenBy: ['audit-lead'] },
  register: { path: '/register', seenBy: keepers },
  'register-child-add': { path: '/register/new/children', seenBy: keepers },
  'register-adult-add': { path: '/register/new/adults', seenBy: keepers },
  'register-child-relate': { path: '/register/children/{id}/adults', seenBy: keepers },
  'register-children': { path: '/register/children', seenBy: keepers },
  'register-loads': { path: '/register/loads', seenBy: keepers },
  'register-load': { path: '/register/loads/{id}', seenBy: keepers },
  'register-child': { path: '/register/children/{id}', seenBy: keepers },
  'register-child-edit': { path: '/register/children/{id}/edit', seenBy: keepers },
  'register-child-correct': { path: '/register/children/{id}/correction', seenBy: keepers },
  'register-child-lift': { path: '/register/children/{id}/lifting', seenBy: keepers },
  'register-adult': { path: '/register/adults/{id}', seenBy: keepers },
  'register-adult-edit': { path: '/register/adults/{id}/edit', seenBy: keepers },
  'register-adult-correct': { path: '/register/adults/{id}/correction', seenBy: keepers },
  'register-adult-lift': { path: '/register/adults/{id}/lifting', seenBy: keepers },
} as const satisfies Readonly<Record<string, Page>>
export type PageName = keyof typeof pages

export type FoundPage = {
  readonly name: PageName
  readonly params: Readonly<Record<string, string>>
}

/** What stands in a path for each `{name}` of a page's; undefined where it is another. */
const paramsIn = (path: string, template: string): Record<string, string> | undefined => {
  const [parts, wanted] = [path.split('/'), template.split('/')]
  if (parts.length !== wanted.length) return undefined
  const params: Record<string, string> = {}
  for (const [at, name] of wanted.entries()) {
    const part = parts[at] ?? ''
    if (name.startsWith('{') && part !== '') params[name.slice(1, -1)] = part
    else if (part !== name) return undefined
  }
  return params
}

/** The page at a path: one that is named in full before one with a part left open. */
export const pageAt = (path: string): FoundPage | undefined =>
  Object.entries(pages)
    .flatMap(([name, page]) => {
      const params = paramsIn(path, page.path)
      return params === undefined ? [] : [{ name: name as PageName, params }]
    })
    .toSorted((one, other) => Object.keys(one.params).length - Object.keys(other.params).length)[0]

/** Whether all that a page says to somebody stands in every language: a referrer's pages, and what is open to all but integrators'. */
export const isReadInEveryLanguage = (path: string, role: ConsoleRole | undefined): boolean =>
  (role === undefined || role === 'referrer') && !path.startsWith('/developers')

/** Whether a role sees a page. */
export const isSeenBy = (name: PageName, role: ConsoleRole): boolean => {
  const { seenBy }: Page = pages[name]
  return typeof seenBy === 'string' || seenBy.includes(role)
}

export const isOfSomeRoles = (name: PageName): boolean => typeof pages[name].seenBy !== 'string'
