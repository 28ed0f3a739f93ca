import { isOf } from '../kernel/ids.ts'
import { holdBack } from './hold-back.ts'
import type { MatchRecord } from './match-record.ts'

/** Authorities on whose registers a model is on trial. */
type OnTrial = 'ALL' | readonly string[]

/**
 * How far a model must have been proved by people before it may act alone: matches it would have made, confirmed in a row.
 * It is on trial on the registers of these authorities; elsewhere it may act alone already.
 */
export type Trial = { readonly needed: number; readonly authorities: OnTrial }

/** Why a match that the model would have made by itself waits for a person. */
export const onTrialGuard = 'model-on-trial'

/**
 * A model on trial confirms nobody: each match it would have made on a register of these authorities goes to a person,
 * marked, and their answers end the trial. What it matches elsewhere stands.
 */
export const heldBack = (
  match: MatchRecord,
  { authorities }: Pick<Trial, 'authorities'>,
): MatchRecord => {
  const isOnTrial = (id: string): boolean =>
    authorities === 'ALL' || authorities.some((code) => isOf(code, id))
  const ids = match.confirmed.filter(isOnTrial)
  return holdBack(match, ids, onTrialGuard)
}
