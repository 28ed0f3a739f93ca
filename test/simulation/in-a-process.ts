import { fork } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import type { Batch, BatchReport } from './batch.ts'

/** A process whose randomness and time are the seeds’: batches as messages in, their reports as messages out. */
export const createProcess = (plant?: string) => {
  const hook = plant === undefined ? [] : ['--import', resolve('test/simulation/planted/hook.ts')]
  const child = fork(resolve('test/simulation/main.ts'), {
    execArgv: hook,
    env: {
      ...process.env,
      // What was compiled once is not compiled by every process anew; a planted file has another text.
      NODE_COMPILE_CACHE: resolve('.local/simulation-code'),
      ...(plant !== undefined && { HUB_PLANTED: plant }),
    },
  })
  const ended = once(child, 'exit').then(([code]: unknown[]) => {
    throw new Error(`the process of the simulation ended (${String(code)})`)
  })
  // Of a process that is ended because nobody needs it any more nobody waits for a report.
  ended.catch(() => {})
  return {
    run: async (batch: Batch): Promise<BatchReport> => {
      child.send(batch)
      const [report] = (await Promise.race([once(child, 'message'), ended])) as [BatchReport]
      return report
    },
    end: (): void => void child.kill(),
  }
}

/** Runs a batch in a process of its own; with a bug planted, where one is named. */
export const inAProcess = async (batch: Batch, plant?: string): Promise<BatchReport> => {
  const { run, end } = createProcess(plant)
  try {
    return await run(batch)
  } finally {
    end()
  }
}

/** So many seeds from this one on. */
export const seedsFrom = (first: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, at) => first + at)
