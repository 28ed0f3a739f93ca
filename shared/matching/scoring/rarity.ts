import type { FrequencyModel } from '../model.ts'
import { type Bits, toBits } from './weights.ts'

const none: Bits = { same: 0, household: 0 }

const shareOf = (model: FrequencyModel, value: string | undefined): number =>
  value !== undefined && Object.hasOwn(model.values, value) ? (model.values[value] ?? 0) : 0

/**
 * What the commonness of the agreeing values adds or takes. Between values that only nearly agree it can take and never
 * add, and half as much: a misspelling looks rare and is not. Values outside the table change nothing.
 */
export const rarityBits = (
  model: FrequencyModel | undefined,
  values: readonly (string | undefined)[],
  exact: boolean,
): Bits => {
  const share = model === undefined ? 0 : Math.max(...values.map((value) => shareOf(model, value)))
  if (model === undefined || share <= 0) return none
  const bits = Math.max(-model.cap, Math.min(model.cap, Math.log2(model.average / share)))
  const same = toBits(exact ? bits : Math.min(0, bits) / 2)
  return { same, household: model.inherited ? same : 0 }
}
