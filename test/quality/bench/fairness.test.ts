import { describe, expect, it } from 'vitest'
import { documentOf } from '../../../bench/document/document.ts'
import { countFates } from '../../../bench/fairness/count-fates.ts'
import { cultures } from '../../../bench/fairness/cultures.ts'
import { hurtCultures, sumOf, sumsBy } from '../../../bench/fairness/sum-cultures.ts'
import { isNightly } from '../../builders/runs.ts'

const size = isNightly
  ? { each: 2000, background: 26_000, queries: 980 }
  : { each: 300, background: 3000, queries: 280 }
const adults = countFates({ ...size, who: 'adults', seed: 7 })
const children = countFates({ ...size, who: 'children', seed: 7 })

describe.each([
  { who: 'adults', counts: adults, confirmed: 0.75 },
  { who: 'children', counts: children, confirmed: 0.7 },
])('$who of every culture of names', ({ counts, confirmed }) => {
  it('are asked for equally often, registered or not', () => {
    const sums = sumsBy(counts, 'culture')
    expect(sums).toHaveLength(cultures.length)
    for (const { missed, asked } of sums)
      expect([missed.of, asked.of]).toEqual([size.queries, size.queries])
  })

  it('are hardly ever taken for others or missed, and mostly confirmed', () => {
    const { wrong, missed, automatic } = sumOf('all', counts)
    expect(wrong.found / wrong.of).toBeLessThan(0.0015)
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
    expect(page).toContain(isNightly ? '| twin | 2,380 |' : '| twin | 680 |')
    expect(documentOf({ matching: undefined, sizes: [] })).toContain('npm run bench:fairness')
  })
})
