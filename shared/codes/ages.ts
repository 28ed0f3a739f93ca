/** From the tenth birthday to the day before the sixteenth, in months: an age at which neglect is overlooked (F10). */
const adolescence = { from: 120, to: 191 }

export const isAdolescent = (months: number): boolean =>
  months >= adolescence.from && months <= adolescence.to

/** An age at which harm is the gravest (F8). */
export const isUnderTwo = (months: number): boolean => months < 24
