import { describe, it } from 'vitest'
import { simulate, simulateCalmly } from './modes.ts'

describe('the simulated hub, without any sweep', () => {
  it('loses nothing, does nothing twice and says nothing to nobody, whatever goes wrong', async () => {
    await simulate('none')
  })

  it('needs no rescue where nothing goes wrong', async () => {
    await simulateCalmly('none')
  })
})
