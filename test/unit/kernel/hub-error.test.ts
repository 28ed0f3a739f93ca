import { describe, expect, it } from 'vitest'
import { HubError } from '../../../shared/kernel/hub-error.ts'

describe('a fault by name', () => {
  it('carries its code and its sentence, and no fields unless told', () => {
    const error = new HubError('not-found', 'no such alert')
    expect(error).toMatchObject({
      name: 'HubError',
      code: 'not-found',
      message: 'no such alert',
      faults: [],
    })
    expect('cause' in error).toBe(false)
  })

  it('carries what caused it and which fields are at fault', () => {
    const cause = new Error('below')
    const faults = [{ pointer: '/a', detail: 'expected string' }]
    expect(new HubError('request-invalid', 'a', { cause }).cause).toBe(cause)
    const error = new HubError('request-invalid', 'a', { faults })
    expect(error.faults).toBe(faults)
    expect('cause' in error).toBe(false)
  })
})
