import * as z from 'zod'
import type { TrialAnswer } from '../../reviews/trial-answer.ts'
import { trialKey } from './keys.ts'
import { rowKind } from './rows/row-kind.ts'
import type { Action, Row } from './store.ts'

export const trialKind = rowKind({
  name: 'trial',
  places: ['casework TRIAL TRIAL'],
  shape: {
    confirmedInRow: z.number().default(0),
    confirmed: z.number().optional(),
    refuted: z.number().optional(),
  },
})

/** Matches of this model that people have confirmed since they last refuted one; 0 when there is no row. */
export const confirmedInTrialOf = (row: Row | undefined): number =>
  row === undefined ? 0 : trialKind.read(row).confirmedInRow

/** Counts one answer, whoever else counts at that moment. */
export const countTrial = (
  casework: string,
  { modelVersion, isConfirmed }: TrialAnswer,
): Action => ({
  kind: 'update',
  table: casework,
  key: trialKey(modelVersion),
  ...(isConfirmed
    ? { add: { confirmed: 1, confirmedInRow: 1 } }
    : { set: { confirmedInRow: 0 }, add: { refuted: 1 } }),
})
