import { describe, expect, it } from 'vitest'
import { estimateModel } from '../../../../cli/estimation/estimate-model.ts'
import { createRandom } from '../../../../local/people/random.ts'
import {
  comparisonLevels,
  comparisonNames,
} from '../../../../shared/matching/comparisons/comparisons.ts'
import { defaultModel } from '../../../../shared/matching/default-model.ts'
import { rank } from '../../../../shared/matching/scoring/rank.ts'
import { weightsOf } from '../../../../shared/matching/scoring/weights.ts'
import { plantPeople } from '../../../unit/cli/estimation/planted-people.ts'

const { register, queries, truth } = plantPeople(11)
const everybody = [...register.keys()]
const estimate = () =>
  estimateModel({
    version: 'planted-1',
    register,
    queries,
    candidatesOf: () => everybody,
    prior: defaultModel,
    random: createRandom(3).fraction,
  })
const model = estimate()
const entries = register.map((features, at) => ({ id: String(at), features }))

const pairs = queries.flatMap((query, at) =>
  rank(query, entries, weightsOf(model)).flatMap((human) =>
    human.map(({ id, posterior }) => ({ query: at, id, posterior })),
  ),
)
const isTrue = ({ query, id }: { query: number; id: string }): boolean =>
  truth[query] !== undefined && String(truth[query]) === id

describe('a model estimated without labels', () => {
  it('finds nearly all true pairs, and believes no false one', () => {
    const found = pairs.filter((pair) => isTrue(pair) && pair.posterior > 0.5)
    expect(found.length).toBeGreaterThanOrEqual(238)
    expect(pairs.filter((pair) => !isTrue(pair) && pair.posterior > 0.5)).toEqual([])
  })

  it('is sure of most true pairs', () => {
    const sure = pairs.filter((pair) => isTrue(pair) && pair.posterior > 0.99)
    expect(sure.length).toBeGreaterThanOrEqual(230)
  })

  it('learns how many of the queries are about somebody registered', () => {
    const rate = model.prior.same / (1 + model.prior.same + model.prior.household)
    expect(rate * register.length).toBeGreaterThan(0.77)
    expect(rate * register.length).toBeLessThan(0.83)
  })

  /** Levels that a missing part brings about, and forms of names, which are prices, are not on the scale. */
  const offScale = new Set<string>(['known-parts', 'year', 'home-in-part', 'place'])
  it.each(comparisonNames.filter((name) => name !== 'name-form'))(
    'weighs more agreement of %s more',
    (name) => {
      const { levels } = model.comparisons[name]
      expect(levels.map(({ level }) => level)).toEqual(comparisonLevels[name])
      const scale = levels.filter(({ level }) => !offScale.has(level))
      const weights = scale.map(({ m, u }) => Math.log2(m / u))
      for (const [at, weight] of weights.slice(1).entries())
        expect(weight).toBeLessThanOrEqual((weights[at] ?? 0) + 1e-4)
    },
  )

  it('learns what was planted', () => {
    const shareOf = (name: 'phone' | 'given-name' | 'address', level: string) =>
      model.comparisons[name].levels.find((each) => each.level === level)?.m ?? 0
    expect(shareOf('phone', 'same')).toBeGreaterThan(0.9)
    expect(shareOf('given-name', 'exact')).toBeGreaterThan(0.82)
    expect(shareOf('given-name', 'exact')).toBeLessThan(0.92)
    expect(shareOf('address', 'home')).toBeGreaterThan(0.7)
    expect(shareOf('address', 'home')).toBeLessThan(0.85)
  })

  it('is the same again, survives JSON, and keeps the thresholds', () => {
    expect(estimate()).toEqual(model)
    expect(JSON.parse(JSON.stringify(model))).toEqual(model)
    expect(model.thresholds).toEqual(defaultModel.thresholds)
    expect(model.version).toBe('planted-1')
  })

  it('holds likelihoods that are finite and not nothing', () => {
    const all = comparisonNames.flatMap((name) =>
      model.comparisons[name].levels.flatMap(({ m, u, h }) => [m, u, h]),
    )
    expect(all.filter((value) => !(value > 0 && Number.isFinite(value)))).toEqual([])
  })
})
