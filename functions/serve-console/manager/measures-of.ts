import { suppressed, type Told } from './suppressed.ts'

/** What the API counts of one agency in one month. */
export type Volume = {
  readonly month: string
  readonly agencyName: string
  readonly raised: number
  readonly decided: number
  readonly noFurtherAction: number
}

export type Measure = {
  readonly name: string
  readonly raised: Told
  readonly decided: Told
  readonly noFurtherAction: Told
  /** Of those decided, in hundredths; none where either is too small to be told. */
  readonly rate?: number | undefined
}

const columns = ['raised', 'decided', 'noFurtherAction'] as const
type Counts = Readonly<Record<(typeof columns)[number], number>>

const sumOf = (volumes: readonly Volume[]): Counts => ({
  raised: volumes.reduce((sum, { raised }) => sum + raised, 0),
  decided: volumes.reduce((sum, { decided }) => sum + decided, 0),
  noFurtherAction: volumes.reduce((sum, { noFurtherAction }) => sum + noFurtherAction, 0),
})

const rateOf = ({ decided, noFurtherAction }: Omit<Measure, 'name' | 'raised'>) =>
  typeof decided === 'number' && typeof noFurtherAction === 'number' && decided > 0
    ? Math.round((noFurtherAction / decided) * 100)
    : undefined

const measured = (rows: readonly { readonly name: string; readonly counts: Counts }[]) => {
  const told = Object.fromEntries(
    columns.map((column) => [column, suppressed(rows.map(({ counts }) => counts[column]))]),
  ) as Record<(typeof columns)[number], readonly Told[]>
  return rows.map(({ name }, at): Measure => {
    const row = {
      raised: told.raised[at] ?? 'few',
      decided: told.decided[at] ?? 'few',
      noFurtherAction: told.noFurtherAction[at] ?? 'few',
    }
    return { name, ...row, rate: rateOf(row) }
  })
}

const grouped = (volumes: readonly Volume[], by: 'agencyName' | 'month') =>
  [...Map.groupBy(volumes, (one) => one[by])]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, theirs]) => ({ name, counts: sumOf(theirs) }))

/** What an authority was sent over some months, by agency and by month, with small numbers left out. */
export const measuresOf = (volumes: readonly Volume[]) => ({
  byAgency: measured(grouped(volumes, 'agencyName')),
  byMonth: measured(grouped(volumes, 'month')),
})
