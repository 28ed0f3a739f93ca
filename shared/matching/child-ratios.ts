import type { DateOfBirthLevel } from './comparisons/date-of-birth.ts'
import type { GivenNameLevel } from './comparisons/given-name.ts'

/**
 * How much oftener a level is found: `strangers`, of two children who are strangers than of two people of all ages; and
 * `siblings`, of two of one family than of two stranger children.
 */
export type Ratios = { readonly strangers: number; readonly siblings: number }

/**
 * Children were born within eighteen years, not seventy, and siblings on one day if they are twins, of whom more are
 * reckoned with than there are. As `npm run bench:children` counts them, rounded towards caution.
 * @see ONS, birth characteristics: about 15 maternities in 1,000 are multiple
 */
export const ratiosOfDates = {
  exact: { strangers: 3.5, siblings: 150 },
  'known-parts': { strangers: 3.5, siblings: 6 },
  'day-month-swapped': { strangers: 4, siblings: 1 },
  'one-edit': { strangers: 3.4, siblings: 1 },
  'two-of-three': { strangers: 3.5, siblings: 1.1 },
  'year-edit': { strangers: 1.6, siblings: 1 },
  'years-apart': { strangers: 1.6, siblings: 1 },
  'year-off': { strangers: 3.3, siblings: 1.1 },
  year: { strangers: 3.4, siblings: 1.4 },
  near: { strangers: 3.3, siblings: 1.1 },
  loose: { strangers: 3.3, siblings: 1.1 },
  different: { strangers: 0.9, siblings: 1 },
} as const satisfies Record<DateOfBirthLevel, Ratios>

/**
 * Strangers agree on a forename oftener among children than among adults because some names are common among children:
 * the frequencies of names take account of that, so it is not taken here too. Only step-siblings are called alike, by
 * chance; the first names that families give to all their sons or daughters are left to a guard. Names nearly alike are
 * commoner among siblings in life than in the families of the bench.
 */
export const ratiosOfGivenNames = {
  exact: { strangers: 1, siblings: 0.1 },
  nickname: { strangers: 1, siblings: 2 },
  close: { strangers: 1, siblings: 4 },
  'left-out': { strangers: 1, siblings: 2.5 },
  like: { strangers: 1, siblings: 4 },
  contradicts: { strangers: 1, siblings: 8 },
  initial: { strangers: 1, siblings: 1.5 },
  similar: { strangers: 1, siblings: 2 },
  faint: { strangers: 1, siblings: 1.2 },
  different: { strangers: 1, siblings: 1 },
} as const satisfies Record<GivenNameLevel, Ratios>
