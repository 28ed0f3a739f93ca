import { describe, expect, it } from 'vitest'
import { inAProcess } from './in-a-process.ts'
import { concernsEach, simulate, simulateCalmly } from './modes.ts'

describe('the simulated hub, with every sweep', () => {
  it('loses nothing, does nothing twice and says nothing to nobody, whatever goes wrong', async () => {
    await simulate('all')
  })

  it('needs no rescue where nothing goes wrong', async () => {
    await simulateCalmly('all')
  })

  it('does the same again for the same seed', async () => {
    const batch = { mode: 'all', concerns: concernsEach, isFaulty: true, seeds: [1] } as const
    const [one, other] = await Promise.all([inAProcess(batch), inAProcess(batch)])
    expect(one.digests).toEqual(other.digests)
  })
})
