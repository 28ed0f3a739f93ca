import * as z from 'zod'
import { alertSchema, listedAlertSchema, practitionerSchema } from '../../alerts/alert.ts'
import { mostPriorAlerts } from '../../alerts/answers/prior-alerts.ts'
import { explanationSchema } from '../../alerts/explanation.ts'
import { outcomeCodes, outcomes } from '../../codes/outcomes.ts'
import { alertIdSchema } from '../../kernel/ids.ts'
import { plainLines, plainText } from '../../people/plain-text.ts'
import type { Contract } from '../contract.ts'
import { bodyProblems, conflicts, guardedProblems, notFound } from './answers.ts'
import { ifMatch, pageQuery } from './parts.ts'

const params = z.object({ id: alertIdSchema })

const listedSchema = listedAlertSchema.extend({
  isOverdue: z.boolean().meta({ description: 'What it waits for should have been done by now' }),
  links: z.strictObject({ self: z.string() }),
})

export const listAlertsContract = {
  summary: 'List your authority’s alerts: the most urgent, and of those the first due, at the top',
  action: 'alert.list',
  query: pageQuery,
  answers: {
    200: {
      description: 'One page of alerts; follow `links.next` for more',
      schema: z
        .strictObject({
          items: z.array(listedSchema),
          links: z.strictObject({ next: z.string().optional() }),
        })
        .meta({ id: 'AlertList' }),
    },
    ...guardedProblems,
  },
} as const satisfies Contract

/** The alert as the authority reads it. How it is stored beyond this is not for it to depend on. */
export const alertViewSchema = alertSchema
  .omit({ concernId: true, chases: true, chaseAt: true })
  .extend({
    furtherNotices: z
      .array(z.strictObject({ at: z.iso.datetime(), content: alertSchema.shape.content }))
      .optional()
      .meta({
        description: 'Concerns of the same service that told the same incident again',
      }),
    priorAlertIds: z.array(alertIdSchema).meta({
      description:
        'Earlier alerts about the same children, newest first: read them before you close this one',
    }),
  })
  .meta({ id: 'Alert' })

export const readAlertContract = {
  summary: 'Read an alert; the read is logged before it is disclosed',
  action: 'alert.read',
  params,
  answers: {
    200: {
      description: 'The alert; its ETag is the version to answer with',
      schema: alertViewSchema,
    },
    ...guardedProblems,
    ...notFound,
  },
} as const satisfies Contract

export const explainAlertContract = {
  summary: 'Read how the match behind an alert was made; the read is logged before it is disclosed',
  action: 'alert.read',
  params,
  answers: {
    200: {
      description: 'The weight of each of your adults considered, comparison by comparison',
      schema: explanationSchema.meta({ id: 'Explanation' }),
    },
    ...guardedProblems,
    ...notFound,
  },
} as const satisfies Contract

const answers = {
  200: { description: 'The alert as it now stands', schema: alertViewSchema },
  ...guardedProblems,
  ...bodyProblems,
  ...notFound,
  ...conflicts,
} as const

export const acknowledgeAlertContract = {
  summary: 'Acknowledge an alert: somebody has it',
  action: 'alert.answer',
  params,
  headers: ifMatch,
  answers,
} as const satisfies Contract

export const recordOutcomeContract = {
  summary: 'Record what children’s social care decided',
  action: 'alert.answer',
  params,
  headers: ifMatch,
  body: z
    .strictObject({
      outcome: z.enum(outcomeCodes),
      reason: plainLines(2000).optional(),
      practitioner: practitionerSchema.optional().meta({
        description:
          'Your work id, never a name. Needed where closing takes two people: the outcome is then proposed until somebody else gives the same',
      }),
      priorItemsRead: z.array(alertIdSchema).max(mostPriorAlerts).default([]).meta({
        description:
          'The alert’s priorAlertIds, once you have read them: no further action needs all',
      }),
    })
    .refine(
      ({ outcome, reason }) => !outcomes[outcome].needsReason || (reason?.length ?? 0) >= 40,
      {
        error: 'no further action needs a reason of at least 40 characters',
        path: ['reason'],
      },
    )
    .meta({ id: 'Outcome' }),
  answers,
} as const satisfies Contract

export const giveFeedbackContract = {
  summary: 'Tell the referrer what was decided, in words they can act on',
  action: 'alert.answer',
  params,
  headers: ifMatch,
  body: z
    .strictObject({ message: plainLines(2000), nextStep: plainText(500).optional() })
    .meta({ id: 'FeedbackToReferrer' }),
  answers,
} as const satisfies Contract
