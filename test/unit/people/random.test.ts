import { describe, expect, it } from 'vitest'
import { createRandom } from '../../../local/people/random.ts'

const draws = (seed: number, stream: number): number[] => {
  const random = createRandom(seed, stream)
  return Array.from({ length: 50 }, () => random.fraction())
}

describe('chance from a seed', () => {
  it('repeats, and differs by seed and by stream', () => {
    expect(draws(1, 0)).toEqual(draws(1, 0))
    expect(draws(1, 0)).not.toEqual(draws(2, 0))
    expect(draws(1, 0)).not.toEqual(draws(1, 1))
  })

  it('is spread evenly, in neighbouring streams too', () => {
    const first = Array.from({ length: 4000 }, (_, stream) => createRandom(3, stream).fraction())
    const tenths = Map.groupBy(first, (value) => Math.floor(value * 10))
    for (let tenth = 0; tenth < 10; tenth += 1) {
      expect(tenths.get(tenth)?.length).toBeGreaterThan(320)
      expect(tenths.get(tenth)?.length).toBeLessThan(480)
    }
  })

  it('takes both ends of a range, and weights as told', () => {
    const random = createRandom(5)
    const days = new Set(Array.from({ length: 200 }, () => random.between(1, 4)))
    expect([...days].sort()).toEqual([1, 2, 3, 4])
    const options = [
      { share: 9, name: 'often' },
      { share: 1, name: 'seldom' },
    ]
    const seldom = Array.from({ length: 2000 }, () => random.weighted(options).name).filter(
      (name) => name === 'seldom',
    )
    expect(seldom.length).toBeGreaterThan(140)
    expect(seldom.length).toBeLessThan(260)
  })

  it('refuses to choose from nothing', () => {
    expect(() => createRandom(1).pick([])).toThrow(RangeError)
  })
})
