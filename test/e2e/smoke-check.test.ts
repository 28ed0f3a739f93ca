import { describe, expect, it } from 'vitest'
import { smokeCheck } from '../../cli/deploy/smoke-check.ts'
import { place } from './place.ts'

describe('what a deployment is asked at its end', () => {
  it('finds nothing wrong with a hub that stands', async () => {
    expect(await smokeCheck(place.apiUrl)).toEqual([])
  })

  it('says what does not answer', async () => {
    const faults = await smokeCheck(place.apiUrl.replace(/v1$/, 'v0'))
    expect(faults).toHaveLength(4)
    for (const fault of faults) expect(fault).toMatch(/ (?:answered \d+ and not|did not answer)/)
  })
})
