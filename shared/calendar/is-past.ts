/** Whether a moment, as ISO text, has come. */
export const isPast = (moment: string, now: Date): boolean => Date.parse(moment) <= now.getTime()
