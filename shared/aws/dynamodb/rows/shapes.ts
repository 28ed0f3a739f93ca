import * as z from 'zod'

/** What a row that waits has beside the rest, as long as it does. */
export const waitingShape = {
  waitingFor: z.string().optional(),
  waitingUntil: z.string().optional(),
} as const
