import type { ConsoleRole } from '../roles.ts'
import type { TextKey } from '../texts/texts.ts'

type Link = { readonly path: string; readonly text: TextKey }

const questions: Link = { path: '/questions', text: 'questions.link' }
const contested: Link = { path: '/contested', text: 'contested.title' }
const watch: Link = { path: '/watch', text: 'watch.link' }

const concerns: Link = { path: '/concerns', text: 'home.concerns' }
const alerts: Link = { path: '/alerts', text: 'home.alerts' }
const identities: Link = { path: '/identity', text: 'identity.link' }
const ask: Link = { path: '/emergency/new', text: 'emergency.ask.link' }
const emergencies: Link = { path: '/emergency', text: 'emergency.list.title' }
const late: Link = { path: '/late', text: 'late.title' }
const measures: Link = { path: '/measures', text: 'measures.title' }

const audit: Link = { path: '/audit', text: 'ask.title' }
const people: Link = { path: '/audit/people', text: 'people.title' }
const access: Link = { path: '/audit/subject-access', text: 'access.title' }
const verify: Link = { path: '/audit/verify', text: 'verify.title' }
const register: Link = { path: '/register', text: 'register.title' }
const children: Link = { path: '/register/children', text: 'register.list' }
const loads: Link = { path: '/register/loads', text: 'loads.title' }

/** Where a front page leads to, what is most urgent first. */
const linksFor: Readonly<Partial<Record<ConsoleRole, readonly Link[]>>> = {
  referrer: [concerns],
  'service-lead': [questions, contested, concerns, watch],
  'social-worker': [alerts, identities, ask],
  manager: [late, alerts, identities, emergencies, measures, watch, ask],
  'partnership-lead': [alerts, questions, contested, emergencies, watch],
  'register-manager': [register, children, loads],
  auditor: [audit, people, verify],
  'audit-lead': [audit, people, access, verify],
}

export const linksOf = (role: ConsoleRole): readonly Link[] => linksFor[role] ?? []
