// How children are told apart, and what a concern of six people costs: npm run bench:children -- [--people 1000000] [--concerns 800]
import { parseArgs } from 'node:util'
import { runCommand } from '../cli/evaluate/run-command.ts'
import { step } from '../local/say.ts'
import type { ChildrenResult } from './children/children-result.ts'
import { countLevels } from './children/count-levels.ts'
import { shareAtSize } from './children/share-at-size.ts'
import { sumOutcomes, tryCases } from './children/try-cases.ts'
import { publish } from './document/results.ts'

const families = 20_000
const seeds = [41, 42, 43]
const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '1000000' },
    concerns: { type: 'string', default: '800' },
  },
})

await runCommand(async () => {
  const concerns = Number(values.concerns)
  const counts = await step('levels by chance', async () =>
    countLevels({ seed: 31, people: 150_000 }, 1_000_000),
  )
  const outcomes = await step('concerns of every kind', async () =>
    seeds.map((seed) => tryCases({ population: { seed, people: families }, concerns })),
  )
  const shared = await step('concerns of six people', async () =>
    shareAtSize({ seed: 11, people: Number(values.people) }, 300),
  )
  const result: ChildrenResult = {
    people: 150_000,
    seeds,
    dates: [...counts.dates],
    names: [...counts.names],
    outcomes: [...sumOutcomes(outcomes)],
    shared,
  }
  await publish('children', result)
})
