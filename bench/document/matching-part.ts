import { runs } from '../matching/fastest-run.ts'
import type { MatchingResult, Result, Row } from './matching-result.ts'
import { tableLine } from './table-line.ts'

const four = (value: number): string => value.toFixed(4)
const whole = (value: number): string => Math.round(value).toLocaleString('en-GB')
const percent = (value: number): string => `${(100 * value).toFixed(2)} %`

type Cells = (result: Result, row: Row) => readonly string[] | undefined

const qualityCells: Cells = ({ completeness, compared, at99, bestF1, withoutFalse }) => [
  `${four(completeness)} (${whole(compared)})`,
  `${at99.precision.toFixed(5)} / ${four(at99.recall)}`,
  four(bestF1),
  four(withoutFalse),
]

const bandCells: Cells = ({ bands }) =>
  bands && [
    percent(bands.automatic),
    String(bands.wrong),
    percent(bands.review),
    percent(bands.missed),
  ]

const timeCells: Cells = ({ compared, linkingSeconds, wholeSeconds }, { queries }) => [
  ...(queries === undefined
    ? ['–', '–', '–']
    : [
        ((1e6 * linkingSeconds) / compared).toFixed(1),
        ((1000 * linkingSeconds) / queries).toFixed(3),
        whole(compared / linkingSeconds),
      ]),
  wholeSeconds.toFixed(1),
]

const linesOf = (rows: readonly Row[], cellsOf: Cells): string =>
  rows
    .flatMap((row) =>
      row.results.flatMap((result) => {
        const cells = cellsOf(result, row)
        return cells === undefined ? [] : [tableLine([row.name, result.of, ...cells])]
      }),
    )
    .join('\n')

const threadsOf = (rows: readonly Row[], of: Result['of']): number =>
  Math.max(
    ...rows.flatMap(({ results }) =>
      results.filter((result) => result.of === of).map(({ threads }) => threads),
    ),
  )

/** The matcher beside Splink: quality, bands and time. */
export const matchingPart = ({ rows, machine }: MatchingResult): string => `## Pairs

"At .99" is the label-free threshold; "best F1" and "without a false pair" pick the threshold with labels.

| set | matcher | pairs completeness (pairs compared) | precision / recall at .99 | best F1 | recall without a false pair |
| --- | --- | --- | --- | --- | --- |
${linesOf(rows, qualityCells)}

## Bands

One answer a query. Splink has no guards; it is given the same rule for bands (≥ .999 and 4 bits clear is automatic, ≥ .09
goes to a person). Automatic and missed are of the subjects who are registered, review is of all queries.

| set | matcher | automatic | wrong automatic | review | missed |
| --- | --- | --- | --- | --- | --- |
${linesOf(rows, bandCells)}

On FEBRL the guards send more to a person than Splink's bare threshold does: its records contradict each other's identifier
one time in twenty, and a contradicting identifier is never confirmed.

What the guard of households costs: where a generator replaces whole names and dates of one person within one address, the
two records are written as two of a household would be, and the hub leaves them to people. On such a set, which is none of
the above, reviewers of the hub measured a best F1 of .9823 against Splink's .9930. That is accepted: a brother taken for his
brother is worse than a question.

## Time beside Splink

The same files in the same run, one matcher after the other, the least time of ${runs} runs of each
(${machine}). The first three columns are finding candidates and scoring
them, with everything loaded, normalised, indexed and trained before the clock starts: the hub one query after the other on
${threadsOf(rows, 'hub')} thread, its index in the same process; Splink all queries as one batch
(\`predict\`), DuckDB on ${threadsOf(rows, 'Splink 5')} threads. A pair costs the hub more where a query has few, for its look-ups count too. "Whole run" is the
process from files to links: starting, reading, indexing, training, scoring, writing; the hub's also checks its links against
the truth. Where a file meets itself the hub times no look-ups, so only the whole run is given.

| set | matcher | µs a pair | ms a query | pairs a second | whole run, s |
| --- | --- | --- | --- | --- | --- |
${linesOf(rows, timeCells)}
`
