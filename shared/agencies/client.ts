import * as z from 'zod'
import { callerSchema } from './access.ts'

/** A registered system: its public keys, who it acts for, and whether it may still act. Only public keys are kept. */
export const clientSchema = callerSchema.extend({
  active: z.boolean(),
  keys: z
    .array(
      z.strictObject({
        kty: z.literal('EC'),
        crv: z.literal('P-256'),
        x: z.string(),
        y: z.string(),
        kid: z.string(),
        alg: z.literal('ES256'),
        use: z.literal('sig').optional(),
      }),
    )
    .min(1)
    .max(3),
})
export type Client = z.infer<typeof clientSchema>
