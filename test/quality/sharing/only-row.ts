/** A table whose rows exclude each other: patterns over letters before `>`, what they lead to after it. */
export type Table = (key: readonly string[]) => readonly string[]

type Row = { readonly pattern: readonly string[]; readonly outcome: readonly string[] }

const readRow = (line: string): Row => {
  const [pattern = '', outcome = ''] = line.split('>')
  return {
    pattern: pattern.split('|').map((cell) => cell.trim()),
    outcome: outcome.trim().split(/\s+/),
  }
}

/**
 * In a pattern `-` is any letter, and several letters are any of them. The rows have no order: a key that no row fits,
 * or two, throws.
 */
export const tableOf = (text: string): Table => {
  const rows = text.trim().split('\n').map(readRow)
  const found = new Map<string, readonly string[]>()
  return (key) => {
    const written = key.join('|')
    const known = found.get(written)
    if (known !== undefined) return known
    const fitting = rows.filter(({ pattern }) =>
      pattern.every((cell, index) => cell === '-' || cell.includes(key[index] ?? '?')),
    )
    const [row, ...others] = fitting
    if (row === undefined || others.length > 0)
      throw new Error(`${fitting.length} rows fit ${written}`)
    found.set(written, row.outcome)
    return row.outcome
  }
}
