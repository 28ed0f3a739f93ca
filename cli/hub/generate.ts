import { mkdir } from 'node:fs/promises'
import type { Command } from 'commander'
import type { Notifications } from '../../bench/population/notifications.ts'
import { writePopulation } from '../../bench/population/write-population.ts'
import { firstStrangerSerial } from '../../local/people/invented-numbers.ts'
import { InputError } from '../evaluate/input-error.ts'
import { progress } from '../evaluate/progress.ts'
import { numberBetween } from './common-options.ts'
import { textOf } from './report.ts'

type Options = Notifications & { readonly out: string; readonly json?: boolean }

const generate = async ({ out, json = false, ...wanted }: Options): Promise<void> => {
  await mkdir(out, { recursive: true }).catch((cause: unknown) => {
    throw new InputError('--out: a folder that can be made', { cause })
  })
  writePopulation(out, wanted, progress.tell)
  if (json) process.stdout.write(textOf({ data: { out, ...wanted }, lines: [] }, json))
}

const mostSeed = 2 ** 32 - 1

/** `hub generate`: files as `hub evaluate` reads them. */
export const addGenerate = (hub: Command): void => {
  hub
    .command('generate')
    .requiredOption('--people <n>', 'how many', numberBetween(1, firstStrangerSerial))
    .requiredOption('--seed <n>', 'which', numberBetween(0, mostSeed))
    .option('--queries <n>', 'how many notifications', numberBetween(0, 1_000_000), 5000)
    .option(
      '--unregistered <share>',
      'of them, about nobody who is registered',
      numberBetween(0, 1, 'a share'),
      0.3,
    )
    .requiredOption('--out <folder>', 'where the files are written')
    .option('--json', 'print JSON')
    .action(generate)
}
