import { expect, it } from 'vitest'
import { isNightly } from '../builders/runs.ts'
import { inAProcess, seedsFrom } from './in-a-process.ts'
import { restorable } from './run-restored.ts'

/** Of each table one by day. */
const seeds = seedsFrom(1, restorable.length * (isNightly ? 25 : 1))

it('names what is missing, goes on with the rest and signs no two roots of a size, whichever table is put back', async () => {
  const batch = { mode: 'all', concerns: 80, isFaulty: true, isRestored: true, seeds } as const
  const { failed, faults } = await inAProcess(batch)
  expect(failed).toEqual([])
  expect(faults.X9).toBeGreaterThan(seeds.length * 20)
})
