/** What both matchers reached on one set. `of` names the matcher. */
export type Result = {
  readonly of: 'hub' | 'Splink 5'
  readonly completeness: number
  readonly compared: number
  readonly at99: { readonly precision: number; readonly recall: number }
  readonly bestF1: number
  readonly withoutFalse: number
  readonly bands?:
    | {
        readonly automatic: number
        readonly wrong: number
        readonly review: number
        readonly missed: number
      }
    | undefined
}

export type Row = { readonly name: string; readonly results: readonly Result[] }

const four = (value: number): string => value.toFixed(4)
const percent = (value: number): string => `${(100 * value).toFixed(2)} %`

const qualityLine = (name: string, result: Result): string =>
  `| ${[
    name,
    result.of,
    `${four(result.completeness)} (${result.compared.toLocaleString('en-GB')})`,
    `${result.at99.precision.toFixed(5)} / ${four(result.at99.recall)}`,
    four(result.bestF1),
    four(result.withoutFalse),
  ].join(' | ')} |`

const bandLine = (name: string, { of, bands }: Result): readonly string[] =>
  bands === undefined
    ? []
    : [
        `| ${[
          name,
          of,
          percent(bands.automatic),
          String(bands.wrong),
          percent(bands.review),
          percent(bands.missed),
        ].join(' | ')} |`,
      ]

const lines = (rows: readonly Row[], lineOf: (name: string, result: Result) => readonly string[]) =>
  rows.flatMap(({ name, results }) => results.flatMap((result) => lineOf(name, result))).join('\n')

/** The published tables, as Markdown. */
export const documentOf = (rows: readonly Row[]): string => `# Matching in numbers

Written by \`npm run bench:matching\`; do not edit. Both matchers read the same files in the same run and train without
labels. Splink's models (\`bench/matching/splink/models.py\`) were chosen *with* labels, set by set, in its favour; the hub has
one model for all. The sets are the development sets: the hub was developed on them, so they are no proof for others.

## Pairs

"At .99" is the label-free threshold; "best F1" and "without a false pair" pick the threshold with labels.

| set | matcher | pairs completeness (pairs compared) | precision / recall at .99 | best F1 | recall without a false pair |
| --- | --- | --- | --- | --- | --- |
${lines(rows, (name, result) => [qualityLine(name, result)])}

## Bands

One answer a query. Splink has no guards; it is given the same rule for bands (≥ .999 and 4 bits clear is automatic, ≥ .09
goes to a person). Automatic and missed are of the subjects who are registered, review is of all queries.

| set | matcher | automatic | wrong automatic | review | missed |
| --- | --- | --- | --- | --- | --- |
${lines(rows, bandLine)}

On FEBRL the guards send more to a person than Splink's bare threshold does: its records contradict each other's identifier
one time in twenty, and a contradicting identifier is never confirmed.
`
