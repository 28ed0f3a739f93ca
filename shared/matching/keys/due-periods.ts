const periodDays = 56

/** A birth this many days before or after the date expected is still that birth. */
export const daysEarly = 120
export const daysLate = 21

/** The number, counted from 1970, of the eight weeks in which a day lies. */
export const periodOf = (day: number): number => Math.floor(day / periodDays)

/** Every eight weeks that these days touch. */
export const periodsOf = (first: number, last: number): readonly number[] =>
  Array.from({ length: periodOf(last) - periodOf(first) + 1 }, (_, at) => periodOf(first) + at)
