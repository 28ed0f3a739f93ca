import { expect, it } from 'vitest'
import { sweepers } from '../../shared/config/sweepers.ts'
import { invokeFunction } from './invoke-function.ts'

it.each([...sweepers, 'tell-senders'])(
  '%s sweeps as it is deployed, with its own grants, and fails at nothing',
  async (name) => {
    const logged = await invokeFunction(name, 'SWEEP_COMPLETED')
    expect(logged).toContain('SWEEP_COMPLETED')
    expect(logged).not.toContain('RECORD_FAILED')
  },
)

it('verify-log walks as it is deployed, with its own grants, and finds nothing', async () => {
  const logged = await invokeFunction('verify-log', 'LOG_WALKED')
  expect(logged).toContain('LOG_WALKED')
  expect(logged).not.toMatch(/LOG_ALTERED|RECORD_FAILED|STOPPED/)
})

it('report-use reads and keeps as it is deployed, with its own grants, and fails at nothing', async () => {
  const logged = await invokeFunction('report-use')
  expect(logged).not.toContain('RECORD_FAILED')
})

it('measure-hub measures as it is deployed, with its own grants, and writes metrics', async () => {
  const logged = await invokeFunction('measure-hub', 'ConcernsWaiting')
  expect(logged).toContain('"Namespace":"safeguarding-hub"')
  expect(logged).toMatch(/"ConcernsWaiting":\d+/)
})
