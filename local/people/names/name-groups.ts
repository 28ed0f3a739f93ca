/** Groups of names that stand for each other, parted by strokes; the names of a group are parted by blanks. */
const readGroups = (text: string): readonly (readonly string[])[] =>
  text.split('/').map((names) => names.trim().split(/\s+/))

export type Forms = ReadonlyMap<string, readonly string[]>

/** From each name, in small letters, to the others of its groups. */
export const groupsOf = (text: string): Forms => {
  const found = new Map<string, readonly string[]>()
  for (const group of readGroups(text))
    for (const name of group) {
      const others = group.filter((other) => other !== name)
      found.set(name.toLowerCase(), [...(found.get(name.toLowerCase()) ?? []), ...others])
    }
  return found
}

/** From the first name of each group, in small letters, to those that follow it. */
export const formsOfFirst = (text: string): Forms =>
  new Map(readGroups(text).map(([first = '', ...rest]) => [first.toLowerCase(), rest]))
