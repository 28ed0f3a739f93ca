import type { DateOfBirthLevel } from '../comparisons/date-of-birth.ts'

/** Levels at which the whole day agrees, otherwise written perhaps. */
export const isWholeDate = {
  exact: true,
  'known-parts': false,
  'day-month-swapped': true,
  'one-edit': false,
  'two-of-three': false,
  'year-edit': false,
  year: false,
  'years-apart': false,
  'year-off': false,
  near: false,
  loose: false,
  different: false,
} as const satisfies Record<DateOfBirthLevel, boolean>
