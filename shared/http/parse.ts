import type * as z from 'zod'
import { pointerOf } from '../kernel/at-path.ts'
import { type FieldFault, HubError } from '../kernel/hub-error.ts'
import { type Path, withoutBlanks } from '../kernel/left-out.ts'

type Issue = z.core.$ZodIssue

/** What is wrong with one part of a request: as a schema says it, or in words of its own. */
export type PartIssue = { readonly path: Path; readonly issue?: Issue; readonly detail?: string }

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
}

const counted: Readonly<Record<string, string>> = {
  string: ' characters',
  array: ' items',
}

/** Sentences by kind of fault. zod's own may quote what was sent; these name only what was expected. */
const expected = (issue: Issue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return kinds[issue.expected] ?? `expected ${issue.expected}`
    case 'invalid_value':
      return ownWords(issue) ?? `one of: ${issue.values.map(String).join(', ')}`
    case 'too_big':
      return `at most ${issue.maximum}${counted[issue.origin] ?? ''}`
    case 'too_small':
      return `at least ${issue.minimum}${counted[issue.origin] ?? ''}`
    case 'invalid_format':
      return formatted(issue)
    case 'custom':
      return issue.message
    case 'unrecognized_keys':
      return 'no such field'
    case 'invalid_union':
      return ownWords(issue) ?? 'not as expected'
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_element':
      return 'not as expected'
  }
}

const ownWords = ({ message }: Issue): string | undefined =>
  message.startsWith('Invalid') ? undefined : message

const formats: Readonly<Record<string, string>> = {
  email: 'an e-mail address',
  uuid: 'an id as the hub gave it',
}

const formatted = (issue: Extract<Issue, { code: 'invalid_format' }>): string =>
  ownWords(issue) ?? formats[issue.format] ?? `the format: ${issue.format}`

/** A field name that could be one of ours, so it is safe to repeat; anything else might be data in the wrong place. */
const looksLikeName = /^[a-z][A-Za-z0-9]{0,39}$/

const faultsOf = ({ path, issue, detail }: PartIssue): FieldFault[] => {
  if (issue === undefined) return [{ pointer: pointerOf(path), detail: detail ?? '' }]
  const keys =
    issue.code === 'unrecognized_keys' ? issue.keys.filter((key) => looksLikeName.test(key)) : []
  const paths = keys.length > 0 ? keys.map((key) => [...path, key]) : [path]
  return paths.map((one) => ({ pointer: pointerOf(one), detail: expected(issue) }))
}

const mostFaults = 100

type Part = 'body' | 'path' | 'query' | 'header'

/** The first word on each field: once that is mended, others may no longer hold. */
const oneOnEach = (faults: readonly FieldFault[]): readonly FieldFault[] => {
  const byPointer = Map.groupBy(faults, ({ pointer }) => pointer)
  return [...byPointer.values()].flatMap(([first]) => (first === undefined ? [] : [first]))
}

/** The fault that names at most a hundred fields and no value; `part` starts the sentences of parts that are not the body. */
export const requestInvalid = (part: Part, issues: readonly PartIssue[]): HubError => {
  const faults = oneOnEach(issues.flatMap(faultsOf)).slice(0, mostFaults)
  return new HubError('request-invalid', `the ${part} does not fit its contract`, {
    faults: faults.map((fault) =>
      part === 'body' ? fault : { ...fault, detail: `${part}: ${fault.detail}` },
    ),
  })
}

/**
 * Unknown becomes typed here, at the edge. A body is read without its blanks: what was left empty was not sent.
 * @throws HubError request-invalid
 */
export const parseRequest = <Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  part: Part = 'body',
): z.infer<Schema> => {
  const filled = part === 'body' ? withoutBlanks(value) : { value, originOf: (path: Path) => path }
  const parsed = schema.safeParse(filled.value)
  if (parsed.success) return parsed.data
  throw requestInvalid(
    part,
    parsed.error.issues.map((issue) => ({ path: filled.originOf(issue.path), issue })),
  )
}
