import { availableParallelism } from 'node:os'
import type { Batch, BatchReport } from './batch.ts'
import { createProcess } from './in-a-process.ts'

/** Seeds of a batch: few enough that all processes end at about the same time. */
const seedsOfOne = 3

/** These seeds of a mode, shared out. */
export const partsOf = (batch: Batch): readonly Batch[] =>
  Array.from({ length: Math.ceil(batch.seeds.length / seedsOfOne) }, (_, at) => ({
    ...batch,
    seeds: batch.seeds.slice(at * seedsOfOne, (at + 1) * seedsOfOne),
  }))

/** Runs batches in a process for each core; their code stays warm from batch to batch. */
export const inProcesses = async (
  batches: readonly Batch[],
  onDone: (report: BatchReport, batch: Batch) => void = () => {},
): Promise<readonly BatchReport[]> => {
  const waiting = [...batches]
  const done: BatchReport[] = []
  const work = async (): Promise<void> => {
    const { run, end } = createProcess()
    try {
      for (let batch = waiting.shift(); batch !== undefined; batch = waiting.shift()) {
        const report = await run(batch)
        done.push(report)
        onDone(report, batch)
      }
    } finally {
      end()
    }
  }
  const processes = Math.min(batches.length, availableParallelism())
  await Promise.all(Array.from({ length: processes }, work))
  return done
}
