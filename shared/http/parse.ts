import type * as z from 'zod'
import { type FieldFault, HubError } from '../kernel/hub-error.ts'

type Issue = z.core.$ZodIssue

/** Sentences by kind of fault. zod's own may quote what was sent; these name only what was expected. */
const expected = (issue: Issue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return `expected ${issue.expected}`
    case 'invalid_value':
      return `expected one of: ${issue.values.map(String).join(', ')}`
    case 'too_big':
      return `at most ${issue.maximum}`
    case 'too_small':
      return `at least ${issue.minimum}`
    case 'invalid_format':
      return issue.message.startsWith('Invalid')
        ? `expected the format: ${issue.format}`
        : issue.message
    case 'custom':
      return issue.message
    case 'unrecognized_keys':
      return 'no such field'
    case 'not_multiple_of':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
      return 'not as expected'
  }
}

/** A field name that could be one of ours, so it is safe to repeat; anything else might be data in the wrong place. */
const looksLikeName = /^[a-z][A-Za-z0-9]{0,39}$/

const pointerTo = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

const faultsOf = (issue: Issue): FieldFault[] => {
  const keys =
    issue.code === 'unrecognized_keys' ? issue.keys.filter((key) => looksLikeName.test(key)) : []
  const paths = keys.length > 0 ? keys.map((key) => [...issue.path, key]) : [issue.path]
  return paths.map((path) => ({ pointer: pointerTo(path), detail: expected(issue) }))
}

const mostFaults = 20

/**
 * Unknown becomes typed here, at the edge. `part` says which part of the request it was and starts each pointer's
 * sentence for the parts that are not the body.
 * @throws HubError request-invalid, naming at most twenty fields and no value
 */
export const parseRequest = <Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  part: 'body' | 'path' | 'query' | 'header' = 'body',
): z.infer<Schema> => {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.flatMap(faultsOf).slice(0, mostFaults)
  throw new HubError('request-invalid', `the ${part} does not fit its contract`, {
    faults: faults.map((fault) =>
      part === 'body' ? fault : { ...fault, detail: `${part}: ${fault.detail}` },
    ),
  })
}
