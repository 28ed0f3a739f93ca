import type * as z from 'zod'
import { agreementEventSchema } from './agreement-event.ts'
import { alertEventSchema, concernEventSchema, reviewEventSchema } from './alert-event.ts'
import { changeEventSchema } from './change-event.ts'
import { digestEventSchema } from './digest-event.ts'
import { elsewhereEventSchema } from './elsewhere-event.ts'
import { emergencyEventSchema } from './emergency-event.ts'
import { overdueEventSchema } from './overdue-event.ts'
import { quarantineEventSchema } from './quarantine-event.ts'
import { quotaEventSchema } from './quota-event.ts'
import { testEventSchema } from './test-event.ts'
import { unagreedEventSchema } from './unagreed-event.ts'
import { watchEventSchema } from './watch-event.ts'

/** Where messages leave: a topic each and the queue behind it. `{authority}` is its code, `{agency}` its key. */
export const eventPlaces = {
  inbox: {
    topic: 'hub-alerts-{authority}',
    queue: 'hub-inbox-{authority}',
    readBy: 'The case system of an authority',
  },
  authorityLeads: {
    topic: 'hub-escalations-{authority}',
    queue: 'hub-escalations-{authority}',
    readBy: 'Managers and leads of an authority',
  },
  agencyLead: {
    topic: 'hub-escalations-{agency}',
    queue: 'hub-escalations-{agency}',
    readBy: 'The safeguarding lead of an agency',
  },
  agencySystem: {
    topic: 'hub-changes-{agency}',
    queue: 'hub-changes-{agency}',
    readBy: 'The system of an agency that sends concerns',
  },
  partnership: {
    topic: 'hub-escalations-partnership',
    queue: 'hub-escalations-partnership',
    readBy: 'The partnership lead',
  },
  holding: {
    topic: 'hub-holding',
    queue: 'hub-holding',
    readBy: 'The partnership lead, of alerts that no authority here answers for',
  },
} as const
export type EventPlace = keyof typeof eventPlaces

type Event = {
  readonly schema: z.ZodType
  readonly summary: string
  readonly at: readonly EventPlace[]
}

/** Every kind of event, what it tells, and where it may arrive. */
export const events = {
  alert: {
    schema: alertEventSchema,
    summary:
      'What an authority’s inbox queue receives: a CloudEvents envelope without personal data',
    at: ['inbox', 'authorityLeads', 'partnership', 'holding'],
  },
  digest: {
    schema: digestEventSchema,
    summary: 'What it receives at eight in the morning for new alerts of early help',
    at: ['inbox', 'holding'],
  },
  test: {
    schema: testEventSchema,
    summary: 'What it receives when its own system asked for a test',
    at: ['inbox'],
  },
  emergency: {
    schema: emergencyEventSchema,
    summary:
      'What the leads of an authority receive when one of theirs asks to read something in an emergency, when what is theirs is opened so, and the partnership lead where nobody reviews it',
    at: ['authorityLeads', 'partnership'],
  },
  quarantine: {
    schema: quarantineEventSchema,
    summary:
      'What the partnership lead receives when something of immediate danger cannot be read, or fails again and again',
    at: ['partnership'],
  },
  overdue: {
    schema: overdueEventSchema,
    summary:
      'What the partnership lead receives once a day while something in the hub waits past its bound',
    at: ['partnership'],
  },
  review: {
    schema: reviewEventSchema,
    summary: 'What the queue of whoever is asked receives, or a lead’s where nobody has answered',
    at: ['inbox', 'authorityLeads', 'agencyLead', 'partnership', 'holding'],
  },
  escalation: {
    schema: concernEventSchema,
    summary:
      'What the queue of an agency’s lead receives: a concern that nobody has answered in time, or of which the agency’s system does not take that it changed',
    at: ['agencyLead', 'partnership'],
  },
  change: {
    schema: changeEventSchema,
    summary:
      'What the system of an agency receives when something of a concern that it sent has changed, as far as it can see',
    at: ['agencySystem'],
  },
  agreement: {
    schema: agreementEventSchema,
    summary:
      'What the queue of an authority’s managers and leads receives of a written agreement that ends, or has ended undecided',
    at: ['authorityLeads'],
  },
  elsewhere: {
    schema: elsewhereEventSchema,
    summary:
      'What an authority’s queue receives once a day: which of its own adults another authority has recorded too',
    at: ['inbox', 'authorityLeads'],
  },
  use: {
    schema: watchEventSchema,
    summary:
      'What a lead’s queue receives once a day where the use of the hub shows something to look at',
    at: ['authorityLeads', 'agencyLead', 'partnership'],
  },
  quota: {
    schema: quotaEventSchema,
    summary: 'What the partnership lead receives once a day of a client that does more than it may',
    at: ['partnership'],
  },
  unagreed: {
    schema: unagreedEventSchema,
    summary:
      'What the partnership lead receives once a day where a service told an authority with which nothing is agreed',
    at: ['partnership'],
  },
} as const satisfies Record<string, Event>
