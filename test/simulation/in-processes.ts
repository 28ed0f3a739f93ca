import { availableParallelism } from 'node:os'
import type { Batch, BatchReport } from './batch.ts'
import { inAProcess } from './in-a-process.ts'

/** Seeds of a process: enough that its start is little of it and its code is warm, few enough that all end at about the same time. */
const seedsOfOne = 20

/** These seeds of a mode, shared out. */
export const partsOf = (batch: Batch): readonly Batch[] =>
  Array.from({ length: Math.ceil(batch.seeds.length / seedsOfOne) }, (_, at) => ({
    ...batch,
    seeds: batch.seeds.slice(at * seedsOfOne, (at + 1) * seedsOfOne),
  }))

/** Runs batches in as many processes at once as the machine has cores. */
export const inProcesses = async (
  batches: readonly Batch[],
  onDone: (report: BatchReport, batch: Batch) => void = () => {},
): Promise<readonly BatchReport[]> => {
  const waiting = [...batches]
  const done: BatchReport[] = []
  const work = async (): Promise<void> => {
    for (let batch = waiting.shift(); batch !== undefined; batch = waiting.shift()) {
      const report = await inAProcess(batch)
      done.push(report)
      onDone(report, batch)
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work))
  return done
}
