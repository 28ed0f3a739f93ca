import * as z from 'zod'
import { callerSchema } from './access.ts'
import { publicKeySchema } from './public-key.ts'

/** Keys that a client holds at once: the one in use, and while it is replaced the one before. */
export const mostKeys = 2

const clientKeySchema = publicKeySchema.extend({
  until: z.iso.datetime().optional().meta({ description: 'The moment from which it is refused' }),
})
export type ClientKey = z.infer<typeof clientKeySchema>

/** A registered system: its public keys, who it acts for, and whether it may still act. Only public keys are kept. */
export const clientSchema = callerSchema.extend({
  active: z.boolean(),
  keys: z.array(clientKeySchema).min(1).max(mostKeys),
  /** Where the client publishes its keys; they are fetched when the operator says so, and never by the hub itself. */
  jwksUrl: z.url().optional(),
})
export type Client = z.infer<typeof clientSchema>

export const isKeyLive = ({ until }: Pick<ClientKey, 'until'>, now: Date): boolean =>
  until === undefined || now.getTime() < Date.parse(until)
