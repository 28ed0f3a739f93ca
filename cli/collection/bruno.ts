import type { Call } from './read-openapi.ts'

const block = (name: string, lines: readonly string[]): string =>
  `${name} {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`

/** What a reader is to put in place of: ids are of the hub, the rest is theirs. */
const values: Readonly<Record<string, string>> = {
  'hub-practitioner': 'SW-101',
  'hub-case-reference': 'CASE-1',
  'hub-purpose': 'safeguarding',
  'idempotency-key': '{{$guid}}',
  'if-match': '"1"',
}

/** A tilde switches a line off: what is optional is there to be switched on. */
const parametersIn = (call: Call, place: Call['parameters'][number]['in']): readonly string[] =>
  call.parameters
    .filter((one) => one.in === place)
    .map(({ name, required }) => `${required ? '' : '~'}${name}: ${values[name] ?? ''}`.trimEnd())

const indented = (value: unknown): readonly string[] =>
  JSON.stringify(value ?? {}, undefined, 2).split('\n')

const bodyOf = ({ body }: Call): readonly string[] => {
  if (body === undefined) return []
  if (body.type === 'application/json') return [block('body:json', indented(body.example))]
  const fields = Object.entries((body.example ?? {}) as Readonly<Record<string, unknown>>)
  return [
    block(
      'body:form-urlencoded',
      fields.map(([name, value]) => `${name}: ${String(value)}`),
    ),
  ]
}

const bodyKind = ({ body }: Call): string => {
  if (body === undefined) return 'none'
  return body.type === 'application/json' ? 'json' : 'formUrlEncoded'
}

/** One call as Bruno keeps it. @see https://docs.usebruno.com/bru-lang/overview */
export const bruFile = (call: Call, place: number): string =>
  [
    block('meta', [`name: ${call.name}`, 'type: http', `seq: ${place}`]),
    block(call.method, [
      `url: {{api}}${call.path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
      `body: ${bodyKind(call)}`,
      `auth: ${call.needsToken ? 'bearer' : 'none'}`,
    ]),
    ...[
      ['params:path', parametersIn(call, 'path')] as const,
      ['params:query', parametersIn(call, 'query')] as const,
      ['headers', parametersIn(call, 'header')] as const,
    ].flatMap(([name, lines]) => (lines.length === 0 ? [] : [block(name, lines)])),
    ...(call.needsToken ? [block('auth:bearer', ['token: {{token}}'])] : []),
    ...bodyOf(call),
    block('docs', [call.summary]),
  ].join('\n')

export const collectionFile = `${JSON.stringify(
  { version: '1', name: 'Safeguarding hub', type: 'collection' },
  undefined,
  2,
)}\n`

/** The token is a secret variable: Bruno writes no value of it into a file. */
export const environmentFile = (api: string): string =>
  `${block('vars', [`api: ${api}`])}vars:secret [\n  token\n]\n`
