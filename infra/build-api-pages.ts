import { readFileSync } from 'node:fs'

/** A part of the description of the API, as far as pages show it. */
type Schema = {
  readonly $ref?: string
  readonly type?: string
  readonly enum?: readonly string[]
  readonly const?: unknown
  readonly format?: string
  readonly description?: string
  readonly maxLength?: number
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
}
type Content = Readonly<Record<string, { readonly schema: Schema; readonly example?: unknown }>>
type Answer = {
  readonly $ref?: string
  readonly description?: string
  readonly content?: Content
  readonly headers?: Readonly<Record<string, unknown>>
}
type Parameter = {
  readonly in: string
  readonly name: string
  readonly required?: boolean
  readonly schema: Schema
  readonly description?: string
}
type Operation = {
  readonly operationId: string
  readonly summary: string
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[]
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content: Content }
  readonly responses: Readonly<Record<string, Answer>>
}
type Document = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly webhooks: Readonly<Record<string, { readonly post: Operation }>>
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>
    readonly responses: Readonly<Record<string, Answer>>
  }
}

/** Groups of routes by the first part of their path; what opens the door to the others stands under `start`. */
const groupOf = (path: string): string => {
  const [, first = ''] = path.split('/')
  return ['token', '.well-known', 'openapi.json', 'asyncapi.json', 'health'].includes(first)
    ? 'start'
    : first
}

const refOf = ({ $ref }: { readonly $ref?: string }): string | undefined => $ref?.split('/').at(-1)

const plain = (text = ''): string => text.trim().replaceAll('`', '')

/** More values than that are a list of codes, which has a place of its own. */
const mostValues = 12

const typeOf = (schema: Schema): string => {
  const { type, format, maxLength, items, enum: values, const: only } = schema
  const choices = schema.anyOf ?? schema.oneOf
  const ref = refOf(schema)
  if (ref !== undefined) return ref
  if (only !== undefined) return JSON.stringify(only)
  if (values !== undefined)
    return values.length > mostValues ? `one of ${values.length} codes` : values.join(' | ')
  if (choices !== undefined) return [...new Set(choices.map(typeOf))].join(' or ')
  if (items !== undefined) return `list of ${typeOf(items)}`
  const most = maxLength === undefined ? '' : `, at most ${maxLength}`
  return `${format ?? type ?? 'any'}${most}`
}

type Field = {
  readonly name: string
  readonly type: string
  readonly required: boolean
  readonly description: string
  readonly shape?: string
}

const deepest = 4

const within = (schema: Schema): Schema =>
  schema.items === undefined ? schema : within(schema.items)

/** The fields of a shape, those of what stands inside it by their path. */
const fieldsOf = (schema: Schema, before = '', depth = 0): readonly Field[] =>
  Object.entries(schema.properties ?? {}).flatMap(([name, one]) => {
    const inner = within(one)
    const shape = refOf(inner)
    const path = `${before}${name}${one.items === undefined ? '' : '[]'}`
    const field: Field = {
      name: path,
      type: typeOf(one),
      required: schema.required?.includes(name) ?? false,
      description: plain(one.description ?? inner.description),
      ...(shape !== undefined && { shape }),
    }
    return depth < deepest ? [field, ...fieldsOf(inner, `${path}.`, depth + 1)] : [field]
  })

const bodyOf = (content: Content | undefined) => {
  const [type, found] = Object.entries(content ?? {})[0] ?? []
  if (type === undefined || found === undefined) return undefined
  const { schema, example } = found
  const shape = refOf(schema)
  return {
    type,
    ...(shape === undefined ? { fields: fieldsOf(schema) } : { shape }),
    ...(example !== undefined && { example: JSON.stringify(example, null, 2) }),
  }
}

type Call = { readonly path: string; readonly method: string; readonly operation: Operation }

const routeOf = (
  { path, method, operation }: Call,
  responses: Document['components']['responses'],
) => ({
  id: operation.operationId,
  method: method.toUpperCase(),
  path,
  group: groupOf(path),
  summary: plain(operation.summary),
  scopes: (operation.security ?? []).flatMap((one) => Object.values(one).flat()),
  parameters: (operation.parameters ?? []).map(
    ({ in: where, name, required, schema, description }) => ({
      where,
      name,
      type: typeOf(schema),
      required: required ?? false,
      description: plain(description ?? schema.description),
    }),
  ),
  body: bodyOf(operation.requestBody?.content),
  answers: Object.entries(operation.responses).map(([status, answer]) => {
    const whole = responses[refOf(answer) ?? ''] ?? answer
    return {
      status,
      description: plain(whole.description),
      body: status < '300' ? bodyOf(whole.content) : undefined,
    }
  }),
})

type Named = {
  readonly field: string
  readonly codes: readonly string[]
  readonly words: readonly string[]
}

const namesOfNothing = new Set(['items', 'anyOf', 'oneOf', 'schema', 'properties'])

/** Every list of codes that has words, with the field that holds one of them. */
const listsIn = (described: unknown, field = ''): readonly Named[] => {
  if (typeof described !== 'object' || described === null) return []
  const { enum: codes, 'x-enum-descriptions': words } = described as {
    readonly enum?: readonly string[]
    readonly 'x-enum-descriptions'?: readonly string[]
  }
  const own = codes !== undefined && words !== undefined ? [{ field, codes, words }] : []
  const { name } = described as { readonly name?: unknown }
  return [
    ...own,
    ...Object.entries(described).flatMap(([key, one]) => {
      const isPlace = Array.isArray(described) || namesOfNothing.has(key)
      return listsIn(one, isPlace ? (typeof name === 'string' ? name : field) : key)
    }),
  ]
}

/** Each list once, under the names of all fields that hold one of its codes. */
const codeListsOf = (document: Document) =>
  [...Map.groupBy(listsIn(document), ({ codes, words }) => JSON.stringify([codes, words]))].map(
    ([list, named]) => {
      const [codes, words] = JSON.parse(list) as [string[], string[]]
      return {
        fields: [...new Set(named.map(({ field }) => field))].toSorted(),
        codes: codes.map((code, at) => ({ code, label: words[at] ?? '' })),
      }
    },
  )

/** The rows of the tables of docs/problems.md, which a test holds to the codes that there are. */
const problemsOf = (text: string) =>
  text.split('\n').flatMap((line) => {
    const [, type, status, meaning, what] = line.split(/(?<!\\)\|/)
    return /^ `[a-z-]+` $/.test(type ?? '') && what !== undefined
      ? [
          {
            type: plain(type ?? ''),
            status: plain(status ?? ''),
            meaning: plain(meaning ?? ''),
            what: plain(what),
          },
        ]
      : []
  })

/** What the pages for integrators show, of the published description of the API, so that a page begins with no more than it needs. */
export const apiPages = (): string => {
  const document = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as Document
  const { paths, webhooks, components } = document
  return JSON.stringify({
    routes: Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) =>
        routeOf({ path, method, operation }, components.responses),
      ),
    ),
    events: Object.entries(webhooks).map(([name, { post }]) => ({
      name,
      summary: plain(post.summary),
      body: bodyOf(post.requestBody?.content),
    })),
    shapes: Object.fromEntries(
      Object.entries(components.schemas).map(([name, schema]) => [
        name,
        { description: plain(schema.description), fields: fieldsOf(schema) },
      ]),
    ),
    codes: codeListsOf(document).toSorted((one, other) =>
      one.fields.join().localeCompare(other.fields.join(), 'en'),
    ),
    problems: problemsOf(readFileSync('docs/problems.md', 'utf8')),
  })
}
