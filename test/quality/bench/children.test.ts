import { describe, expect, it } from 'vitest'
import { countLevels } from '../../../bench/children/count-levels.ts'
import { shareAtSize } from '../../../bench/children/share-at-size.ts'
import { sumOutcomes, tryCases } from '../../../bench/children/try-cases.ts'
import { documentOf } from '../../../bench/document/document.ts'
import { ratiosOfDates } from '../../../shared/matching/child-ratios.ts'

const seeds = [51, 52]
const trials = seeds.map((seed) => tryCases({ population: { seed, people: 6000 }, concerns: 60 }))
const outcomes = sumOutcomes(trials)
const counts = countLevels({ seed: 31, people: 30_000 }, 200_000)
const shared = shareAtSize({ seed: 11, people: 20_000 }, 40)

describe('a child told of in a concern', () => {
  it.each(outcomes)('is never taken for somebody else: $kind', ({ wrong, lookups }) => {
    expect(wrong).toBe(0)
    expect(lookups).toBeLessThanOrEqual(9)
  })

  it('is mostly confirmed where it is registered, and hardly ever missed', () => {
    const [known] = outcomes
    expect(known?.registered).toBe(120)
    expect(known?.confirmed).toBeGreaterThan(84)
    expect(known?.missed).toBeLessThan(6)
  })
})

describe('six people of a concern', () => {
  it('lead to 150 candidates at most, and to themselves', () => {
    expect(shared.candidates.most).toBeLessThanOrEqual(150)
    expect([shared.lookupsOfAdult, shared.lookupsOfChild]).toEqual([9, 9])
    expect(shared.kept.adults).toBeGreaterThan(0.97)
    expect(shared.kept.children).toBeGreaterThan(0.97)
  })
})

describe('the stated ratios', () => {
  const frequent = counts.dates.filter(({ children }) => children > 0.001)

  it.each(frequent)('of a date are what families show, a fifth less at most: $level', (count) => {
    const stated = Object.entries(ratiosOfDates).find(([level]) => level === count.level)?.[1]
    expect(stated?.strangers).toBeGreaterThan((0.8 * count.children) / count.adults)
  })
})

describe('the published page', () => {
  it('says how children are told apart', () => {
    const children = { people: 30_000, seeds, ...counts, outcomes, shared }
    const parts = { dates: [...counts.dates], names: [...counts.names], outcomes: [...outcomes] }
    const page = documentOf({ matching: undefined, sizes: [], children: { ...children, ...parts } })
    expect(page).toContain('## Children')
    expect(page).toContain('| an unknown twin of like name | 120 | 0 |')
    expect(documentOf({ matching: undefined, sizes: [] })).toContain('npm run bench:children')
  })
})
