import { describe, it } from 'vitest'
import { simulate, simulateCalmly } from './modes.ts'

describe('the simulated hub, with sweeps that only send on what is pending', () => {
  it('loses nothing, does nothing twice and says nothing to nobody, whatever goes wrong', async () => {
    await simulate('pending')
  })

  it('needs no rescue where nothing goes wrong', async () => {
    await simulateCalmly('pending')
  })
})
