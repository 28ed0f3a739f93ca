import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import type { Batch, BatchReport } from './batch.ts'

const run = promisify(execFile)
const mostOutput = 64 * 1024 * 1024

/** Runs a batch in a process of its own; with a bug planted, where one is named. */
export const inAProcess = async (batch: Batch, plant?: string): Promise<BatchReport> => {
  const hook = plant === undefined ? [] : ['--import', resolve('test/simulation/planted/hook.ts')]
  const { stdout } = await run(
    process.execPath,
    [...hook, resolve('test/simulation/main.ts'), JSON.stringify(batch)],
    {
      maxBuffer: mostOutput,
      env: {
        ...process.env,
        // What was compiled once is not compiled by every process anew; a planted file has another text.
        NODE_COMPILE_CACHE: resolve('.local/simulation-code'),
        ...(plant !== undefined && { HUB_PLANTED: plant }),
      },
    },
  )
  return JSON.parse(stdout) as BatchReport
}

/** So many seeds from this one on. */
export const seedsFrom = (first: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, at) => first + at)
