import type { Clock } from './clock.ts'

/** What was read, for so many milliseconds; then it is read anew. What could not be read is asked for again at the next call. */
export const heldFor = <Result>(
  milliseconds: number,
  now: Clock,
  read: () => Promise<Result>,
): (() => Promise<Result>) => {
  let held: { readonly result: Promise<Result>; readonly until: number } | undefined
  return () => {
    const at = now().getTime()
    if (held === undefined || at >= held.until) {
      const result = read()
      held = { result, until: at + milliseconds }
      result.catch(() => {
        held = undefined
      })
    }
    return held.result
  }
}
