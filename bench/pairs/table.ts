import { type Judgement, judgements } from './judge.ts'

export type Judged = {
  readonly id: string
  readonly group: string
  readonly expected: string
  readonly got: string
  readonly guards: readonly string[]
  readonly note: string
  readonly judgement: Judgement
}

const countsOf = (name: string, rows: readonly Judged[]): string =>
  [
    name.padEnd(20),
    String(rows.length).padStart(5),
    ...judgements.map((each) =>
      String(rows.filter(({ judgement }) => judgement === each).length).padStart(each.length),
    ),
  ].join('  ')

const failureOf = ({ id, expected, got, guards, note }: Judged): string =>
  `  ${id.padEnd(8)} ${got}, expected ${expected}${guards.length > 0 ? ` [${guards.join(', ')}]` : ''}: ${note}`

/** Counts in all and by group, then every row that is not right, the worst first. */
export const tableOf = (rows: readonly Judged[]): string => {
  const groups = [...Map.groupBy(rows, ({ group }) => group)]
  const failing = judgements
    .filter((judgement) => judgement !== 'right')
    .flatMap((judgement) => {
      const found = rows.filter((row) => row.judgement === judgement)
      return found.length === 0
        ? []
        : ['', `${judgement}: ${found.length}`, ...found.map(failureOf)]
    })
  return [
    ['group'.padEnd(20), ' rows', ...judgements].join('  '),
    ...groups.map(([group, found]) => countsOf(group, found)),
    countsOf('all', rows),
    ...failing,
    '',
  ].join('\n')
}
