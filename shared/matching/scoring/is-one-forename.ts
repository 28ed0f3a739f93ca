import type { GivenNameLevel } from '../comparisons/given-name.ts'

/** Levels at which two given names are of one person, as far as names can say: in full, in part, or otherwise written. */
export const isOneForename = {
  exact: true,
  'left-out': true,
  nickname: true,
  close: true,
  initial: false,
  like: false,
  contradicts: false,
  similar: false,
  faint: false,
  different: false,
} as const satisfies Record<GivenNameLevel, boolean>
