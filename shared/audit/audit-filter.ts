import type { AuditAction, AuditEntry } from './audit-entry.ts'
import { isFields } from './plain.ts'

/** What an auditor asks for; every part given must hold. */
export type AuditFilter = {
  readonly actor?: string | undefined
  /** A function that acted by itself. No index finds these by who acted, for they make most entries. */
  readonly byHub?: string | undefined
  readonly practitioner?: string | undefined
  readonly agency?: string | undefined
  readonly authority?: string | undefined
  readonly subject?: string | undefined
  readonly action?: AuditEntry['action'] | undefined
  readonly outcome?: AuditEntry['outcome'] | undefined
  readonly purpose?: string | undefined
  readonly caseReference?: string | undefined
  /** Id of what somebody asked for and was refused, or the keyed hash that stands for one of nothing. */
  readonly askedFor?: string | undefined
}

/** Parts of a question that are a field of the entry as it stands. */
export const exactParts = [
  'actor',
  'practitioner',
  'agency',
  'authority',
  'action',
  'outcome',
  'purpose',
  'caseReference',
] as const satisfies readonly (keyof AuditFilter & keyof AuditEntry)[]

/** Of an entry what questions look at; whoever verifies has it as it was sealed. */
type Asked = Partial<Record<(typeof exactParts)[number] | 'askedFor', unknown>> & {
  readonly subjects: readonly string[]
}

const wasAskedFor = ({ askedFor }: Asked, what: string): boolean =>
  isFields(askedFor) && (askedFor['id'] === what || askedFor['keyed'] === what)

/** Whether the entry is one of those asked for. */
export const fits = (entry: Asked, filter: AuditFilter): boolean =>
  exactParts.every((part) => filter[part] === undefined || entry[part] === filter[part]) &&
  (filter.byHub === undefined || entry.actor === filter.byHub) &&
  (filter.subject === undefined || entry.subjects.includes(filter.subject)) &&
  (filter.askedFor === undefined || wasAskedFor(entry, filter.askedFor))

/** Actions of which every busy hour has some: an authority or an agency has fewer entries than one of these has. */
const ofEveryHour: ReadonlySet<AuditEntry['action']> = new Set<AuditAction>([
  'TOKEN_ISSUED',
  'CONCERN_SUBMITTED',
  'CONCERN_FOLLOWED',
  'CONCERNS_LISTED',
  'CONCERN_ASSESSED',
  'CONCERN_REASSESSED',
  'REVIEW_RAISED',
  'REVIEWS_LISTED',
  'REVIEW_READ',
  'ALERT_RAISED',
  'ALERT_UPDATED',
  'ALERT_SENT',
  'ALERT_DELIVERED',
  'ALERTS_LISTED',
  'ALERT_READ',
  'ALERT_ACKNOWLEDGED',
  'OUTCOME_RECORDED',
  'FEEDBACK_GIVEN',
  'CHRONOLOGY_READ',
  'CHILD_RECORDED',
  'ADULT_RECORDED',
  'CHILD_READ',
  'ADULT_READ',
])

/**
 * The ways to find entries, the narrowest first, each with its value where a question can go by it. The rest of the question
 * is looked at in each entry found. What was asked for in a refusal is a subject of the entry, by its id or its hash.
 */
const ways = {
  subject: ({ subject }) => subject,
  askedFor: ({ askedFor }) => askedFor,
  caseReference: ({ caseReference }) => caseReference,
  practitioner: ({ practitioner }) => practitioner,
  rareAction: ({ action }) =>
    action !== undefined && !ofEveryHour.has(action) ? action : undefined,
  actor: ({ actor }) => actor,
  refused: ({ outcome }) => (outcome === 'REFUSED' ? outcome : undefined),
  agency: ({ agency }) => agency,
  authority: ({ authority }) => authority,
  action: ({ action }) => action,
  purpose: ({ purpose }) => purpose,
} as const satisfies Readonly<Record<string, (filter: AuditFilter) => string | undefined>>

/** By what a question goes, and which value of it; by the day where it names nothing that is narrower. */
export type WayIn =
  | { readonly by: keyof typeof ways; readonly value: string }
  | { readonly by: 'day' }

export const wayInto = (filter: AuditFilter): WayIn => {
  for (const by of Object.keys(ways) as (keyof typeof ways)[]) {
    const value = ways[by](filter)
    if (value !== undefined) return { by, value }
  }
  return { by: 'day' }
}
