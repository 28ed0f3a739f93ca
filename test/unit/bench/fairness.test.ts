import { describe, expect, it } from 'vitest'
import type { Bearer } from '../../../bench/fairness/bearer.ts'
import { addUp } from '../../../bench/fairness/count-fates.ts'
import { cultures } from '../../../bench/fairness/cultures.ts'
import { isFarAbove } from '../../../bench/fairness/far-above.ts'
import { frequencies } from '../../../bench/fairness/frequencies.ts'
import { mixedRegister } from '../../../bench/fairness/mixed-register.ts'
import { nearMissesOfAdults } from '../../../bench/fairness/near-misses.ts'
import { queriesOf } from '../../../bench/fairness/queries.ts'
import { toldRow } from '../../../bench/fairness/told-row.ts'
import { draw } from '../../../local/people/names/ranked.ts'
import { createRandom } from '../../../local/people/random.ts'

describe('the frequencies of names', () => {
  it('are those stated; the rest share what is left', () => {
    const table = frequencies('Nguyen 40, Tran 10, Le Van 5, Bui, Do')
    const random = createRandom(1)
    const drawn = Array.from({ length: 10_000 }, () => draw(random, table))
    const share = (name: string): number => drawn.filter((each) => each === name).length / 10_000
    expect(share('Nguyen')).toBeCloseTo(0.4, 1)
    expect(share('Le Van')).toBeCloseTo(0.05, 1)
    expect(share('Bui') + share('Do')).toBeCloseTo(0.45, 1)
  })

  it('of every culture leave something to the names that state none', () => {
    const all = cultures.flatMap(({ given, families }) => [given.F, given.M, families])
    for (const { sums } of all) expect(sums.at(-1)).toBeCloseTo(100)
  })
})

describe('a rate far above that of all', () => {
  const of = 2000
  it.each([
    { found: 0, all: 0, isFar: false },
    { found: 1, all: 1, isFar: false },
    { found: 2, all: 2, isFar: false },
    { found: 4, all: 4, isFar: true },
    { found: 15, all: 170, isFar: false },
    { found: 36, all: 170, isFar: false },
    { found: 42, all: 170, isFar: true },
  ])('$found of $all that ten cultures share is $isFar', ({ found, all, isFar }) => {
    expect(isFarAbove({ found, of }, { found: all, of: 10 * of }, 10)).toBe(isFar)
  })
})

describe('counts of several trials', () => {
  it('are added by culture and kind', () => {
    const one = {
      culture: 'a',
      kind: 'twin',
      queries: 5,
      right: 0,
      wrong: 1,
      toPerson: 2,
      missed: 0,
    }
    const other = { ...one, kind: 'registered' }
    const twice = { ...one, queries: 10, wrong: 2, toPerson: 4 }
    expect(addUp([one, other, one])).toEqual([twice, other])
  })
})

describe('a register of all cultures', () => {
  const seed = 3
  const register = mixedRegister({ seed, each: 120, background: 300 })
  const wanted = {
    people: register.people,
    seed,
    count: 14,
    kinds: nearMissesOfAdults,
    tell: toldRow,
  }
  const of = (name: string): readonly Bearer[] =>
    [...register.people].flatMap(([culture, people]) =>
      culture.name === name ? people.map(({ bearer }) => bearer) : [],
    )

  it('holds as many of each, and nobody twice', () => {
    const sizes = [...register.people.values()].map(({ length }) => length)
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(120)
    expect(Math.max(...sizes)).toBeLessThan(125)
    const numbers = register.rows.map(({ identifier }) => identifier).filter(Boolean)
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(new Set(register.rows.map(({ record_id }) => record_id)).size).toBe(register.rows.length)
  })

  it('names them by their customs', () => {
    const women = of('Vietnamese').filter(({ sex }) => sex === 'F')
    const withThi = women.filter(({ name }) => name.before.includes('Thi'))
    expect(withThi.length / women.length).toBeGreaterThan(0.4)
    expect(of('Somali').every(({ family }) => family.split(' ').length === 2)).toBe(true)
    const birthdays = of('Somali').filter(({ born }) => born.month === 1 && born.day === 1)
    expect(birthdays.length / of('Somali').length).toBeGreaterThan(0.15)
  })

  it('is asked about nobody whom nothing that is told tells from somebody registered', () => {
    for (const culture of cultures)
      for (const { row, about, model } of queriesOf(culture, wanted)) {
        const known = model.row
        const isSame =
          row.given_names === known.given_names &&
          row.sex === known.sex &&
          row.birth_year === known.birth_year &&
          row.birth_month === known.birth_month &&
          row.birth_day === known.birth_day &&
          row.postcode === known.postcode
        expect(isSame && about === undefined && row.identifier === '').toBe(false)
      }
  })
})
