import * as z from 'zod'
import { childIdSchema, localIdSchema } from '../../kernel/ids.ts'
import { childSchema } from '../../register/child.ts'
import type { Contract } from '../contract.ts'
import { bodyProblems, guardedProblems } from './answers.ts'

export const putChildContract = {
  summary: 'Record a child your authority knows, with the adults it depends on',
  action: 'register.write',
  params: z.object({
    id: localIdSchema.meta({ description: 'Your own id of the child; no personal data' }),
  }),
  body: childSchema,
  answers: {
    200: {
      description: 'Recorded, with every key by which its adults are found',
      schema: z
        .strictObject({ childId: childIdSchema, version: z.int() })
        .meta({ id: 'ChildRecorded' }),
    },
    ...guardedProblems,
    ...bodyProblems,
  },
} as const satisfies Contract
