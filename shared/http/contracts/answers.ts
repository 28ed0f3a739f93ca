import type { AnswerHeader } from '../answer-headers.ts'
import type { Contract } from '../contract.ts'
import { problemSchema } from '../problem.ts'

type Answers = Contract['answers']

const problem = (
  id: string,
  description: string,
  ...headers: readonly AnswerHeader[]
): Answers[number] => ({
  id,
  description,
  schema: problemSchema,
  headers,
})

/** What any route may answer; problems leave through `problem.ts`, so these stand here for the description only. */
export const commonProblems = {
  400: problem(
    'Unreadable',
    'The request cannot be read or does not fit its contract; `errors` names each field',
  ),
  500: problem('Failed', 'The hub failed'),
  503: problem(
    'Busy',
    'The hub is busy and stored nothing; try again after `Retry-After` seconds',
    'Retry-After',
  ),
} as const satisfies Answers

/** What any guarded route may answer besides. */
export const guardedProblems = {
  ...commonProblems,
  401: problem('Unproven', 'No access token, or one that is not valid here', 'WWW-Authenticate'),
  403: problem('NotPermitted', 'The caller’s role or scope does not allow this'),
  429: problem(
    'OverQuota',
    'More of this than one client may do in a day without a person being asked; never for a concern at H3 or H4',
    'Retry-After',
  ),
} as const satisfies Answers

/** What a route with a body may answer besides. */
export const bodyProblems = {
  413: problem('TooLarge', 'The body is larger than 128 kB'),
  415: problem('UnknownMediaType', 'Another media type is expected'),
} as const satisfies Answers

export const notFound = {
  404: problem('NotFound', 'There is nothing here for this caller'),
} as const satisfies Answers
export const methodNotAllowed = {
  405: problem('MethodNotAllowed', 'The path takes other methods, which `Allow` names', 'Allow'),
} as const satisfies Answers
export const conflicts = {
  409: problem('PastThat', 'The record is past the state in which this can be done'),
  412: problem('Changed', 'The record has changed since it was read; read it again'),
  428: problem('VersionMissing', 'If-Match with the record’s ETag is needed'),
} as const satisfies Answers
