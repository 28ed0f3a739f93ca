// How people of different cultures of names fare: npm run bench:fairness -- [--seeds 1,2,3] [--each 2000] [--background 26000] [--queries 1000]
import { parseArgs } from 'node:util'
import { InputError } from '../cli/evaluate/input-error.ts'
import { runCommand } from '../cli/evaluate/run-command.ts'
import { say, step } from '../local/say.ts'
import { publish } from './document/results.ts'
import { addUp, countFates } from './fairness/count-fates.ts'
import type { Count, FairnessResult } from './fairness/fairness-result.ts'
import { hurtCultures } from './fairness/sum-cultures.ts'

const numberOf = (text: string): number => {
  if (!/^\d{1,7}$/.test(text))
    throw new InputError('seeds, each, background, queries: whole numbers')
  return Number(text)
}

const readOptions = () => {
  const text = (usual: string) => ({ type: 'string', default: usual }) as const
  const options = {
    seeds: text('1,2,3'),
    each: text('2000'),
    background: text('26000'),
    queries: text('1000'),
  }
  const { values } = parseArgs({ options })
  return {
    seeds: values.seeds.split(',').map(numberOf),
    each: numberOf(values.each),
    background: numberOf(values.background),
    queries: numberOf(values.queries),
  }
}

type Options = ReturnType<typeof readOptions>

const countOf = async (who: 'adults' | 'children', { seeds, ...wanted }: Options) => {
  const counts: Count[] = []
  for (const seed of seeds)
    counts.push(
      ...(await step(`${who}, seed ${seed}`, async () => countFates({ ...wanted, who, seed }))),
    )
  return addUp(counts)
}

await runCommand(async () => {
  const options = readOptions()
  const [adults, children] = [await countOf('adults', options), await countOf('children', options)]
  const result: FairnessResult = { ...options, adults, children }
  await publish('fairness', result)
  const hurt = [...hurtCultures(adults), ...hurtCultures(children)]
  for (const each of hurt) say(`significantly above 1.5 × the rate of all: ${each}`)
  if (hurt.length > 0) process.exitCode = 1
})
