import * as z from 'zod'
import { readerSchema } from '../../alerts/readers.ts'
import type { Contract } from '../contract.ts'
import { alertParams } from './alerts.ts'
import { guardedProblems, notFound } from './answers.ts'

export const readAlertReadersContract = {
  summary: 'See who has looked at an alert of your authority; that you asked is logged too',
  action: 'alert.read',
  needsPractitioner: true,
  params: alertParams,
  answers: {
    200: {
      description:
        'By the audit log, whoever looked last first. What your own system showed to whom stands in its own record',
      schema: z
        .strictObject({
          items: z.array(readerSchema),
          isCut: z.boolean().meta({ description: 'There is more, longer ago, than was read' }),
        })
        .meta({ id: 'AlertReaders' }),
    },
    ...guardedProblems,
    ...notFound,
  },
} as const satisfies Contract
