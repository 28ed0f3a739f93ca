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
export const everyMinute = ['rotate-index', ...sweepers, 'tell-senders', 'measure-hub'] as const

/** What the clock wakes once an hour. */
export const everyHour = [
  'verify-log',
  'report-use',
  'expire-entries',
] as const satisfies readonly FunctionName[]
/** What the clock wakes every five minutes. */
export const everyFiveMinutes = ['rehearse-concern'] as const satisfies readonly FunctionName[]

export type SweeperName = (typeof sweepers)[number]

/** In how many parts each sweeps every minute, side by side, each part its own shards of what waits. */
export const sweeperParts = {
  'tidy-register': 1,
  'watch-clocks': 8,
  'publish-messages': 4,
  'expire-concerns': 1,
} as const satisfies Record<SweeperName, 1 | 2 | 4 | 8>

/** What the clock tells whoever works in so many parts, once for each of them. */
export const partsOf = (of: number): readonly { readonly number: number; readonly of: number }[] =>
  Array.from({ length: of }, (_, number) => ({ number, of }))
