// The matcher beside Splink on the same files, in the same run; writes its part of docs/matching-numbers.md.
import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { runCommand } from '../../cli/evaluate/run-command.ts'
import { ensureVenv } from '../../local/venv.ts'
import type { Row } from '../document/matching-result.ts'
import { publish, work } from '../document/results.ts'
import { machine } from '../machine.ts'
import { dataSets } from './data-sets.ts'
import { runHub } from './hub.ts'
import { requirements, runSplink } from './splink.ts'

await runCommand(async () => {
  await mkdir(work, { recursive: true })
  const sets = await dataSets(work)
  const commands = await ensureVenv('.local/splink', requirements)
  const rows: Row[] = []
  for (const [at, set] of sets.entries()) {
    process.stderr.write(`· ${set.name}\n`)
    const { queries, ...hub } = await runHub(set, resolve(work, `${at}-hub`))
    const splink = await runSplink(set, resolve(work, `${at}-splink`), resolve(commands, 'python'))
    rows.push({
      name: set.name,
      queries: set.queries === undefined ? undefined : queries,
      results: [hub, splink],
    })
  }
  await publish('matching', { machine: machine(), rows })
})
