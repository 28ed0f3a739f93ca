import * as z from 'zod'
import { childIdSchema, localIdSchema } from '../../kernel/ids.ts'
import { childSchema } from '../../register/child.ts'
import { statusCodes } from '../../register/child-status.ts'
import { childCorrectionSchema } from '../../register/correct-child.ts'
import { reasonSchema } from '../../register/correction-note.ts'
import { childRestrictions } from '../../register/lifting.ts'
import { childViewSchema } from '../../register/views.ts'
import { toldAgreementSchema } from '../../register/written-agreement.ts'
import type { Contract } from '../contract.ts'
import { bodyProblems, conflicts, guardedProblems, notFound } from './answers.ts'
import { caseHeaders, ifMatch, limitAndCursor } from './parts.ts'

const versionConflict = { 412: conflicts[412] } as const

const params = z.object({
  id: z.union([localIdSchema, childIdSchema]).meta({
    description: 'Your own id of the child, or the hub’s, which begins with your authority’s code',
  }),
})

const childRecorded = z
  .strictObject({ childId: childIdSchema, version: z.int() })
  .meta({ id: 'ChildRecorded' })

export const deletionSchema = z.strictObject({ reason: reasonSchema }).meta({ id: 'Deletion' })

export const putChildContract = {
  summary:
    'Record a child your authority knows, with the adults it depends on; what was recorded before stays',
  action: 'register.write',
  params: z.object({
    id: localIdSchema.meta({ description: 'Your own id of the child; no personal data' }),
  }),
  headers: ifMatch,
  body: childSchema,
  answers: {
    200: {
      description:
        'Recorded, with every key by which it and its adults are found; the same version where nothing is new',
      schema: childRecorded,
      headers: ['ETag'],
    },
    ...guardedProblems,
    ...bodyProblems,
    ...versionConflict,
  },
} as const satisfies Contract

export const recordWrittenAgreementContract = {
  summary:
    'Record what you agreed with the parents of a child, until when, and what follows if not; later that it was kept, broken or extended',
  action: 'written-agreement.record',
  needsPractitioner: true,
  params: z.object({
    id: childIdSchema.meta({ description: 'The child as an alert names it: authority and own id' }),
  }),
  headers: caseHeaders,
  body: toldAgreementSchema,
  answers: {
    200: {
      description:
        'Recorded in the child’s record; said again with the same words it is kept, broken, or extended to a later day',
      schema: childRecorded,
      headers: ['ETag'],
    },
    ...guardedProblems,
    ...bodyProblems,
    ...notFound,
    409: conflicts[409],
  },
} as const satisfies Contract

export const readChildContract = {
  summary: 'Read the record of a child; the read is logged before it is disclosed',
  action: 'register.read',
  needsPractitioner: true,
  params,
  headers: caseHeaders,
  answers: {
    200: {
      description: 'All that was recorded; its ETag is the version',
      schema: childViewSchema,
      headers: ['ETag'],
    },
    ...guardedProblems,
    ...notFound,
  },
} as const satisfies Contract

export const listChildrenContract = {
  summary: 'List the children of your authority by id, with nothing else than their status',
  action: 'register.read',
  needsPractitioner: true,
  query: limitAndCursor,
  answers: {
    200: {
      description: 'One page; follow `links.next` for more',
      schema: z
        .strictObject({
          items: z.array(
            z.strictObject({
              childId: childIdSchema,
              status: z.enum(statusCodes),
              links: z.strictObject({ self: z.string() }),
            }),
          ),
          links: z.strictObject({ next: z.string().optional() }),
        })
        .meta({ id: 'ChildList' }),
    },
    ...guardedProblems,
  },
} as const satisfies Contract

export const correctChildContract = {
  summary: 'Take back what was recorded of a child and is wrong',
  action: 'register.write',
  params,
  headers: ifMatch,
  body: childCorrectionSchema,
  answers: {
    200: {
      description: 'Taken back; the record says by whom and why',
      schema: childRecorded,
      headers: ['ETag'],
    },
    ...guardedProblems,
    ...bodyProblems,
    ...notFound,
    ...conflicts,
  },
} as const satisfies Contract

export const liftChildRestrictionContract = {
  summary: 'Propose to lift a restriction of a child, or lift what another person has proposed',
  action: 'register.unrestrict',
  needsPractitioner: true,
  params,
  headers: ifMatch,
  body: z
    .strictObject({ restriction: z.enum(childRestrictions), reason: reasonSchema })
    .meta({ id: 'ChildLifting' }),
  answers: {
    200: {
      description: 'PROPOSED until a second person asks the same; then LIFTED',
      schema: childRecorded
        .extend({ status: z.enum(['PROPOSED', 'LIFTED']) })
        .meta({ id: 'ChildLifted' }),
      headers: ['ETag'],
    },
    ...guardedProblems,
    ...bodyProblems,
    ...notFound,
    ...conflicts,
  },
} as const satisfies Contract

export const deleteChildContract = {
  summary: 'Take away the record of a child that nothing restricts',
  action: 'register.write',
  params,
  headers: ifMatch,
  body: deletionSchema,
  answers: {
    204: { description: 'Gone, with every key by which it was found' },
    ...guardedProblems,
    ...bodyProblems,
    ...notFound,
    ...conflicts,
  },
} as const satisfies Contract
