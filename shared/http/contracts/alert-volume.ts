import * as z from 'zod'
import { monthSchema, monthsFrom, mostMonths, volumeSchema } from '../../alerts/volume.ts'
import type { Contract } from '../contract.ts'
import { guardedProblems } from './answers.ts'

export const countAlertsContract = {
  summary:
    'Count what your authority was sent, by month and agency, and how much was closed without action',
  action: 'alert.count',
  query: z
    .strictObject({ from: monthSchema, to: monthSchema })
    .refine(({ from, to }) => from <= to, { error: 'from comes before to', path: ['from'] })
    .refine(({ from, to }) => monthsFrom(from, to).length <= mostMonths, {
      error: `at most ${mostMonths} months`,
      path: ['to'],
    }),
  answers: {
    200: {
      description:
        'Counts by the agency’s name as the alerts show it: where that is protected, under [protected]',
      schema: z.strictObject({ items: z.array(volumeSchema) }).meta({ id: 'AlertVolume' }),
    },
    ...guardedProblems,
  },
} as const satisfies Contract
