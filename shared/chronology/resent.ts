/** What tells whether two concerns are about one incident. `statedOn` is the day the referrer gave, if any. */
type Telling = {
  readonly agency: string
  readonly stated: string
  readonly statedOn?: string | undefined
  readonly recordedAt: string
}

/** How long after the first a repetition is one (F12). */
export const resendHours = 72

const isWithinResending = (apart: number): boolean =>
  apart >= 0 && apart <= resendHours * 60 * 60 * 1000

/**
 * The same incident told again: by the same agency, about the same stated person, with the same stated day, within 72
 * hours of the first (F12). It follows from what was sent, known family or not (policy §9.3). A concern that states no
 * day may be about anything, so it is never taken for a repetition.
 */
export const isResent = (first: Telling, later: Telling): boolean =>
  first.agency === later.agency &&
  first.stated === later.stated &&
  later.statedOn !== undefined &&
  first.statedOn === later.statedOn &&
  isWithinResending(Date.parse(later.recordedAt) - Date.parse(first.recordedAt))
