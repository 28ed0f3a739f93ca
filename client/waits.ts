/** What came of one try: the status and the Retry-After of an answer, or none. */
export type Tried = { readonly status: number; readonly retryAfter: string | null } | 'no-answer'

export type Trying = {
  /** From 1. */
  readonly attempt: number
  readonly tries: number
  /** Whether the same request twice does the same as once. */
  readonly isSafe: boolean
}

/** Of the hub, or of what stands before it. */
const passing: readonly number[] = [429, 502, 503, 504]
/** Refused before anything of it was read, so that anything may be sent again. */
const untouched = 429

/** Milliseconds. Whoever is told to wait longer than the longest is told so at once. */
const first = 250
const longest = 60_000

const toldToWait = (retryAfter: string | null, now: Date): number => {
  if (retryAfter === null) return 0
  const seconds = Number(retryAfter)
  const told = Number.isNaN(seconds) ? Date.parse(retryAfter) - now.getTime() : seconds * 1000
  return Number.isNaN(told) ? 0 : Math.max(0, told)
}

/**
 * How long to wait before the next try, in milliseconds; undefined where there is none. Twice as long each time and never at the same moment as
 * others who wait (`chance`: 0 to 1), and no shorter than the hub says.
 */
export const waitAfter = (
  tried: Tried,
  { attempt, tries, isSafe }: Trying,
  { now, chance }: { readonly now: Date; readonly chance: number },
): number | undefined => {
  if (attempt >= tries) return undefined
  const backOff = Math.min(longest, first * 2 ** attempt) * (0.5 + chance / 2)
  if (tried === 'no-answer') return isSafe ? backOff : undefined
  if (!passing.includes(tried.status) || !(isSafe || tried.status === untouched)) return undefined
  const wait = Math.max(backOff, toldToWait(tried.retryAfter, now))
  return wait > longest ? undefined : wait
}
