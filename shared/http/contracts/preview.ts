import * as z from 'zod'
import { previewSchema } from '../../assessing/preview.ts'
import { agencyTypeNames } from '../../codes/agency-types.ts'
import { sentConcernSchema } from '../../concerns/concern.ts'
import type { Contract } from '../contract.ts'
import { bodyProblems, guardedProblems } from './answers.ts'
import { caseHeaders } from './parts.ts'

export const previewConcernContract = {
  summary: 'See what would happen to a concern and why; nothing is stored but that you looked',
  action: 'concern.preview',
  needsPractitioner: true,
  query: z.strictObject({
    agencyType: z.enum(agencyTypeNames).meta({
      description: 'The kind of service that would send it: the duty to share depends on it',
    }),
    preview: z.enum(['true']).optional(),
  }),
  headers: caseHeaders,
  body: sentConcernSchema,
  isBodyReadLater: true,
  answers: {
    200: {
      description: 'Match against your own register, facts, decision, and what an alert would hold',
      schema: previewSchema.meta({ id: 'Preview' }),
    },
    ...guardedProblems,
    ...bodyProblems,
  },
} as const satisfies Contract
