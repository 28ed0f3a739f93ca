import { rounds } from '../sizes/rounds.ts'
import { heaviest, type SizeResult } from '../sizes/size-result.ts'
import { tableLine } from './table-line.ts'

const megabytes = (bytes: number): string => String(Math.ceil(bytes / 2 ** 20))
const grouped = (value: number): string => value.toLocaleString('en-GB')
const percent = (value: number): string => `${(100 * value).toFixed(2)} %`
const times = (of: SizeResult['inProcess']): string =>
  of === undefined ? '–' : `${of.p50.toFixed(2)} / ${of.p99.toFixed(2)}`

const measures: readonly (readonly [name: string, of: (result: SizeResult) => string])[] = [
  [
    'candidates a query, average / p99',
    ({ candidates }) => `${candidates.average.toFixed(1)} / ${candidates.p99}`,
  ],
  ['look-ups a query, average', ({ lookups }) => lookups.average.toFixed(2)],
  ['round trips, most', ({ roundTrips }) => String(roundTrips)],
  ['pairs completeness', ({ pairsCompleteness }) => pairsCompleteness.toFixed(4)],
  ['look-up incomplete', ({ incompleteQueries, queries }) => percent(incompleteQueries / queries)],
  ['scoring, µs a comparison', (result) => result.microsecondsPerComparison.toFixed(1)],
  ['ms a query, p50 / p99, rows at hand', (result) => times(result.millisecondsPerQuery)],
  ['ms a query, p50 / p99, register in the process', ({ inProcess }) => times(inProcess)],
  [
    'one query’s process: heap / resident, MB, most',
    ({ heapBytes, residentBytes }) => `${megabytes(heapBytes)} / ${megabytes(residentBytes)}`,
  ],
  ['automatic', ({ bands }) => percent(bands.automaticRecall)],
  ['wrong automatic', ({ bands }) => String(bands.wrongAutomatic)],
  ['to a person', ({ bands }) => percent(bands.reviewRate)],
  ['missed', ({ bands }) => percent(bands.missedRate)],
]

const lineOf = (name: string, cells: readonly string[]): string => tableLine([name, ...cells])

/** What one query costs, by size of register. */
export const sizesPart = (results: readonly SizeResult[]): string => `## By size of register

Invented people, and notifications about them of which 30 % are about nobody registered, found by the hub's own keys, limits
and ranking, and weighed with the weights it starts with. The register streams past the keys that the notifications ask for:
only what a look-up reads is kept. Numbers are of ranges that nobody has, and these end: the first 800,000 people of a register have
an NHS number (but one in twelve), the first 14,900 a telephone of their own. The larger the register, the fewer are told by one.

- *Rows at hand* is the function's own work on one thread: making and hashing keys, choosing whom to fetch, normalising and
  scoring them. The network is not in it.
- *Register in the process* has the whole register normalised and indexed in memory, where that fits, and hashes nothing.
- *One query's process* is a fresh one that reads through the hub's own adapter over tables in memory, for the ${heaviest} queries that
  read most. No children are stored with the adults.
- Times are the least of ${rounds} rounds, query by query, since the machine was shared; pauses of the garbage collector mostly fall
  out with the rest.
- "Automatic" and "missed" are of the subjects who are registered, "to a person" is of all.

${lineOf(
  'people',
  results.map(({ people }) => grouped(people)),
)}
${tableLine(['people', ...results].map(() => '---'))}
${[
  lineOf(
    'notifications',
    results.map(({ queries }) => grouped(queries)),
  ),
  ...measures.map(([name, of]) => lineOf(name, results.map(of))),
].join('\n')}

Asked for: at a million people at most 100 candidates and 9 look-ups a query, completeness .997, 1.5 ms at the median and 8 ms
at the 99th percentile; at ten million at most 150 candidates on average, 2 round trips and 512 MB for one query's process.

${results
  .map(
    ({ people, queries, machine }) =>
      `- ${grouped(people)}: \`npm run bench:sizes -- --sizes ${people} --queries ${queries}\` (${machine})`,
  )
  .join('\n')}
`
