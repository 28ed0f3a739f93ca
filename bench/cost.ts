// What 1,000 concerns cost, from counted calls and units: npm run cost -- [--people N] [--concerns N]
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { runCommand } from '../cli/evaluate/run-command.ts'
import { say } from '../local/say.ts'
import { measureMix } from './cost/measure-mix.ts'
import { costOf, costPage, target } from './cost/page.ts'

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '100000' },
    concerns: { type: 'string', default: '200' },
  },
})

/** Three million a year, spread evenly. */
const secondsApart = 10.5

await runCommand(async () => {
  const population = { seed: 11, people: Number(values.people) }
  const cost = await measureMix(population, { concerns: Number(values.concerns), secondsApart })
  await writeFile(resolve('docs', 'cost.md'), costPage(cost))
  say(
    `£${costOf(cost).toFixed(3)} per 1,000 concerns; asked for: at most £${target.toFixed(2)}. Written to docs/cost.md.`,
  )
})
