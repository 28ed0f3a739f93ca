/**
 * The code is left out of its list, or its field of the object. Where the field cannot be missing, the object is left
 * out of the list that it stands in; where it stands in none, the row cannot be read and waits for a release that can.
 */
export const leftOut = Symbol('left out')

/**
 * What this release reads in place of a code that is not in a closed list: alone in its field, and among others where that
 * differs. The row keeps the code.
 */
export type StandIn = {
  readonly list: readonly string[]
  readonly alone: string | typeof leftOut
  readonly among: string | typeof leftOut
}

/** The compiler sees to it that what stands in for a code is of the same list. */
export const standIn = <const List extends readonly string[]>(
  list: List,
  alone: List[number] | typeof leftOut,
  among: List[number] | typeof leftOut = alone,
): StandIn => ({ list, alone, among })

/** @throws Error for a list that nobody has decided about */
export const standInFor = (list: readonly string[], decided: readonly StandIn[]): StandIn => {
  const text = list.join()
  const found = decided.find((one) => one.list.join() === text)
  if (found === undefined)
    throw new Error(`say what is read in place of a code that is not one of: ${text}`)
  return found
}
