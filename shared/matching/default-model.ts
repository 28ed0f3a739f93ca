import { commonFamilyNames, commonGivenNames, givenAmongFamily } from './common-names.ts'
import type { ComparisonModel, LevelModel, MatchModel } from './model.ts'

type Row = readonly [level: string, m: number, u: number, h: number]
const levels = (...rows: readonly Row[]): readonly LevelModel[] =>
  rows.map(([level, m, u, h]) => ({ level, m, u, h }))

const names = {
  'name-form': {
    levels: levels(
      ['current', 0.98, 1, 0.98],
      ['former', 0.35, 1, 0.35],
      ['exchanged', 0.02, 1, 0.02],
      ['former-exchanged', 0.008, 1, 0.008],
    ),
  },
  'given-name': {
    levels: levels(
      ['exact', 0.76, 0.0045, 0.008],
      ['left-out', 0.06, 0.0008, 0.003],
      ['nickname', 0.04, 0.002, 0.003],
      ['close', 0.08, 0.004, 0.006],
      ['initial', 0.015, 0.004, 0.004],
      ['like', 0.008, 0.0025, 0.008],
      ['contradicts', 0.0035, 0.0012, 0.01],
      ['similar', 0.015, 0.01, 0.012],
      ['faint', 0.02, 0.04, 0.045],
      ['different', 0.05, 0.93, 0.92],
    ),
    frequency: {
      average: 0.0045,
      cap: 6,
      inherited: false,
      unlisted: 0.003,
      values: commonGivenNames,
      among: givenAmongFamily,
    },
  },
  'family-name': {
    levels: levels(
      ['exact', 0.75, 0.0012, 0.55],
      ['barrel', 0.03, 0.0006, 0.06],
      ['close', 0.08, 0.002, 0.05],
      ['contradicts', 0.004, 0.0004, 0.03],
      ['similar', 0.015, 0.006, 0.02],
      ['faint', 0.02, 0.04, 0.03],
      ['different', 0.1, 0.95, 0.3],
    ),
    frequency: {
      average: 0.0012,
      cap: 6,
      inherited: true,
      unlisted: 0.0006,
      values: commonFamilyNames,
    },
  },
} as const satisfies Record<string, ComparisonModel>

/**
 * Weights for British adults before any training: shares of agreement seen in linked data where it is published, and
 * chance agreement from calendars and counts of names and homes. An address agrees with a housemate as it does with the
 * person, so its `h` is its `m`. Household rates: twins about 1 in 80 births.
 */
export const defaultModel: MatchModel = {
  version: 'uk-default-1',
  prior: { same: 7e-6, household: 5e-6 },
  namesakePenalty: 6,
  thresholds: {
    confirm: { value: 0.999, limit: 0.999 },
    review: { value: 0.09, limit: 0.09 },
    lead: { value: 4, limit: 4 },
  },
  comparisons: {
    ...names,
    'date-of-birth': {
      levels: levels(
        ['exact', 0.83, 4.5e-5, 0.012],
        ['known-parts', 0.02, 2.8e-5, 0.0005],
        ['day-month-swapped', 0.01, 1.6e-5, 0.0003],
        ['one-edit', 0.05, 6e-4, 0.004],
        ['two-of-three', 0.02, 0.003, 0.006],
        ['year-edit', 0.008, 0.00125, 0.002],
        ['year', 0.02, 0.0006, 0.002],
        ['years-apart', 0.008, 0.0025, 0.003],
        ['near', 0.006, 0.006, 0.01],
        ['year-off', 0.02, 0.025, 0.03],
        ['loose', 0.004, 0.03, 0.05],
        ['different', 0.006, 0.96, 0.92],
      ),
    },
    identifier: {
      levels: levels(
        ['same', 0.93, 1e-6, 1e-4],
        ['one-edit', 0.03, 1e-5, 1e-5],
        ['two-edits', 0.005, 1e-4, 1e-4],
        ['different', 0.035, 1, 1],
      ),
    },
    phone: {
      levels: levels(
        ['same', 0.55, 3e-5, 0.25],
        ['one-edit', 0.03, 3e-5, 0.003],
        ['two-edits', 0.01, 3e-4, 0.003],
        ['different', 0.41, 1, 0.75],
      ),
    },
    email: {
      levels: levels(
        ['same', 0.6, 1e-5, 0.05],
        ['mailbox', 0.05, 1e-4, 0.005],
        ['similar', 0.05, 1e-3, 0.05],
        ['different', 0.3, 1, 0.9],
      ),
    },
    address: {
      levels: levels(
        ['property', 0.2, 1e-6, 0.2],
        ['home', 0.3, 2e-6, 0.3],
        ['home-in-part', 0.1, 4e-6, 0.1],
        ['home-place-slip', 0.05, 1e-5, 0.05],
        ['building', 0.04, 4e-5, 0.04],
        ['home-number-slip', 0.02, 2e-5, 0.02],
        ['place', 0.03, 8e-5, 0.03],
        ['number-near-place', 0.02, 3e-5, 0.02],
        ['neighbour', 0.012, 6e-5, 0.012],
        ['street', 0.02, 3e-4, 0.02],
        ['near-place', 0.01, 1e-3, 0.01],
        ['area', 0.04, 0.004, 0.04],
        ['number', 0.01, 0.015, 0.01],
        ['different', 0.2, 0.98, 0.2],
      ),
    },
    town: {
      levels: levels(
        ['same', 0.6, 0.05, 0.6],
        ['similar', 0.03, 0.005, 0.03],
        ['different', 0.37, 0.97, 0.37],
      ),
    },
    sex: { levels: levels(['same', 0.99, 0.5, 0.42], ['different', 0.01, 0.5, 0.58]) },
    children: {
      levels: levels(
        ['two-children', 0.2, 1e-7, 0.16],
        ['name-and-date', 0.4, 3e-6, 0.32],
        ['full-name', 0.05, 5e-5, 0.04],
        ['date', 0.1, 3e-4, 0.08],
        ['given-name', 0.05, 0.01, 0.04],
        ['expected-date', 0.05, 0.015, 0.04],
        ['different', 0.15, 0.97, 0.25],
      ),
      floor: -2,
      ceiling: 18,
    },
  },
}
