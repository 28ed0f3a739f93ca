/** Does the work at the first call and gives its result to every later one; work that failed is done again. */
export const once = <Result>(work: () => Promise<Result>): (() => Promise<Result>) => {
  let held: Promise<Result> | undefined
  return () => {
    held ??= work().catch((error: unknown) => {
      held = undefined
      throw error
    })
    return held
  }
}
