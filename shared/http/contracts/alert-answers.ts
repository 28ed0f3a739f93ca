import * as z from 'zod'
import { alertSchema } from '../../alerts/alert.ts'
import { shapeFaults } from '../../alerts/answers/outcome-faults.ts'
import { outcomeDetails } from '../../alerts/answers/outcome-schema.ts'
import { mostPriorAlerts } from '../../alerts/answers/prior-alerts.ts'
import { tellingGivenSchema } from '../../alerts/answers/telling-schema.ts'
import { caseStatuses } from '../../codes/case-statuses.ts'
import { outcomeCodes } from '../../codes/outcomes.ts'
import { statementKinds } from '../../codes/statement-kinds.ts'
import { alertIdSchema } from '../../kernel/ids.ts'
import { workIdSchema } from '../../kernel/work-id.ts'
import { plainLines, plainText } from '../../people/plain-text.ts'
import type { Contract } from '../contract.ts'
import { alertParams } from './alerts.ts'
import { bodyProblems, conflicts, guardedProblems, notFound } from './answers.ts'
import { ifMatch } from './parts.ts'

/** Where the alert stands, and nothing that it tells: its content is disclosed by the logged read alone. */
export const answeredSchema = alertSchema
  .pick({ alertId: true, state: true, version: true })
  .extend({ links: z.strictObject({ self: z.string() }) })
  .meta({ id: 'Answered' })

const answering = {
  action: 'alert.answer',
  needsPractitioner: true,
  params: alertParams,
  headers: ifMatch,
  answers: {
    200: { description: 'Where the alert now stands', schema: answeredSchema, headers: ['ETag'] },
    ...guardedProblems,
    ...bodyProblems,
    ...notFound,
    ...conflicts,
  },
} as const

export const acknowledgeAlertContract = {
  ...answering,
  summary: 'Acknowledge an alert: somebody has it',
} as const satisfies Contract

export const handOverAlertContract = {
  ...answering,
  summary: 'Hand an alert over to a colleague, or give it back to the team',
  body: z
    .strictObject({
      // Typed by a person, and it stands in the log.
      to: workIdSchema
        .refine((workId) => /\d/.test(workId), {
          error: 'a work id, which holds a digit: never a name',
        })
        .nullable()
        .meta({
          description:
            'Work id of whoever has it from now on, never a name: it holds a digit. null: nobody in particular, so that somebody of the team takes it. By whoever has it or your lead; by anybody where nobody has it',
        }),
    })
    .meta({ id: 'HandOver' }),
} as const satisfies Contract

export const recordOutcomeContract = {
  ...answering,
  summary: 'Record what children’s social care decided, or revise it',
  body: z
    .strictObject({
      outcome: z.enum(outcomeCodes),
      reason: plainLines(2000).optional().meta({
        description:
          'At least 40 characters for an outcome that turns the family away, and for one below that given before',
      }),
      ...outcomeDetails,
      priorItemsRead: z.array(alertIdSchema).max(mostPriorAlerts).default([]).meta({
        description:
          'The alert’s priorAlertIds, once somebody of your authority has read them: turning a family away needs all',
      }),
    })
    .superRefine(({ outcome: code, ...given }, context) => {
      for (const { pointer, detail } of shapeFaults({ code, ...given }))
        context.addIssue({ code: 'custom', message: detail, path: [pointer.slice(1)] })
    })
    .meta({ id: 'Outcome' }),
} as const satisfies Contract

export const giveFeedbackContract = {
  ...answering,
  summary: 'Tell the referrer what was decided, in words they can act on',
  body: z
    .strictObject({
      lines: z
        .array(z.strictObject({ kind: z.enum(statementKinds), text: plainLines(1000) }))
        .min(1)
        .max(10)
        .meta({
          description: 'What you tell, each line as the fact, opinion or report that it is',
        }),
      nextStep: plainText(500).optional(),
    })
    .meta({ id: 'FeedbackToReferrer' }),
} as const satisfies Contract

export const recordCaseStatusContract = {
  ...answering,
  summary:
    'Say that the work that followed goes on, or has ended; its referrer hears that much, where what was sent is shared by itself',
  body: z
    .strictObject({
      status: z.enum(caseStatuses).meta({
        description:
          'ENDED needs a second person within three months of H3 or H4, or while another alert about a child is unread: the first proposes it, the second says the same',
      }),
    })
    .meta({ id: 'CaseStatus' }),
} as const satisfies Contract

export const recordTellingContract = {
  ...answering,
  action: 'alert.tell',
  summary: 'Record whether a parent was told: who, by whom, when, or why not',
  body: tellingGivenSchema.meta({ id: 'Telling' }),
} as const satisfies Contract
