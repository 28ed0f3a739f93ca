import * as z from 'zod'
import { authorityCodeSchema } from '../../agencies/authorities.ts'
import { auditActions, auditEntrySchema } from '../../audit/audit-entry.ts'
import type { Contract } from '../contract.ts'
import { guardedProblems } from './answers.ts'

export const auditQuerySchema = z
  .strictObject({
    actor: z.string().min(1).max(100).optional(),
    subject: z
      .string()
      .min(1)
      .max(120)
      .optional()
      .meta({ description: 'Id of a concern, alert, child or client' }),
    authority: authorityCodeSchema.optional(),
    action: z.enum(auditActions).optional(),
    from: z.iso.datetime().optional(),
    to: z.iso.datetime().optional(),
    limit: z
      .string()
      .regex(/^([1-9]\d?|100)$/, { error: 'a number from 1 to 100' })
      .default('50'),
    cursor: z.string().max(2000).optional(),
  })
  .refine(
    ({ from, to }) => from === undefined || to === undefined || Date.parse(from) <= Date.parse(to),
    {
      error: 'from comes before to',
      path: ['from'],
    },
  )

export const listAuditEntriesContract = {
  summary: 'Who did what, to which records, under which rule; newest first',
  action: 'audit.query',
  needsPractitioner: true,
  query: auditQuerySchema,
  answers: {
    200: {
      description:
        'One page of entries. A page may be short before the last one: follow `links.next` until it is absent',
      schema: z
        .strictObject({
          items: z.array(auditEntrySchema),
          links: z.strictObject({ next: z.string().optional() }),
          checkpoint: z.string().optional().meta({
            description:
              'The newest signed size and root of the log, as a C2SP signed note. Keep it: whoever holds it can tell whether the log was written anew since',
          }),
        })
        .meta({ id: 'AuditEntryList' }),
    },
    ...guardedProblems,
  },
} as const satisfies Contract
