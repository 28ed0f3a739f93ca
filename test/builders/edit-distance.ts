type Rows = { readonly before: readonly number[]; readonly above: readonly number[] }

const nextRow = (
  a: string,
  b: string,
  at: { readonly row: number; readonly rows: Rows },
): number[] => {
  const { row, rows } = at
  const current = [row]
  for (let column = 1; column <= b.length; column += 1) {
    const same = a.charCodeAt(row - 1) === b.charCodeAt(column - 1)
    const crossed =
      row > 1 &&
      column > 1 &&
      a.charCodeAt(row - 1) === b.charCodeAt(column - 2) &&
      a.charCodeAt(row - 2) === b.charCodeAt(column - 1)
    current.push(
      Math.min(
        (rows.above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (rows.above[column - 1] ?? 0) + (same ? 0 : 1),
        crossed ? (rows.before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      ),
    )
  }
  return current
}

/**
 * Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours, no part edited twice
 * (so CA to ABC is 3, where the unrestricted distance says 2). A swapped digit pair is one keying slip, not two.
 */
export const editDistance = (a: string, b: string): number => {
  if (a === b) return 0
  let rows: Rows = {
    before: [],
    above: Array.from({ length: b.length + 1 }, (_, column) => column),
  }
  for (let row = 1; row <= a.length; row += 1) {
    rows = { before: rows.above, above: nextRow(a, b, { row, rows }) }
  }
  return rows.above[b.length] ?? 0
}
