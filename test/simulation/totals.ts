import type { BatchReport } from './batch.ts'
import { type Counts, type FaultName, faults } from './engine/faults.ts'

type Numbers = Readonly<Record<string, number>>

export const faultNames = Object.keys(faults) as readonly FaultName[]

/** Of each name what both have. */
export const added = (one: Numbers, other: Numbers): Numbers => {
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return Object.fromEntries([...names].map((name) => [name, (one[name] ?? 0) + (other[name] ?? 0)]))
}

export const totalOf = (counts: Counts): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0)

/** Several reports of one mode as one. */
export const together = (reports: readonly BatchReport[]): BatchReport =>
  reports.reduce((one, other) => ({
    mode: one.mode,
    seeds: one.seeds + other.seeds,
    concerns: one.concerns + other.concerns,
    calls: one.calls + other.calls,
    rescues: one.rescues + other.rescues,
    seconds: one.seconds + other.seconds,
    faults: added(one.faults, other.faults),
    terms: added(one.terms, other.terms),
    failed: [...one.failed, ...other.failed],
    digests: [...one.digests, ...other.digests],
  }))
