import { describe, expect, it } from 'vitest'
import { documentOf } from '../../../bench/document/document.ts'
import { countFates } from '../../../bench/fairness/count-fates.ts'
import { cultures } from '../../../bench/fairness/cultures.ts'
import { hurtCultures, sumOf, sumsBy } from '../../../bench/fairness/sum-cultures.ts'

const size = { each: 400, background: 4000, queries: 210 }
const counts = countFates({ ...size, seed: 7 })
const sums = sumsBy(counts, 'culture')

describe('people of every culture of names', () => {
  it('are asked for equally often, registered or not', () => {
    expect(sums).toHaveLength(cultures.length)
    for (const { missed, asked } of sums) expect([missed.of, asked.of]).toEqual([210, 210])
  })

  it('are hardly ever missed, and mostly confirmed', () => {
    const { missed, automatic } = sumOf('all', counts)
    expect(missed.found / missed.of).toBeLessThan(0.02)
    expect(automatic.found / automatic.of).toBeGreaterThan(0.75)
  })

  it('are neither taken for others nor missed significantly oftener than 1.5 × as all are', () => {
    expect(hurtCultures(counts)).toEqual([])
  })
})

describe('the published page', () => {
  it('tells each culture’s rates with their intervals', () => {
    const fairness = { seeds: [7], ...size, counts: [...counts] }
    const page = documentOf({ matching: undefined, sizes: [], fairness })
    expect(page).toMatch(/\| Vietnamese \| \d+ \| [\d.]+ \([\d.]+–[\d.]+\) \|/)
    expect(page).toContain('| twin | 510 |')
    expect(documentOf({ matching: undefined, sizes: [] })).toContain('npm run bench:fairness')
  })
})
