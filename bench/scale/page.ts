import { tableLine } from '../document/table-line.ts'
import { backlogSection } from '../sweep/page.ts'
import type { Backlog } from '../sweep/sweep-backlog.ts'
import { type Busy, partitionLimits } from './busiest.ts'

export type Measured = {
  readonly rates: readonly number[]
  readonly lines: readonly { readonly busy: Busy; readonly units: readonly number[] }[]
  readonly keysPerPerson: number
  readonly backlog: Backlog
}

const limitOf = ({ kind }: Busy): number => partitionLimits[kind]

/** Concerns a second at which the busiest partition of this kind is at its limit. */
const breaksAt = ({ busy, units }: Measured['lines'][number], rates: readonly number[]): number => {
  const [least = 1] = rates
  const [first = 0] = units
  return busy.spread === 'own id' || first === 0
    ? Number.POSITIVE_INFINITY
    : (limitOf(busy) * least) / first
}

const lineOf =
  (rates: readonly number[]) =>
  (line: Measured['lines'][number]): string => {
    const at = breaksAt(line, rates)
    return tableLine([
      `${line.busy.name}, ${line.busy.kind}`,
      line.busy.spread,
      line.busy.perConcern.toFixed(2),
      ...line.units.map((units) =>
        units > limitOf(line.busy) ? `**${units.toFixed(0)}**` : units.toFixed(units < 10 ? 1 : 0),
      ),
      at > 100_000 ? 'none' : at.toFixed(0),
    ])
  }

const millions = { children: 12, adults: 20 } as const
const rowBytes = { index: 250, record: 2_500 } as const

const sizeLine = (keysPerPerson: number): string => {
  const people = millions.children + millions.adults
  const rows = people * (1 + keysPerPerson)
  const gigabytes = (people * (rowBytes.record + keysPerPerson * rowBytes.index)) / 1_000
  return `${millions.children} million children and ${millions.adults} million adults under ${keysPerPerson.toFixed(0)} keys each are ${rows.toFixed(0)} million rows, some ${gigabytes.toFixed(0)} GB: hundreds of partitions, over which hashed keys fall evenly.`
}

/** The published page, as Markdown. */
export const scalePage = ({ rates, lines, keysPerPerson, backlog }: Measured): string => {
  const ordered = lines.toSorted((one, other) => breaksAt(one, rates) - breaksAt(other, rates))
  const over = (rate: number): number => {
    const at = rates.indexOf(rate)
    return lines.filter(({ busy, units }) => (units[at] ?? 0) > limitOf(busy)).length
  }
  return `# What breaks first

Written by \`npm run bench:scale\`; do not edit. Concerns of [the mix](cost.md) go through the deployed functions over tables in
memory; what they write and read is counted by partition, with the hub's own keys, and set out for a country: three million
concerns a year, with peaks of ${rates.join(' and ')} a second. A partition takes ${partitionLimits.writes.toLocaleString('en-GB')} write units and ${partitionLimits.reads.toLocaleString('en-GB')} read units a second.

${rates.map((rate) => `- At ${rate} a second ${over(rate) === 0 ? 'no partition passes its limit' : `${over(rate)} pass their limit, in bold below`}.`).join('\n')}
- ${sizeLine(keysPerPerson)}

## The busiest partition of each kind

Units a second, the first to break first; *breaks at* is concerns a second.

${tableLine(['table or index, kind', 'spreads over', 'units a concern', ...rates.map((rate) => `at ${rate}/s`), 'breaks at'])}
${tableLine(['---', '---', '---', ...rates.map(() => '---'), '---'])}
${ordered.map(lineOf(rates)).join('\n')}

- *Four*, *eight* and *sixteen shards*: by the id of what stands there, drawn 100,000 times; of what waits as if all of it were of one urgency. *Agencies*: 1,200, of which the largest sends some
  2.7 %; *authorities*: 153, the largest with some 2.4 % of the children. *Index keys*: the commonest key of 20,000 invented
  people, in every concern about one of them. *Own id*: one concern, alert, child or adult, all that this run did to it.
- Every limit is one that DynamoDB may pass for a while, and lifts where it can split a busy partition: nothing here rests on it.

## What to do about it, in this order

1. **The sequencer.** It moves the head one transaction after another: at some fifteen milliseconds each, of thirty entries,
   two thousand entries a second, or four hundred concerns. Above, entries wait and are sealed when the peak is over; they
   are kept, and found, meanwhile. Then: several logs, an entry in the one of its shard, and a head over their roots.
2. **\`LOG#main\`.** The batch's leaves are most of it: they can stand in a partition of their own for each ten thousand.
3. **Waiting audit entries** and the indexes \`day\` and \`actor\`: more shards than sixteen and four, by more hex digits.
4. **Waiting rows** (\`intake/waiting\`, \`casework/waiting\`): more shards than eight (\`shards\` in
   \`shared/casework/waiting.ts\`), which the parts of the sweep share out. When an index cannot keep up, DynamoDB slows the writes of
   its table, and a door answers 503.

${backlogSection(backlog)}`
}
