import type { Mode } from './engine/chaos.ts'
import type { Counts } from './engine/faults.ts'
import { type Report, type Run, runSeed } from './run.ts'
import { restorable, runRestored } from './run-restored.ts'
import { added } from './totals.ts'
import { familyOf, isKnown } from './world/families.ts'
import { makeGround } from './world/ground.ts'

/** Seeds to run one after another in one process. */
export type Batch = {
  readonly seeds: readonly number[]
  readonly mode: Mode
  /** Concerns of each seed. */
  readonly concerns: number
  readonly isFaulty: boolean
  /** Whether a table is put back to an earlier second in the middle: with each seed another. */
  readonly isRestored?: boolean
  /** Whether to stop at the first seed that finds something. */
  readonly stops?: boolean
}

export type BatchReport = {
  readonly mode: Mode
  readonly seeds: number
  readonly concerns: number
  readonly calls: number
  readonly faults: Counts
  readonly rescues: number
  readonly terms: Readonly<Record<string, number>>
  /** Seeds that found something, each with what. */
  readonly failed: readonly { readonly seed: number; readonly violations: readonly string[] }[]
  readonly digests: readonly string[]
  /** Seconds of one core. */
  readonly seconds: number
}

/** One family in forty is large, and the first of them larger than one transaction holds. */
const childrenOf = (number: number): number => {
  if (number % 40 !== 8) return 1 + (number % 2)
  return number === 8 ? 30 : 12
}

const runOne = (run: Run, isRestored: boolean): Promise<Report> => {
  const table = restorable[run.seed % restorable.length]
  return isRestored && table !== undefined ? runRestored(run, table) : runSeed(run)
}

const sumOf = (reports: readonly Report[], { mode }: Batch): Omit<BatchReport, 'seconds'> => ({
  mode,
  seeds: reports.length,
  concerns: reports.reduce((sum, { concerns }) => sum + concerns, 0),
  calls: reports.reduce((sum, { calls }) => sum + calls, 0),
  rescues: reports.reduce((sum, { rescues }) => sum + rescues, 0),
  faults: reports.reduce<Counts>((sum, { faults: some }) => added(sum, some), {}),
  terms: reports.reduce((sum, { terms }) => added(sum, terms), {}),
  failed: reports
    .filter(({ violations }) => violations.length > 0)
    .map(({ seed, violations }) => ({ seed, violations })),
  digests: reports.map(({ digest }) => digest),
})

/** Runs the seeds of a batch over the same families, each on a hub of its own. */
export const runBatch = async (batch: Batch): Promise<BatchReport> => {
  const { seeds, concerns, stops = false, isRestored = false } = batch
  const families = Array.from({ length: concerns }, (_, at) => familyOf(at, childrenOf(at)))
  const ground = await makeGround(families.filter(isKnown))
  const before = process.cpuUsage()
  const reports: Report[] = []
  for (const seed of seeds) {
    const report = await runOne({ ...batch, seed, ground, families }, isRestored)
    reports.push(report)
    if (stops && report.violations.length > 0) break
  }
  const { user, system } = process.cpuUsage(before)
  return { ...sumOf(reports, batch), seconds: (user + system) / 1e6 }
}
