import * as z from 'zod'
import { deliveryModes } from '../../agencies/delivery.ts'
import type { Contract } from '../contract.ts'
import { guardedProblems, notFound } from './answers.ts'

export const sendTestAlertContract = {
  summary: 'Have a test sent to your authority by the way of every alert; it is about no family',
  action: 'alert.test',
  answers: {
    202: {
      description:
        'A message of type `uk.safeguarding-hub.alert.test.v1` is on its way; of all who ask within five minutes, one',
      schema: z
        .strictObject({
          testId: z.uuid().meta({ description: 'The event’s `subject`' }),
          mode: z.enum(deliveryModes).meta({ description: 'How your authority is told of alerts' }),
          isSent: z.boolean().meta({
            description: 'False for an authority that polls: nothing is sent to it, ever',
          }),
        })
        .meta({ id: 'TestAlert' }),
    },
    ...guardedProblems,
    ...notFound,
  },
} as const satisfies Contract
