/** A row of a table, as Markdown. */
export const tableLine = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
