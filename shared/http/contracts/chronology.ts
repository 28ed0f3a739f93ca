import * as z from 'zod'
import { chronologyPageSchema } from '../../chronology/chronology-view.ts'
import { childIdSchema } from '../../kernel/ids.ts'
import type { Contract } from '../contract.ts'
import { guardedProblems, notFound } from './answers.ts'
import { emergencyHeader } from './emergency-access.ts'
import { caseHeaders } from './parts.ts'

export const readChronologyContract = {
  summary:
    'Read what was shared of a child over time, newest first; the read is logged before it is disclosed',
  action: 'chronology.read',
  needsPractitioner: true,
  headers: caseHeaders.extend(emergencyHeader.shape),
  params: z.object({
    id: childIdSchema.meta({ description: 'The child as an alert names it: authority and own id' }),
  }),
  query: z.strictObject({
    limit: z
      .string()
      .regex(/^([1-9]\d?|100)$/, { error: 'a number from 1 to 100' })
      .default('25'),
    cursor: z.string().max(1000).optional(),
  }),
  answers: {
    200: {
      description: 'One page of entries that your authority may see; follow `links.next` for more',
      schema: chronologyPageSchema
        .extend({ links: z.strictObject({ next: z.string().optional() }) })
        .meta({ id: 'ChronologyPage' }),
    },
    ...guardedProblems,
    ...notFound,
  },
} as const satisfies Contract
