import * as z from 'zod'

const parameterSchema = z.looseObject({
  name: z.string(),
  in: z.enum(['path', 'query', 'header', 'cookie']),
  required: z.boolean().default(false),
})
const operationSchema = z.looseObject({
  operationId: z.string(),
  summary: z.string().default(''),
  tags: z.array(z.string()).min(1),
  parameters: z.array(parameterSchema).default([]),
  security: z.array(z.unknown()).default([]),
  requestBody: z
    .looseObject({ content: z.record(z.string(), z.looseObject({ example: z.unknown() })) })
    .optional(),
})
const methods = ['get', 'put', 'post', 'delete'] as const
const documentSchema = z.looseObject({
  paths: z.record(z.string(), z.partialRecord(z.enum(methods), operationSchema)),
})

/** One call of the API, as a collection holds it. */
export type Call = {
  readonly name: string
  readonly summary: string
  /** The part of the API that it belongs to. */
  readonly part: string
  readonly method: (typeof methods)[number]
  readonly path: string
  readonly parameters: readonly z.infer<typeof parameterSchema>[]
  readonly needsToken: boolean
  readonly body?: { readonly type: string; readonly example: unknown }
}

/** Every call that a description of the API names, in its order. */
export const callsOf = (document: unknown): readonly Call[] =>
  Object.entries(documentSchema.parse(document).paths).flatMap(([path, operations]) =>
    methods.flatMap((method) => {
      const operation = operations[method]
      if (operation === undefined) return []
      const { operationId: name, summary, tags, parameters, security, requestBody } = operation
      const [content] = Object.entries(requestBody?.content ?? {})
      const [part = ''] = tags
      return [
        {
          ...{ name, summary, part, method, path, parameters, needsToken: security.length > 0 },
          ...(content !== undefined && { body: { type: content[0], example: content[1].example } }),
        },
      ]
    }),
  )
