import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Batch, BatchReport } from './batch.ts'
import { modes } from './engine/chaos.ts'
import { faults } from './engine/faults.ts'
import { seedsFrom } from './in-a-process.ts'
import { inProcesses, partsOf } from './in-processes.ts'
import { faultNames, together, totalOf } from './totals.ts'

/** Of so many concerns each fault is asked for so often; of fewer, in proportion. */
const asked = { concerns: 50_000, ofEachFault: 200, faultsOfAConcern: 3 }

const { values } = parseArgs({
  options: {
    concerns: { type: 'string', default: String(asked.concerns) },
    from: { type: 'string', default: '1' },
  },
})
/** What a stranger reads afterwards, line by line as it is said. */
const log = '.local/simulation.log'
mkdirSync('.local', { recursive: true })
writeFileSync(log, '')
const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
  appendFileSync(log, `${line}\n`)
}

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

/** Of each seed. With more the streams fall so far behind that most is done when all has healed, and little goes wrong. */
const concernsEach = 400
/** Of so many seeds one more, of fewer concerns, in which a table is put back to an earlier second: of four each another. */
const restored = { of: 10, concerns: 100 }
const startedAt = performance.now()
const each = Math.ceil(Number(values.concerns) / concernsEach / modes.length)
const from = Number(values.from)
const usual = { concerns: concernsEach, isFaulty: true }
const batches = [
  ...modes.flatMap((mode) => partsOf({ ...usual, mode, seeds: seedsFrom(from, each) })),
  ...partsOf({
    ...usual,
    concerns: restored.concerns,
    mode: 'all',
    isRestored: true,
    seeds: seedsFrom(from, Math.ceil(each / restored.of)),
  }),
]
const nameOf = ({ mode, isRestored = false }: Batch): string =>
  isRestored ? `${mode}, with a table put back` : mode
say(`${each} seeds a mode from ${from} on, ${concernsEach} concerns each`)
const reports = await inProcesses(batches, ({ concerns, seconds, failed }, batch) => {
  const { seeds } = batch
  const rate = (concerns / seconds).toFixed(1)
  say(
    `${nameOf(batch)}: seeds ${seeds[0]} to ${seeds.at(-1)}, ${concerns} concerns, ${rate} a second of a core`,
  )
  for (const { seed, violations } of failed)
    say(`FOUND ${JSON.stringify({ ...batch, seeds: [seed] })}\n  ${violations.join('\n  ')}`)
})
const all = together(reports)
const minutes = (performance.now() - startedAt) / 60_000
for (const name of faultNames)
  say(`${name.padEnd(4)}${String(all.faults[name] ?? 0).padStart(9)}  ${faults[name].what}`)
say(`${all.concerns} concerns, ${totalOf(all.faults)} faults, ${all.calls} calls`)
say(`${minutes.toFixed(2)} minutes, ${(all.seconds / 60).toFixed(2)} of a core`)
say(JSON.stringify(all.terms))
const short = shortOf(all)
for (const line of short) say(line)
say(`${all.failed.length} seeds found something`)
say(`This is kept in ${log}`)
if (all.failed.length + short.length > 0) process.exitCode = 1
