import * as z from 'zod'

const fieldSchema = z.object({
  /** By its path, `[]` behind the name of a list. */
  name: z.string(),
  type: z.string(),
  required: z.boolean(),
  description: z.string(),
  /** The shape that it has, which stands on a page of its own. */
  shape: z.string().optional(),
})
const bodySchema = z.object({
  type: z.string(),
  shape: z.string().optional(),
  fields: z.array(fieldSchema).optional(),
  example: z.string().optional(),
})
const routeSchema = z.object({
  id: z.string(),
  method: z.string(),
  path: z.string(),
  group: z.string(),
  summary: z.string(),
  scopes: z.array(z.string()),
  parameters: z.array(
    z.object({
      where: z.string(),
      name: z.string(),
      type: z.string(),
      required: z.boolean(),
      description: z.string(),
    }),
  ),
  body: bodySchema.optional(),
  answers: z.array(
    z.object({ status: z.string(), description: z.string(), body: bodySchema.optional() }),
  ),
})

/** The API as its own description has it, made when the console was built. @see infra/build-api-pages.ts */
export const apiSchema = z.object({
  routes: z.array(routeSchema),
  events: z.array(z.object({ name: z.string(), summary: z.string(), body: bodySchema.optional() })),
  shapes: z.record(z.string(), z.object({ description: z.string(), fields: z.array(fieldSchema) })),
  codes: z.array(
    z.object({
      fields: z.array(z.string()),
      codes: z.array(z.object({ code: z.string(), label: z.string() })),
    }),
  ),
  problems: z.array(
    z.object({ type: z.string(), status: z.string(), meaning: z.string(), what: z.string() }),
  ),
})
export type Api = z.infer<typeof apiSchema>
