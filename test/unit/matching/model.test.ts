import { describe, expect, it } from 'vitest'
import { comparisonLevels } from '../../../shared/matching/comparisons/comparisons.ts'
import { defaultModel } from '../../../shared/matching/default-model.ts'

/** Levels that a missing part brings about: what is known agrees, so they stand beside the scale, not on it. */
const offScale = new Set(['known-parts', 'year', 'home-in-part', 'place'])

describe('the default model', () => {
  it('survives JSON', () => {
    expect(JSON.parse(JSON.stringify(defaultModel))).toEqual(defaultModel)
  })

  it.each(Object.entries(comparisonLevels))(
    'weighs every level of %s, strongest first',
    (name, levels) => {
      const model = Object.entries(defaultModel.comparisons).find(([each]) => each === name)?.[1]
      expect(model?.levels.map(({ level }) => level)).toEqual(levels)
      const scale = model?.levels.filter(({ level }) => !offScale.has(level)) ?? []
      const weights = scale.map(({ m, u }) => Math.log2(m / u))
      expect(weights).toEqual([...weights].sort((a, b) => b - a))
    },
  )

  it('holds likelihoods', () => {
    const all = Object.values(defaultModel.comparisons).flatMap(({ levels }) =>
      levels.flatMap(({ m, u, h }) => [m, u, h]),
    )
    expect(all.filter((value) => !(value > 0 && value <= 1))).toEqual([])
  })
})
