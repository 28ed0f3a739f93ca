/** What stands where something was taken out, so that a gap is never read as a full sentence. */
export const mark = '[protected]'
