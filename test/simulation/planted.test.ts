import { describe, expect, it } from 'vitest'
import { isNightly, today } from '../builders/runs.ts'
import { inAProcess, seedsFrom } from './in-a-process.ts'
import { concernsEach } from './modes.ts'
import { plants } from './planted/plants.ts'

/** Seeds after which a bug counts as missed. */
const mostSeeds = 6
/** Of so many bugs one is planted in CI, each day others; in the night all are. */
const share = isNightly ? 1 : 18

describe('a planted bug', () => {
  const chosen = Object.entries(plants).filter((_, at) => at % share === today % share)

  it.each(chosen)('is found: %s', async (name, { mode, isRestored = false }) => {
    const batch = { mode, isRestored, concerns: concernsEach, isFaulty: true, stops: true }
    const { failed } = await inAProcess({ ...batch, seeds: seedsFrom(1, mostSeeds) }, name)
    expect(failed).not.toEqual([])
  })
})
