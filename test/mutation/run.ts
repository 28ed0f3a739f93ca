// Tries the fast tests of every room, or of those named on the command line; exit code 1 if one is below the bar.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { Stryker } from '@stryker-mutator/core'
import { forgetSurvivors } from './incremental.ts'
import { pageWith, rowOf } from './page.ts'
import { bar, type Room, roomNames, rooms } from './rooms.ts'
import { scoreOf, type Tally, tallyOf, unnoticed } from './tally.ts'

const page = 'docs/mutation.md'
const folder = '.local/mutation'

/** A room that was named goes by what changed in it and its tests since its last run; a run of all starts afresh. */
const mutate = async (room: Room, isAfresh: boolean): Promise<Tally> => {
  process.env['MUTATED_ROOM'] = room // for vitest.mutation.config.ts
  const incrementalFile = `${folder}/${room}.incremental.json`
  await forgetSurvivors(incrementalFile)
  const stryker = new Stryker({
    mutate: [...rooms[room]],
    force: isAfresh,
    incrementalFile,
    jsonReporter: { fileName: `${folder}/${room}.json` },
  })
  const mutants = await stryker.runMutationTest()
  await writeFile(`${folder}/${room}.txt`, `${unnoticed(mutants).join('\n')}\n`)
  return tallyOf(mutants)
}

const chosen = process.argv.slice(2)
const unknown = chosen.filter((name) => !roomNames.some((room) => room === name))
if (unknown.length > 0) {
  process.stderr.write(`no such room: ${unknown.join(', ')}; there are ${roomNames.join(', ')}\n`)
  process.exit(2)
}

await mkdir(folder, { recursive: true })
const day = new Date().toISOString().slice(0, 10)
for (const room of roomNames.filter((name) => chosen.length === 0 || chosen.includes(name))) {
  const startedAt = performance.now()
  const tally = await mutate(room, chosen.length === 0)
  const row = rowOf(room, tally, day)
  const seconds = Math.round((performance.now() - startedAt) / 1000)
  process.stdout.write(`${row} ${seconds} s; unnoticed: ${folder}/${room}.txt\n`)
  await writeFile(page, pageWith(await readFile(page, 'utf8').catch(() => ''), [row]))
  if (scoreOf(tally) < bar) process.exitCode = 1
}
