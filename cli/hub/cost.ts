import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { measureMix } from '../../bench/cost/measure-mix.ts'
import { costOf, costPage, target } from '../../bench/cost/page.ts'
import { numberBetween } from './common-options.ts'
import { textOf } from './report.ts'

type Options = { readonly people: number; readonly concerns: number; readonly json?: boolean }

/** Three million a year, spread evenly. */
const secondsApart = 10.5

const cost = async ({ people, concerns, json = false }: Options): Promise<void> => {
  const counted = await measureMix({ seed: 11, people }, { concerns, secondsApart })
  await writeFile(resolve('docs', 'cost.md'), costPage(counted))
  const poundsPerThousand = costOf(counted)
  const line = `£${poundsPerThousand.toFixed(3)} per 1,000 concerns; asked for: at most £${target.toFixed(2)}. Written to docs/cost.md.`
  process.stdout.write(textOf({ data: { poundsPerThousand, target }, lines: [line] }, json))
}

/** `hub cost`: of the mix, in memory. */
export const addCost = (hub: Command): void => {
  hub
    .command('cost')
    .option('--people <n>', 'how many the register holds', numberBetween(1, 10_000_000), 100_000)
    .option('--concerns <n>', 'how many are sent', numberBetween(1, 1_000_000), 200)
    .option('--json', 'print JSON')
    .action(cost)
}
