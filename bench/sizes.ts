// What one query costs on registers of several sizes: npm run bench:sizes -- [--sizes N,N] [--queries Q]
import { mkdir } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { InputError } from '../cli/evaluate/input-error.ts'
import { runCommand } from '../cli/evaluate/run-command.ts'
import { publish, work } from './document/results.ts'
import { measureSize } from './sizes/measure-size.ts'

const usage =
  'usage: npm run bench:sizes -- [--sizes 10000,100000,1000000,10000000] [--queries 5000]'

const numberOf = (text: string): number => {
  if (!/^[1-9]\d{0,7}$/.test(text)) throw new InputError(usage)
  return Number(text)
}

const readOptions = () => {
  try {
    const { values } = parseArgs({
      options: {
        sizes: { type: 'string', default: '10000,100000,1000000,10000000' },
        queries: { type: 'string', default: '5000' },
      },
    })
    return { sizes: values.sizes.split(',').map(numberOf), queries: numberOf(values.queries) }
  } catch (error) {
    throw error instanceof InputError ? error : new InputError(usage, { cause: error })
  }
}

await runCommand(async () => {
  const { sizes, queries } = readOptions()
  await mkdir(work, { recursive: true })
  for (const people of sizes)
    await publish(`size-${people}`, await measureSize({ people, queries }, work))
})
