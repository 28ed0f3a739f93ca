import * as z from 'zod'
import { authorityCodeSchema } from '../../agencies/authorities.ts'
import { auditActions, auditEntrySchema } from '../../audit/audit-entry.ts'
import { localIdSchema } from '../../kernel/ids.ts'
import { workIdSchema } from '../../kernel/work-id.ts'
import type { Contract } from '../contract.ts'
import { guardedProblems } from './answers.ts'

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
  purpose: z
    .string()
    .regex(/^[A-Za-z][A-Za-z-]{0,39}$/)
    .optional(),
  caseReference: localIdSchema.optional(),
  askedFor: z.string().min(1).max(120).optional().meta({
    description: 'Id of what somebody asked for and was refused, or the keyed hash of what is not',
  }),
} as const

export const auditQuerySchema = z
  .strictObject({
    ...auditFilterShape,
    from: z.iso.datetime().optional(),
    to: z.iso.datetime().optional(),
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
