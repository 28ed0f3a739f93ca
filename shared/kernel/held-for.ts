import type { Clock } from './clock.ts'

type Held<Result> = {
  readonly result: Promise<Result>
  readonly from: number
  readonly until: number
}

/**
 * What was read, for so many milliseconds; then it is read anew, and where the clock went back to before it was read.
 * What could not be read is asked for again at the next call.
 */
export const heldFor = <Result>(
  milliseconds: number,
  now: Clock,
  read: () => Promise<Result>,
): (() => Promise<Result>) => {
  let held: Held<Result> | undefined
  return () => {
    const at = now().getTime()
    if (held === undefined || at >= held.until || at < held.from) {
      const result = read()
      held = { result, from: at, until: at + milliseconds }
      result.catch(() => {
        held = undefined
      })
    }
    return held.result
  }
}
