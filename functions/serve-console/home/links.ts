import type { ConsoleRole } from '../roles.ts'
import type { TextKey } from '../texts/texts.ts'

type Link = { readonly path: string; readonly text: TextKey }

const concerns: Link = { path: '/concerns', text: 'home.concerns' }
const alerts: Link = { path: '/alerts', text: 'home.alerts' }
const late: Link = { path: '/late', text: 'late.title' }
const measures: Link = { path: '/measures', text: 'measures.title' }
const identities: Link = { path: '/identity', text: 'identity.link' }

/** Where a front page leads to, what is most urgent first. */
const linksFor: Readonly<Partial<Record<ConsoleRole, readonly Link[]>>> = {
  referrer: [concerns],
  'service-lead': [concerns],
  'social-worker': [alerts, identities],
  manager: [late, alerts, identities, measures],
  'partnership-lead': [alerts],
}

export const linksOf = (role: ConsoleRole): readonly Link[] => linksFor[role] ?? []
