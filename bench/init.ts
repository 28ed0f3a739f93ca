// How long the functions take to begin, beside a bare client of the SDK: npm run bench:init -- [--rounds N]
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { runCommand } from '../cli/evaluate/run-command.ts'
import { measureInit } from './init/measure-init.ts'
import { initPage } from './init/page.ts'

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '9' } } })

await runCommand(async () => {
  const rounds = Number(values.rounds)
  await writeFile(resolve('docs', 'init.md'), initPage(measureInit(rounds), rounds))
})
