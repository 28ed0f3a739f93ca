import { tableLine } from '../document/table-line.ts'
import type { AssessmentCost } from './measure.ts'

type Measure = 'lookups' | 'candidates' | 'rowsRead' | 'roundTrips' | 'readUnits' | 'writeUnits'

const measures: Readonly<Record<Measure, string>> = {
  lookups: 'look-ups of the index',
  candidates: 'people compared',
  rowsRead: 'rows read',
  roundTrips: 'round trips, one after another',
  readUnits: 'read capacity units',
  writeUnits: 'write capacity units',
}

const grouped = (value: number): string => value.toLocaleString('en-GB')

const lineOf = (measure: Measure, costs: readonly AssessmentCost[]): string =>
  tableLine([
    measures[measure],
    ...costs.map((cost) => `${cost[measure].average.toFixed(1)} / ${grouped(cost[measure].most)}`),
  ])

/** The published page, as Markdown. */
export const assessmentPage = (
  costs: readonly AssessmentCost[],
): string => `# An assessment in numbers

Written by \`npm run bench:assessment\`; do not edit. Concerns about six invented people (two adults and four children, all
registered, told with the errors of forms), each assessed by the hub's own code over tables in memory that hold what these
concerns ask of a register of that size. Each figure is the average of the concerns, and the most.

${tableLine(['registered people', ...costs.map(({ people }) => grouped(people))])}
${tableLine(['registered people', ...costs].map(() => '---'))}
${tableLine(['concerns', ...costs.map(({ concerns }) => grouped(concerns))])}
${tableLine(['of them with somebody confirmed', ...costs.map(({ confirmed }) => grouped(confirmed))])}
${(Object.keys(measures) as Measure[]).map((measure) => lineOf(measure, costs)).join('\n')}

- A round trip is a wait for the tables, however much is asked at once; the secret of the index is in hand, as in a warm
  container.
- Units are DynamoDB's own sums over the rows read and written: strongly consistent where the hub asks for it, twice for each
  row of a transaction. What global indexes write beside it is not in them.
`
