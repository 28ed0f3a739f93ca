import type { FunctionName } from './functions.ts'

/**
 * Functions that the clock wakes every minute to attend to what waits. In one process they run in this order: the first
 * makes the key of the match index, without which a concern cannot be kept for whoever is recorded later.
 */
export const sweepers = [
  'tidy-register',
  'watch-clocks',
  'publish-messages',
  'expire-concerns',
] as const satisfies readonly FunctionName[]
export type SweeperName = (typeof sweepers)[number]
