/** So much above the rate of all may that of one culture be. */
export const mostAbove = 1.5
/** Chance of taking anything for more than chance, whichever culture it is. */
const level = 0.05

/** How many of how many. */
export type Rate = { readonly found: number; readonly of: number }

/** The chance of `least` or more of `of`, where each comes with this `share`. */
const chanceOfAtLeast = (least: number, of: number, share: number): number => {
  if (share >= 1) return 1
  let logTerm = of * Math.log(1 - share)
  let below = 0
  for (let count = 0; count < least; count += 1) {
    below += Math.exp(logTerm)
    logTerm += Math.log((of - count) / (count + 1)) + Math.log(share / (1 - share))
  }
  return Math.max(0, 1 - below)
}

/**
 * Whether one culture's rate is significantly above 1.5 × the rate of all. If it were 1.5 ×, that culture would have 1.5 ×
 * its share of all that were found, and so many would come to it with a chance below 5 %, divided by the number of
 * cultures that are looked at: an exact, one-sided binomial test, which holds for small numbers too. @see Bonferroni 1936
 */
export const isFarAbove = (one: Rate, all: Rate, cultures: number): boolean =>
  one.found > 0 &&
  chanceOfAtLeast(one.found, all.found, (mostAbove * one.of) / all.of) < level / cultures
