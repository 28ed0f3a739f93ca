import * as z from 'zod'
import { authorityCodeSchema } from '../../agencies/authorities.ts'
import { auditActions, auditEntrySchema } from '../../audit/audit-entry.ts'
import type { Contract } from '../contract.ts'
import { problemSchema } from '../problem.ts'
import { bodyProblems, guardedProblems } from './answers.ts'

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

const most = 8000

export const exportAuditEntriesContract = {
  summary:
    'One part of an export of sealed entries: in every format, with proofs; the last has a signed manifest',
  action: 'audit.query',
  needsPractitioner: true,
  body: z.strictObject({
    question: auditQuerySchema
      .refine(({ cursor }) => cursor === undefined, {
        error: 'stands beside the question',
        path: ['cursor'],
      })
      .meta({
        description: 'As of GET /audit/entries; `limit` is how many entries a part looks at',
      }),
    cursor: z.string().max(most).optional().meta({
      description: '`next` of the part before, with the same question',
    }),
  }),
  answers: {
    200: {
      description:
        'What is to be put at the end of each file. Ask with `next` until it is absent: then `manifest` is there, and every byte of the files is signed',
      schema: z
        .strictObject({
          files: z.strictObject({
            'entries.ndjson': z.string().meta({ description: 'Leaves as they were sealed' }),
            'entries.csv': z.string().meta({ description: 'RFC 4180; no cell can run' }),
            'audit-events.ndjson': z
              .string()
              .meta({ description: 'FHIR R4 AuditEvents, one a person concerned' }),
            'proofs.txt': z
              .string()
              .meta({ description: 'Of each leaf its index and its inclusion proof' }),
          }),
          entries: z.int().meta({ description: 'In this part and those before' }),
          checkpoint: z.string().meta({
            description: 'The signed note of the log in which every entry stands; a file as it is',
          }),
          next: z.string().optional(),
          manifest: z.string().optional().meta({
            description:
              'Signed note: question, who asked, when, checkpoint, totals, SHA-256 of each file',
          }),
        })
        .meta({ id: 'AuditExportPart' }),
    },
    409: {
      description: 'No checkpoint is signed yet',
      schema: problemSchema,
    },
    ...guardedProblems,
    ...bodyProblems,
  },
} as const satisfies Contract
