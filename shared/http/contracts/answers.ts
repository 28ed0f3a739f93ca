import type { Contract } from '../contract.ts'
import { problemSchema } from '../problem.ts'

type Answers = Contract['answers']

const problem = (description: string): Answers[number] => ({ description, schema: problemSchema })

/** What any route may answer; problems leave through `problem.ts`, so these stand here for the description only. */
export const commonProblems = {
  400: problem(
    'The request cannot be read or does not fit its contract; `errors` names each field',
  ),
  500: problem('The hub failed'),
  503: problem('The hub is busy and stored nothing; try again after `Retry-After` seconds'),
} as const satisfies Answers

/** What any guarded route may answer besides. */
export const guardedProblems = {
  ...commonProblems,
  401: problem('No access token, or one that is not valid here'),
  403: problem('The caller’s role or scope does not allow this'),
  429: problem(
    'More of this than one client may do in a day without a person being asked; never for a concern at H3 or H4',
  ),
} as const satisfies Answers

/** What a route with a body may answer besides. */
export const bodyProblems = {
  413: problem('The body is larger than 128 kB'),
  415: problem('Another media type is expected'),
} as const satisfies Answers

export const notFound = {
  404: problem('There is nothing here for this caller'),
} as const satisfies Answers
export const conflicts = {
  409: problem('The record is past the state in which this can be done'),
  412: problem('The record has changed since it was read; read it again'),
  428: problem('If-Match with the record’s ETag is needed'),
} as const satisfies Answers
