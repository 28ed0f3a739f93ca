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

/** The bounds of what a number holds exactly: no bound of ours. */
const isInexact = (bound: number | bigint): boolean => !(Math.abs(Number(bound)) < 2 ** 53 - 1)

const noSuchField = 'no such field'

/** Sentences by kind of fault. zod's own may quote what was sent; these name only what was expected. */
const expected = (issue: Issue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return kinds[issue.expected] ?? `expected ${issue.expected}`
    case 'invalid_value':
      return ownWords(issue) ?? `one of: ${issue.values.map(String).join(', ')}`
    case 'too_big':
      return isInexact(issue.maximum)
        ? 'a whole number'
        : `at most ${issue.maximum}${counted[issue.origin] ?? ''}`
    case 'too_small':
      return isInexact(issue.minimum)
        ? 'a whole number'
        : `at least ${issue.minimum}${counted[issue.origin] ?? ''}`
    case 'invalid_format':
      return formatted(issue)
    case 'custom':
      return issue.message
    case 'unrecognized_keys':
      return noSuchField
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
  datetime: 'a moment, such as 2026-11-23T10:00:00Z',
}

const formatted = (issue: Extract<Issue, { code: 'invalid_format' }>): string =>
  ownWords(issue) ?? formats[issue.format] ?? `the format: ${issue.format}`

/** A field name that could be one of ours, so it is safe to repeat; anything else might be data in the wrong place. */
const looksLikeName = /^[a-z][A-Za-z0-9_-]{0,39}$/
/** Names of ours that are repeated however they are written. */
const oursInAnyCase = /^(?:preview|limit|cursor|state|changedSince|agencyType)$/i
const isSafeToRepeat = (key: string): boolean => looksLikeName.test(key) || oursInAnyCase.test(key)

const faultsOf = ({ path, issue, detail }: PartIssue): FieldFault[] => {
  if (issue === undefined) return [{ pointer: pointerOf(path), detail: detail ?? '' }]
  const keys = issue.code === 'unrecognized_keys' ? issue.keys.filter(isSafeToRepeat) : []
  const paths = keys.length > 0 ? keys.map((key) => [...path, key]) : [path]
  return paths.map((one) => ({ pointer: pointerOf(one), detail: expected(issue) }))
}

/** Of fields that the contract has, every one that a form could hold; of others no more than shows the kind. */
const mostFaults = 100
const mostUnknown = 20

const bounded = (faults: readonly FieldFault[]): readonly FieldFault[] => {
  const known = faults.filter(({ detail }) => detail !== noSuchField).slice(0, mostFaults)
  const unknown = faults.filter(({ detail }) => detail === noSuchField)
  return [...known, ...unknown.slice(0, Math.max(0, mostUnknown - known.length))]
}

type Part = 'body' | 'path' | 'query' | 'header'

/** The first word on each field: once that is mended, others may no longer hold. */
const oneOnEach = (faults: readonly FieldFault[]): readonly FieldFault[] => {
  const byPointer = Map.groupBy(faults, ({ pointer }) => pointer)
  return [...byPointer.values()].flatMap(([first]) => (first === undefined ? [] : [first]))
}

/** The fault that names a hundred fields at most and no value; `part` starts the sentences of parts that are not the body. */
export const requestInvalid = (part: Part, issues: readonly PartIssue[]): HubError => {
  const faults = bounded(oneOnEach(issues.flatMap(faultsOf)))
  return new HubError('request-invalid', `the ${part} does not fit its contract`, {
    faults: faults.map((fault) =>
      part === 'body' ? fault : { ...fault, detail: `${part}: ${fault.detail}` },
    ),
  })
}

/**
 * Unknown becomes typed here, at the edge.
 * @throws HubError request-invalid
 */
export const parseRequest = <Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  part: Part = 'body',
): z.infer<Schema> => {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw requestInvalid(
    part,
    parsed.error.issues.map((issue) => ({ path: issue.path, issue })),
  )
}

/**
 * A body without its blanks: what a form left empty was not sent.
 * @throws HubError request-invalid, whose pointers lead through the body as it was sent
 */
export const parseForm = <Schema extends z.ZodType>(
  schema: Schema,
  sent: unknown,
): z.infer<Schema> => {
  const { value, originOf } = withoutBlanks(sent)
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw requestInvalid(
    'body',
    parsed.error.issues.map((issue) => ({ path: originOf(issue.path), issue })),
  )
}
