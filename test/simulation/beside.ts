import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { constants, setPriority } from 'node:os'
import { keep } from '../../local/children.ts'
import { isNightly, today } from '../builders/runs.ts'

const lowest = constants.priority.PRIORITY_LOW
/** In nights each day’s seeds are others, so that what is searched grows. */
const firstSeed = isNightly ? today * 100_000 : 1
const isOfBatch = (line: string): boolean => line.endsWith('a second of a core')

/**
 * Simulates so many concerns beside all else, on what that leaves of the cores. Gives whether nothing was found, once it is
 * over and has said what it did; its log is `.local/simulation.log`.
 */
export const simulateBeside = (concerns: string): (() => Promise<boolean>) => {
  const asked = ['--concerns', concerns, '--from', String(firstSeed)]
  const child = keep(
    spawn(process.execPath, ['test/simulation/simulate.ts', ...asked], {
      stdio: ['ignore', 'ignore', 'inherit'],
      detached: true,
    }),
  )
  const ended = once(child, 'exit')
  const { pid } = child
  if (pid !== undefined) {
    setPriority(pid, lowest)
    // Linux weighs what one session runs against what another does before it looks at each.
    void writeFile(`/proc/${pid}/autogroup`, String(lowest)).catch(() => {})
  }
  return async () => {
    const [code] = (await ended) as readonly unknown[]
    const log = await readFile('.local/simulation.log', 'utf8').catch(() => 'no log')
    const said = log.split('\n').filter((line) => !isOfBatch(line))
    process.stdout.write(`\nThe simulation\n${said.join('\n')}\n`)
    return code === 0
  }
}
