import type { FunctionName } from './functions.ts'

/** Functions that the clock wakes every minute to attend to what waits. */
export const sweepers = [
  'tidy-register',
  'watch-clocks',
  'publish-messages',
  'expire-concerns',
] as const satisfies readonly FunctionName[]

/**
 * All that the clock wakes every minute but sealing. In one process they run in this order: the first makes the key of the
 * match index, without which nobody can be recorded or found.
 */
export const everyMinute = ['rotate-index', ...sweepers] as const

export type SweeperName = (typeof sweepers)[number]
