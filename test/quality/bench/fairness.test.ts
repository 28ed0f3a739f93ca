import { describe, expect, it } from 'vitest'
import { documentOf } from '../../../bench/document/document.ts'
import { countFates } from '../../../bench/fairness/count-fates.ts'
import { cultures } from '../../../bench/fairness/cultures.ts'
import { hurtCultures, sumOf, sumsBy } from '../../../bench/fairness/sum-cultures.ts'

const size = { each: 400, background: 4000, queries: 420 }
const adults = countFates({ ...size, who: 'adults', seed: 7 })
const children = countFates({ ...size, who: 'children', seed: 7 })

describe.each([
  { who: 'adults', counts: adults, confirmed: 0.75 },
  { who: 'children', counts: children, confirmed: 0.7 },
])('$who of every culture of names', ({ counts, confirmed }) => {
  it('are asked for equally often, registered or not', () => {
    const sums = sumsBy(counts, 'culture')
    expect(sums).toHaveLength(cultures.length)
    for (const { missed, asked } of sums) expect([missed.of, asked.of]).toEqual([420, 420])
  })

  it('are hardly ever missed, and mostly confirmed', () => {
    const { missed, automatic } = sumOf('all', counts)
    expect(missed.found / missed.of).toBeLessThan(0.02)
    expect(automatic.found / automatic.of).toBeGreaterThan(confirmed)
  })

  it('are neither taken for others nor missed significantly oftener than 1.5 × as all are', () => {
    expect(hurtCultures(counts)).toEqual([])
  })
})

describe('the published page', () => {
  it('tells each culture’s rates with their intervals', () => {
    const fairness = { seeds: [7], ...size, adults: [...adults], children: [...children] }
    const page = documentOf({ matching: undefined, sizes: [], fairness })
    expect(page).toMatch(/\| Vietnamese \| \d+ \| [\d.]+ \([\d.]+–[\d.]+\) \|/)
    expect(page).toContain('| twin | 1,020 |')
    expect(documentOf({ matching: undefined, sizes: [] })).toContain('npm run bench:fairness')
  })
})
