const firstSeconds = 10
const longestSeconds = 60 * 60
/** For how long a message is pushed again before people are told. */
const patienceSeconds = 24 * 60 * 60

const secondsSince = (sentAt: Date, now: Date): number =>
  Math.floor((now.getTime() - sentAt.getTime()) / 1000)

/** Whether a message that was not taken is given up on. */
export const isGivenUp = (sentAt: Date, now: Date): boolean =>
  secondsSince(sentAt, now) >= patienceSeconds

/**
 * Seconds until the next attempt: each about twice as long after the last, an hour at most, half of it by chance (`random`, from 0
 * to 1) so that what failed together does not come back together. The last is when patience ends.
 */
export const secondsUntilNext = (
  attempt: number,
  { sentAt, now, random }: { readonly sentAt: Date; readonly now: Date; readonly random: number },
): number => {
  const longest = Math.min(longestSeconds, firstSeconds * 2 ** Math.min(attempt - 1, 20))
  const wait = Math.round(longest / 2 + (longest / 2) * random)
  return Math.max(1, Math.min(wait, patienceSeconds - secondsSince(sentAt, now)))
}
