import type { FunctionName } from '../config/functions.ts'
import type { Clock } from '../kernel/clock.ts'
import type { NewId } from '../kernel/ids.ts'
import { createLog, type Log } from '../logging/logger.ts'
import { newId } from './new-id.ts'

/** What a function takes in from outside, besides its clients: time, fresh ids and somewhere to log. */
export type World = { readonly now: Clock; readonly newId: NewId; readonly log: Log }

/** The machine's clock and randomness, and the function's own log. */
export const worldOf = (name: FunctionName): World => ({
  now: () => new Date(),
  newId,
  log: createLog(name),
})
