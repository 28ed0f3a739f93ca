import type { AnyFunction } from '../config/functions.ts'
import type { Clock } from '../kernel/clock.ts'
import type { NewId } from '../kernel/ids.ts'
import { joined } from '../logging/joined.ts'
import { createLog, type Log } from '../logging/logger.ts'
import { newId } from './new-id.ts'

/** What a function takes in from outside, besides its clients: time, fresh ids and somewhere to log. */
export type World = { readonly now: Clock; readonly newId: NewId; readonly log: Log }

const now: Clock = () => new Date()

/** The machine's clock and randomness, and the function's own log, each line of which has the ids of the work in hand. */
export const worldOf = (name: AnyFunction): World => ({
  now,
  newId,
  log: joined(createLog(name, now)),
})
