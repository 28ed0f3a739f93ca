import * as z from 'zod'
import type { Contract } from '../contract.ts'
import { commonProblems, methodNotAllowed, notFound } from './answers.ts'

export const healthContract = {
  summary: 'Whether the API answers; says nothing of what lies behind it',
  answers: {
    200: {
      description: 'It answers',
      schema: z.strictObject({ status: z.literal('ok') }).meta({ id: 'Health' }),
    },
    ...commonProblems,
  },
} as const satisfies Contract

export const describeApiContract = {
  summary: 'This description, as OpenAPI 3.1',
  answers: {
    200: { description: 'The description', schema: z.record(z.string(), z.unknown()) },
    ...commonProblems,
  },
} as const satisfies Contract

export const describeEventsContract = {
  summary: 'What leaves the hub, as AsyncAPI 3.0',
  answers: {
    200: { description: 'The description', schema: z.record(z.string(), z.unknown()) },
    ...commonProblems,
  },
} as const satisfies Contract

/** Whatever no route takes, whatever is asked of it. */
export const fallbackContract = {
  summary: 'No such route',
  query: z.record(z.string(), z.unknown()),
  answers: { ...commonProblems, ...notFound, ...methodNotAllowed },
} as const satisfies Contract
