/** Does the work for each item in order of the list, so many at once at the most; the next begins when one is done. */
export const sideBySide = async <Item>(
  items: readonly Item[],
  most: number,
  work: (item: Item) => Promise<void>,
): Promise<void> => {
  const left = items.values()
  const takeOn = async (): Promise<void> => {
    for (const item of left) await work(item)
  }
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, takeOn))
}
