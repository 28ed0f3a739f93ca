import * as z from 'zod'
import { alertSchema, listedAlertSchema } from '../../alerts/alert.ts'
import { alertContentSchema } from '../../alerts/content/alert-content.ts'
import { explanationSchema } from '../../alerts/explanation.ts'
import { listedChildSchema } from '../../assessing/children-listed.ts'
import { keptEngagementSchema } from '../../concerns/engagement.ts'
import { withdrawalReasons } from '../../concerns/withdrawal.ts'
import { alertIdSchema } from '../../kernel/ids.ts'
import type { Contract } from '../contract.ts'
import { guardedProblems, notFound } from './answers.ts'
import { emergencyHeader } from './emergency-access.ts'
import { pageQuery, unreadable } from './parts.ts'

export const alertParams = z.object({ id: alertIdSchema })

const listedSchema = listedAlertSchema.extend({
  isOverdue: z.boolean().meta({ description: 'What it waits for should have been done by now' }),
  children: z.array(listedChildSchema).optional().meta({
    description:
      'Initials and ages, as this alert tells of its children to this reader now; only `with=initials`. Empty: no child was named',
  }),
  links: z.strictObject({ self: z.string() }),
})

export const listAlertsContract = {
  summary: 'List your authority’s alerts: the most urgent, and of those the first due, at the top',
  action: 'alert.list',
  query: pageQuery.extend({
    with: z.enum(['initials']).optional().meta({
      description:
        'Shows the children of each alert as initials and age. A person is named for it (`Hub-Practitioner`), and the log names each alert of which they were shown',
    }),
  }),
  answers: {
    200: {
      description: 'One page of alerts; follow `links.next` for more',
      schema: z
        .strictObject({
          items: z.array(listedSchema),
          unreadable,
          links: z.strictObject({ next: z.string().optional() }),
        })
        .meta({ id: 'AlertList' }),
    },
    ...guardedProblems,
  },
} as const satisfies Contract

/** A concern as it is told: its content, and that its sender took it back. */
const toldShape = {
  content: alertContentSchema,
  withdrawal: z
    .strictObject({
      reason: z.enum(withdrawalReasons),
      words: z.string(),
      at: z.iso.datetime(),
    })
    .optional()
    .meta({ description: 'Its sender took it back, and why' }),
  engagements: z
    .array(
      keptEngagementSchema
        .pick({ engagement: true, on: true, recordedAt: true })
        .extend({ label: z.string() }),
    )
    .optional()
    .meta({ description: 'How the subject has stood with the sender since, as it said' }),
}

/** The alert as the authority reads it. How it is stored beyond this is not for it to depend on. */
export const alertViewSchema = alertSchema
  .omit({
    concernId: true,
    assessment: true,
    children: true,
    factors: true,
    agencyName: true,
    rule: true,
    policyVersion: true,
    decision: true,
    why: true,
    chases: true,
    chaseAt: true,
    reminders: true,
    reroutedFrom: true,
    moved: true,
    inherited: true,
    isOfWhatWasSent: true,
    agreed: true,
    answeredIn: true,
    wasDue: true,
    overridden: true,
  })
  .extend({
    heldBy: listedAlertSchema.shape.heldBy,
    isDueAsAgreed: z.literal(true).optional().meta({
      description:
        '`dueAt` is sooner than policy asks: your authority has agreed so (`hub authority pace`)',
    }),
    ...toldShape,
    furtherNotices: z
      .array(z.strictObject({ at: z.iso.datetime(), ...toldShape }))
      .optional()
      .meta({
        description: 'Concerns of the same service that told the same incident again',
      }),
    challenges: z
      .array(alertSchema.shape.challenges.unwrap().element.omit({ concernId: true }))
      .optional(),
    rerouted: alertSchema.shape.rerouted.unwrap().omit({ alertId: true }).optional(),
    priorAlertIds: z.array(alertIdSchema).meta({
      description:
        'Earlier alerts about the same children, newest first: read them before you close this one',
    }),
  })
  .meta({ id: 'Alert' })

/** By which a system says that nobody looks yet at what it fetches. */
const unattendedHeader = z.object({
  'hub-unattended': z.enum(['true']).optional().meta({
    description:
      'A system fetches this by itself and nobody looks at it yet: the read is logged as such, and does not count as somebody having opened the alert. Without it a reading still stops no alarm, unless a sign-in says that it is a person',
  }),
})

export const readAlertContract = {
  summary: 'Read an alert; the read is logged before it is disclosed',
  action: 'alert.read',
  needsPractitioner: true,
  params: alertParams,
  headers: unattendedHeader.extend(emergencyHeader.shape),
  answers: {
    200: {
      description: 'The alert; its ETag is the version to answer with',
      schema: alertViewSchema,
      headers: ['ETag'],
    },
    ...guardedProblems,
    ...notFound,
  },
} as const satisfies Contract

export const explainAlertContract = {
  summary: 'Read how the match behind an alert was made; the read is logged before it is disclosed',
  action: 'alert.read',
  needsPractitioner: true,
  params: alertParams,
  answers: {
    200: {
      description: 'The weight of each of your adults considered, comparison by comparison',
      schema: explanationSchema.meta({ id: 'Explanation' }),
    },
    ...guardedProblems,
    ...notFound,
  },
} as const satisfies Contract
