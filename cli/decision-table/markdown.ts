const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |`

export const table = (
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] => [row(heads), row(heads.map(() => '---')), ...rows.map(row)]
