import * as z from 'zod'
import { authorityCodeSchema } from '../../agencies/authorities.ts'
import { auditActions, auditEntrySchema } from '../../audit/audit-entry.ts'
import { anyInstantSchema } from '../../calendar/calendar-date.ts'
import { localIdSchema } from '../../kernel/ids.ts'
import { workIdSchema } from '../../kernel/work-id.ts'
import type { Contract } from '../contract.ts'
import { problemSchema } from '../problem.ts'
import { bodyProblems, guardedProblems } from './answers.ts'
import { casePurposes } from './parts.ts'

/** A leaf's number, or the size of a log. */
export const leafNumber = z.string().regex(/^(0|[1-9]\d{0,11})$/, { error: 'a number of a leaf' })

export const auditLimit = z
  .string()
  .regex(/^([1-9]\d?|100)$/, { error: 'a number from 1 to 100' })
  .default('50')

const auditFilterShape = {
  actor: z.string().min(1).max(100).optional().meta({ description: 'A client, or a function' }),
  practitioner: workIdSchema.optional().meta({
    description: 'Work id of a person, which two organisations may both have: name one with it',
  }),
  agency: z.string().min(1).max(100).optional(),
  authority: authorityCodeSchema.optional(),
  subject: z
    .string()
    .min(1)
    .max(120)
    .optional()
    .meta({ description: 'Id of a concern, alert, review, child, adult, client or entry' }),
  action: z.enum(auditActions).optional(),
  outcome: z.enum(['DONE', 'REFUSED']).optional(),
  purpose: z.enum(casePurposes).optional(),
  caseReference: localIdSchema.optional(),
  askedFor: z.string().min(1).max(120).optional().meta({
    description: 'Id of what somebody asked for and was refused, or the keyed hash of what is not',
  }),
} as const

export const auditQuerySchema = z
  .strictObject({
    ...auditFilterShape,
    from: anyInstantSchema.optional(),
    to: anyInstantSchema.optional(),
    since: leafNumber.optional().meta({
      description:
        'A leaf’s number: gives what was sealed from there on, oldest first, for whoever keeps a copy. Begin at 0 and follow `links.next`, which is always there',
    }),
    limit: auditLimit,
    cursor: z.string().max(2000).optional(),
  })
  .refine(
    ({ from, to }) => from === undefined || to === undefined || Date.parse(from) <= Date.parse(to),
    {
      error: 'from comes before to',
      path: ['from'],
    },
  )
  .refine(
    ({ since, from, to, cursor }) =>
      since === undefined || [from, to, cursor].every((part) => part === undefined),
    { error: 'goes by the leaf’s number alone', path: ['since'] },
  )

export const checkpointNote = z.string().meta({
  description:
    'The newest signed size and root of the log, as a C2SP signed note. Keep it: whoever holds it can tell whether the log was written anew since',
})

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
          missing: z.int().min(1).optional().meta({
            description:
              'With `since`: how many leaves have no entry any more. Ask why: only the end of its time takes one away',
          }),
          checkpoint: checkpointNote.optional(),
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
      .refine(({ since }) => since === undefined, {
        error: 'an export has an end: from and to',
        path: ['since'],
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
