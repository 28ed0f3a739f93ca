/** Whole seconds from a moment, as ISO 8601 in UTC, until now; 0 where it is still to come. */
export const secondsSince = (moment: string, now: Date): number =>
  Math.max(0, Math.floor((now.getTime() - Date.parse(moment)) / 1000))
