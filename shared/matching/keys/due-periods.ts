const periodDays = 56

/** The number, counted from 1970, of the eight weeks in which a day lies. */
export const periodOf = (day: number): number => Math.floor(day / periodDays)

/** Every eight weeks that these days touch. */
export const periodsOf = (first: number, last: number): readonly number[] =>
  Array.from({ length: periodOf(last) - periodOf(first) + 1 }, (_, at) => periodOf(first) + at)
