type Compare<Item, Level> = (a: Item, b: Item) => Level | undefined

/**
 * Compares lists, such as all the addresses of two people: the strongest level that any pair of theirs finds, by the
 * order of `levels`. Undefined when no pair can be compared.
 */
export const bestLevel =
  <Item, Level extends string>(levels: readonly Level[], compareOne: Compare<Item, Level>) =>
  (a: readonly Item[], b: readonly Item[]): Level | undefined => {
    const [one] = a
    const [other] = b
    if (one === undefined || other === undefined) return undefined
    // Nearly everybody has one of each, and this runs for every candidate.
    if (a.length === 1 && b.length === 1) return compareOne(one, other)
    const found = new Set(a.flatMap((each) => b.map((its) => compareOne(each, its))))
    return levels.find((level) => found.has(level))
  }
