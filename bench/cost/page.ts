import { tableLine } from '../document/table-line.ts'
import type { MixCost } from './measure-mix.ts'
import { memory, type Used, waits } from './meter.ts'
import { mix, mixKinds } from './mix.ts'
import {
  poundsOf,
  poundsOfAll,
  poundsPerDollar,
  prices,
  pricesAsOf,
  storagePrice,
} from './prices.ts'
import { sumOf, type Unit, units } from './units.ts'

/** £ per 1,000 concerns of the mix, at most. */
export const target = 0.12

const unitWords: Readonly<Record<Unit, string>> = {
  tableWrites: 'DynamoDB write units, tables',
  indexWrites: 'DynamoDB write units, indexes',
  reads: 'DynamoDB read units',
  symmetricKeyCalls: 'KMS requests, symmetric',
  asymmetricKeyCalls: 'KMS requests, asymmetric',
  objectPuts: 'objects put or listed',
  objectGets: 'objects read',
  publications: 'SNS publications',
  queueRequests: 'SQS requests',
  gatewayRequests: 'API Gateway requests',
  invocations: 'Lambda invocations',
  gigabyteSeconds: 'Lambda GB-seconds (arm64)',
  logBytes: 'CloudWatch Logs bytes',
  traces: 'X-Ray traces',
}

const perThousand = (counted: number, { concerns }: MixCost): number => (counted * 1_000) / concerns
const pounds = (value: number): string => value.toFixed(4)

/** £ per 1,000 concerns. */
export const costOf = (cost: MixCost): number =>
  perThousand(poundsOfAll(sumOf([...cost.used.values()])), cost)

const partLine =
  (cost: MixCost) =>
  ([part, used]: readonly [string, Used]): string => {
    const { tableWrites, indexWrites, reads, invocations, milliseconds } = used
    const each = (counted: number): string => (counted / cost.concerns).toFixed(2)
    return tableLine([
      part,
      each(invocations),
      (milliseconds / invocations).toFixed(0),
      each(tableWrites + indexWrites),
      each(reads),
      pounds(perThousand(poundsOfAll(used), cost)),
    ])
  }

const partsTable = (cost: MixCost): string =>
  [
    tableLine(['part', 'runs a concern', 'ms a run', 'write units', 'read units', '£ per 1,000']),
    tableLine(['---', '---', '---', '---', '---', '---']),
    ...[...cost.used]
      .toSorted(([, one], [, other]) => poundsOfAll(other) - poundsOfAll(one))
      .map(partLine(cost)),
    tableLine(['**all**', '', '', '', '', `**${pounds(costOf(cost))}**`]),
  ].join('\n')

const unitLine =
  (cost: MixCost) =>
  (unit: Unit): string => {
    const counted = sumOf([...cost.used.values()])[unit]
    const { dollars, source } = prices[unit]
    return tableLine([
      unitWords[unit],
      (counted / cost.concerns).toFixed(2),
      `[${(dollars * 1_000_000).toPrecision(4)}](${source})`,
      pounds(perThousand(poundsOf(unit, counted), cost)),
    ])
  }

const unitsTable = (cost: MixCost): string =>
  [
    tableLine(['what is billed', 'a concern', '$ a million', '£ per 1,000']),
    tableLine(['---', '---', '---', '---']),
    ...units.map(unitLine(cost)),
  ].join('\n')

const mixTable = [
  tableLine(['%', 'kind', 'what it is']),
  tableLine(['---', '---', '---']),
  ...mixKinds.map((kind) => tableLine([String(mix[kind].percent), kind, mix[kind].means])),
].join('\n')

const keptLine = (cost: MixCost): string => {
  const gigabytes = perThousand(cost.storedBytes, cost) / 1_000 ** 3
  const monthly = gigabytes * storagePrice.dollars * poundsPerDollar.rate
  return `1,000 concerns leave ${(gigabytes * 1_000).toFixed(1)} MB in tables and indexes: £${pounds(monthly)} a month with point-in-time recovery ([${storagePrice.dollars.toFixed(3)} $/GB](${storagePrice.source})), not in the figure.`
}

/** The published page, as Markdown. */
export const costPage = (cost: MixCost): string => `# What a concern costs

Written by \`npm run cost\`; do not edit. **£${costOf(cost).toFixed(3)} per 1,000 concerns of the mix** (asked for: at most £${target.toFixed(2)}), in
London (eu-west-2), on demand, without tax and without any free tier, at list prices as known on ${pricesAsOf} and a rate of
${poundsPerDollar.rate} £ to the dollar (${poundsPerDollar.asOf}, to plan with). Follow the links before you quote a price: they change.

## The mix

${mixTable}

Each concern is checked to have become what its line says, or the run ends.

## Where it goes

${partsTable(cost)}

${unitsTable(cost)}

## How it is counted

- The functions that are deployed run in this process over tables, keys and topics in memory that count what AWS would bill:
  a transaction twice, each kilobyte begun, an index by what of its projection changes, a read of nothing as one.
- ${cost.concerns} concerns, one every ${cost.secondsApart} s (three million a year, spread evenly; sealing costs less at any greater pace), each with a
  token of its own, over what ${cost.people.toLocaleString('en-GB')} registered people put under the keys that are asked for. Streams have four shards and
  the windows of \`shared/config/stream-readers.ts\`.
- A run is billed for its processor time here, as ${memory.megabytes} MB have ${memory.megabytes}/${memory.megabytesOfAProcessor} of a processor, and for its waits: ${waits.read} ms a read, ${waits.write} a
  write, ${waits.key} a key, ${waits.publish} a publication, taken as typical. Cold starts are not in it ([init](init.md)).
- One request in twenty is traced (\`shared/config/traced-share.ts\`).
- Not in it: what people do with an alert afterwards, what the clock does on a later day, and what the hub costs when nothing
  happens (a dollar a month for each KMS key, ten cents for each alarm, logs and backups kept).

${keptLine(cost)}
`
