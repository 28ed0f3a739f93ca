import { parseArgs } from 'node:util'
import type { BatchReport } from './batch.ts'
import { modes } from './engine/chaos.ts'
import { faults } from './engine/faults.ts'
import { seedsFrom } from './in-a-process.ts'
import { inProcesses, partsOf } from './in-processes.ts'
import { concernsEach } from './modes.ts'
import { faultNames, together, totalOf } from './totals.ts'

/** Of so many concerns each fault is asked for so often; of fewer, in proportion. */
const asked = { concerns: 50_000, ofEachFault: 200, faultsOfAConcern: 3 }

const { values } = parseArgs({
  options: {
    concerns: { type: 'string', default: String(asked.concerns) },
    from: { type: 'string', default: '1' },
  },
})
const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** What is wrong with the run as a whole, beside what its seeds found. */
const shortOf = ({ concerns, faults: counts }: BatchReport): readonly string[] => {
  const least = Math.floor((asked.ofEachFault * concerns) / asked.concerns)
  const total = totalOf(counts)
  return [
    ...faultNames
      .filter((name) => (counts[name] ?? 0) < least)
      .map((name) => `${name} came ${counts[name] ?? 0} times, which is less than ${least}`),
    ...(total < concerns * asked.faultsOfAConcern ? [`there were ${total} faults`] : []),
  ]
}

const startedAt = performance.now()
const each = Math.ceil(Number(values.concerns) / concernsEach / modes.length)
const batches = modes.flatMap((mode) =>
  partsOf({
    mode,
    concerns: concernsEach,
    isFaulty: true,
    seeds: seedsFrom(Number(values.from), each),
  }),
)
const reports = await inProcesses(batches, ({ mode, concerns, seconds, failed }) => {
  say(`${mode}: ${concerns} concerns, ${(concerns / seconds).toFixed(1)} a second of a core`)
  for (const { seed, violations } of failed)
    say(`FOUND { "mode": "${mode}", "seed": ${seed} }\n  ${violations.join('\n  ')}`)
})
const all = together(reports)
const minutes = (performance.now() - startedAt) / 60_000
for (const name of faultNames)
  say(`${name.padEnd(4)}${String(all.faults[name] ?? 0).padStart(9)}  ${faults[name].what}`)
say(`${all.concerns} concerns, ${totalOf(all.faults)} faults, ${all.calls} calls`)
say(`${minutes.toFixed(1)} minutes, ${(all.seconds / 60).toFixed(1)} of a core`)
say(JSON.stringify(all.terms))
const short = shortOf(all)
for (const line of short) say(line)
say(`${all.failed.length} seeds found something`)
if (all.failed.length + short.length > 0) process.exitCode = 1
