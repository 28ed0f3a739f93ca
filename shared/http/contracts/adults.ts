import * as z from 'zod'
import { adultIdSchema, localIdSchema } from '../../kernel/ids.ts'
import { adultSchema } from '../../register/adult.ts'
import { adultCorrectionSchema } from '../../register/correct-adult.ts'
import { reasonSchema } from '../../register/correction-note.ts'
import { adultRestrictions } from '../../register/lifting.ts'
import { adultViewSchema } from '../../register/views.ts'
import type { Contract } from '../contract.ts'
import { bodyProblems, conflicts, guardedProblems, notFound } from './answers.ts'
import { caseHeaders, ifMatch } from './parts.ts'
import { deletionSchema } from './register.ts'

const params = z.object({
  id: z.union([localIdSchema, adultIdSchema]).meta({
    description: 'Your own id of the adult, or the hub’s, which begins with your authority’s code',
  }),
})

const adultRecorded = z
  .strictObject({ adultId: adultIdSchema, version: z.int() })
  .meta({ id: 'AdultRecorded' })

export const putAdultContract = {
  summary:
    'Record an adult, whether or not a child depends on them; what was recorded before stays',
  action: 'register.write',
  params: z.object({
    id: localIdSchema.meta({ description: 'Your own id of the adult; no personal data' }),
  }),
  headers: ifMatch,
  body: adultSchema,
  answers: {
    200: {
      description:
        'Recorded, with every key by which they are found; the same version where nothing is new',
      schema: adultRecorded,
      headers: ['ETag'],
    },
    ...guardedProblems,
    ...bodyProblems,
    412: conflicts[412],
  },
} as const satisfies Contract

export const readAdultContract = {
  summary: 'Read the record of an adult; the read is logged before it is disclosed',
  action: 'register.read',
  needsPractitioner: true,
  params,
  headers: caseHeaders,
  answers: {
    200: {
      description: 'All that was recorded; its ETag is the version',
      schema: adultViewSchema,
      headers: ['ETag'],
    },
    ...guardedProblems,
    ...notFound,
  },
} as const satisfies Contract

export const correctAdultContract = {
  summary: 'Take back what was recorded of an adult and is wrong',
  action: 'register.write',
  params,
  headers: ifMatch,
  body: adultCorrectionSchema,
  answers: {
    200: {
      description: 'Taken back; the record says by whom and why',
      schema: adultRecorded,
      headers: ['ETag'],
    },
    ...guardedProblems,
    ...bodyProblems,
    ...notFound,
    ...conflicts,
  },
} as const satisfies Contract

export const liftAdultRestrictionContract = {
  summary: 'Propose to lift a restriction of an adult, or lift what another person has proposed',
  action: 'register.unrestrict',
  needsPractitioner: true,
  params,
  headers: ifMatch,
  body: z
    .strictObject({ restriction: z.enum(adultRestrictions), reason: reasonSchema })
    .meta({ id: 'AdultLifting' }),
  answers: {
    200: {
      description: 'PROPOSED until a second person asks the same; then LIFTED',
      schema: adultRecorded
        .extend({ status: z.enum(['PROPOSED', 'LIFTED']) })
        .meta({ id: 'AdultLifted' }),
      headers: ['ETag'],
    },
    ...guardedProblems,
    ...bodyProblems,
    ...notFound,
    ...conflicts,
  },
} as const satisfies Contract

export const deleteAdultContract = {
  summary: 'Take away the record of an adult on whom no child depends and whom nothing restricts',
  action: 'register.write',
  params,
  headers: ifMatch,
  body: deletionSchema,
  answers: {
    204: { description: 'Gone, with every key by which they were found' },
    ...guardedProblems,
    ...bodyProblems,
    ...notFound,
    ...conflicts,
  },
} as const satisfies Contract
