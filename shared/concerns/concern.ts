import type * as z from 'zod'
import { concernShape } from './concern-shape.ts'
import { crossFieldRules } from './cross-field-rules.ts'

/** A concern as an adult service sends it. Strict: a field the hub does not know is refused, so nothing arrives unseen. */
export const concernSchema = concernShape
  .superRefine((concern, context) => {
    for (const { path, expected, holds } of crossFieldRules)
      if (!holds(concern)) context.addIssue({ code: 'custom', path: [path], message: expected })
  })
  .meta({ id: 'Concern' })
export type Concern = z.infer<typeof concernSchema>
