import * as z from 'zod'
import { monthSchema, monthsFrom, mostMonths, volumeSchema } from '../../alerts/volume.ts'
import { askedInSchema } from '../../reviews/counted-question.ts'
import type { Contract } from '../contract.ts'
import { guardedProblems } from './answers.ts'

export const countAlertsContract = {
  summary:
    'Count what your authority was sent, by month and agency: how it was answered, and how soon',
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
        'Counts by the agency’s name as the alerts show it: where that is protected, under [protected]. Exact: whoever passes them on leaves small numbers out',
      schema: z
        .strictObject({
          items: z.array(volumeSchema),
          questions: z.array(askedInSchema).meta({
            description:
              'Questions who somebody is, by the month in which your authority was asked; `lapsed`: nobody had answered by the day',
          }),
        })
        .meta({ id: 'AlertVolume' }),
    },
    ...guardedProblems,
  },
} as const satisfies Contract
