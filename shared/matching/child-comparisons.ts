import {
  type ChildComparisonName,
  type childComparisonLevels,
  childComparisonNames,
} from './comparisons/comparisons.ts'
import type { ComparisonModel } from './model.ts'

type Likelihoods = readonly [m: number, u: number, h: number]

type Stated = {
  readonly [Name in ChildComparisonName]: {
    readonly levels: Readonly<Record<(typeof childComparisonLevels)[Name][number], Likelihoods>>
    readonly floor?: number
    readonly ceiling?: number
  }
}

/**
 * Stated likelihoods of what only children have, by the counts of `npm run bench:children`; `h` is of a brother or
 * sister. Adults are shared by all children of a family, so their `h` is their `m`: however well they agree, they lead to
 * the family and not to one child. An adult of the concern whom the register does not know is common, and costs one bit.
 */
const stated: Stated = {
  // The given name has been weighed; this only takes from one that another child's further names deny.
  'own-name': {
    levels: {
      itself: [0.9, 0.9, 0.9],
      'other-form': [0.9, 0.9, 0.9],
      unsaid: [0.9, 0.9, 0.9],
      like: [0.9, 0.9, 0.9],
      'named-apart': [0.03, 0.6, 0.6],
      another: [0.9, 0.9, 0.9],
    },
  },
  age: {
    levels: {
      same: [0.84, 0.056, 0.077],
      near: [0.14, 0.11, 0.2],
      different: [0.02, 0.83, 0.72],
    },
  },
  'expected-date': {
    levels: {
      'same-pregnancy': [0.9, 0.03, 0.0005],
      'born-when-due': [0.9, 0.021, 0.03],
      'due-together': [0.9, 0.16, 0.16],
      different: [0.002, 0.98, 0.97],
    },
  },
  adults: {
    levels: {
      'two-adults': [0.3, 1e-9, 0.3],
      'full-name-and-date': [0.4, 2e-8, 0.4],
      'name-and-date': [0.05, 4e-6, 0.05],
      'full-name': [0.08, 1e-4, 0.08],
      date: [0.02, 4e-4, 0.02],
      'given-name': [0.05, 0.03, 0.05],
      different: [0.5, 0.97, 0.5],
      'another-parent': [0.03, 0.6, 0.06],
    },
    ceiling: 24,
  },
}

/** The comparisons that children have beside those of the model, in the order of `childComparisonNames`. */
export const childComparisons: readonly ComparisonModel[] = childComparisonNames.map((name) => {
  const { levels, ...bounds } = stated[name]
  return {
    ...bounds,
    levels: Object.entries(levels).map(([level, [m, u, h]]) => ({ level, m, u, h })),
  }
})
