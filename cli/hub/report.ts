/** What a verb did or found: as data, and in lines for people. */
export type Report = { readonly data: unknown; readonly lines: readonly string[] }

/** Rows side by side, each column as wide as its widest cell. */
export const columns = (rows: readonly (readonly string[])[]): readonly string[] => {
  const widths = rows.reduce<readonly number[]>(
    (widest, row) => row.map((cell, at) => Math.max(widest[at] ?? 0, cell.length)),
    [],
  )
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

export const textOf = ({ data, lines }: Report, isJson: boolean): string =>
  isJson ? `${JSON.stringify(data)}\n` : lines.map((line) => `${line}\n`).join('')

/** Rows that are there and that nothing can be said of: a list is never shorter by them in silence. */
export const unreadableLines = (keys: readonly string[]): readonly string[] =>
  keys.map((key) => `cannot be read: ${key}`)
