/** A birth this many days before or after the date expected is still that birth. */
export const daysEarly = 120
export const daysLate = 21
