import { expect } from 'vitest'
import type { Batch, BatchReport } from './batch.ts'
import type { Mode } from './engine/chaos.ts'
import { inAProcess, seedsFrom } from './in-a-process.ts'
import { inProcesses, partsOf } from './in-processes.ts'
import keptSeeds from './seeds.json' with { type: 'json' }
import { faultNames, together, totalOf } from './totals.ts'

/** Seeds that once found something, as `npm run simulate` says it. */
const kept = keptSeeds as readonly Batch[]

/** Concerns of a seed. */
export const concernsEach = 200
/** A few; CI takes many beside all tests, as `npm run simulate` does. */
const seeds = seedsFrom(1, 2)

const tell = (report: BatchReport): void => {
  const { mode, concerns, calls, seconds, faults, terms } = report
  const rate = (concerns / seconds).toFixed(1)
  const counts = faultNames.map((name) => `${name} ${faults[name] ?? 0}`).join(', ')
  process.stdout.write(
    `\n${mode}: ${concerns} concerns, ${totalOf(report.faults)} faults, ${calls} calls, ${rate} concerns a second of a core\n${counts}\n${JSON.stringify(terms)}\n`,
  )
}

/** Runs the seeds of a mode, those kept first, and says what was found. */
export const simulate = async (mode: Mode): Promise<BatchReport> => {
  const batch = { mode, concerns: concernsEach, isFaulty: true }
  const own = kept.filter((one) => one.mode === mode)
  const report = together(await inProcesses([...own, ...partsOf({ ...batch, seeds })]))
  tell(report)
  expect(report.failed).toEqual([])
  expect(totalOf(report.faults)).toBeGreaterThan(report.concerns * 3)
  return report
}

/** The same seeds without a fault: nothing is found, and nothing is left for a sweep to rescue. */
export const simulateCalmly = async (mode: Mode): Promise<void> => {
  const report = await inAProcess({
    mode,
    concerns: concernsEach,
    isFaulty: false,
    seeds: [1],
  })
  expect(report).toMatchObject({ failed: [], rescues: 0, faults: {} })
}
