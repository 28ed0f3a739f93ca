import { type Ratios, ratiosOfDates, ratiosOfGivenNames } from './child-ratios.ts'
import { commonChildNames } from './common-names.ts'
import type { ComparisonModel, FrequencyModel, LevelModel, MatchModel } from './model.ts'

type Restate = (level: LevelModel) => LevelModel

const atMostOne = (value: number): number => Math.min(1, value)

/** What brothers and sisters share tells a family, and never which of its children. */
const shared: Restate = ({ level, m, u }) => ({ level, m, u, h: atMostOne(m) })

const byChance: Restate = ({ level, m, u }) => ({ level, m, u, h: u })

const byRatios =
  (ratios: Readonly<Record<string, Ratios>>): Restate =>
  ({ level, m, u, h }) => {
    const { strangers, siblings } = ratios[level] ?? { strangers: 1, siblings: h / u }
    return {
      level,
      m,
      u: atMostOne(u * strangers),
      h: atMostOne(u * strangers * siblings),
    }
  }

const restated = (comparison: ComparisonModel, restate: Restate): ComparisonModel => ({
  ...comparison,
  levels: comparison.levels.map(restate),
})

/** A name is as common as it is among children or among adults, whichever is more. */
const amongChildren = (frequency: FrequencyModel): FrequencyModel => ({
  ...frequency,
  values: Object.fromEntries(
    [...new Set([...Object.keys(frequency.values), ...Object.keys(commonChildNames)])].map(
      (name) => [
        name,
        Math.max(frequency.values[name] ?? frequency.unlisted, commonChildNames[name] ?? 0),
      ],
    ),
  ),
})

const givenNamesOf = (comparison: ComparisonModel): ComparisonModel => ({
  ...restated(comparison, byRatios(ratiosOfGivenNames)),
  frequency: comparison.frequency && amongChildren(comparison.frequency),
})

/**
 * The same model for children: what it says of names, dates, numbers and addresses of one person holds, and what it says
 * of strangers and of a household is restated where children differ. The household is a brother or sister.
 */
export const childModelOf = (model: MatchModel): MatchModel => {
  const { comparisons } = model
  return {
    ...model,
    comparisons: {
      ...comparisons,
      'given-name': givenNamesOf(comparisons['given-name']),
      'family-name': restated(comparisons['family-name'], shared),
      'date-of-birth': restated(comparisons['date-of-birth'], byRatios(ratiosOfDates)),
      address: restated(comparisons.address, shared),
      town: restated(comparisons.town, shared),
      sex: restated(comparisons.sex, byChance),
    },
  }
}
