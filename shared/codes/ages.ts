/** From the tenth birthday to the day before the sixteenth, in months: an age at which neglect is overlooked (F10). */
export const adolescence = { from: 120, to: 191 } as const

export const isAdolescent = (months: number): boolean =>
  months >= adolescence.from && months <= adolescence.to

/** Until the second birthday, the unborn included, harm is the gravest (F8). In months, itself no longer counted. */
export const infancyEnds = 24

export const isUnderTwo = (months: number): boolean => months < infancyEnds

/** From the eighteenth birthday on somebody is no child (Children Act 1989, s.105). In months. */
const adulthoodBegins = 216

export const isGrownUp = (months: number): boolean => months >= adulthoodBegins
