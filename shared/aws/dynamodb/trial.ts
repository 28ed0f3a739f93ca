import * as z from 'zod'
import type { TrialAnswer } from '../../reviews/trial-answer.ts'
import { trialKey } from './keys.ts'
import type { Action } from './store.ts'

const rowSchema = z.object({ confirmedInRow: z.int().default(0) })

/** Matches of this model that people have confirmed since they last refuted one; 0 when there is no row. */
export const confirmedInTrialOf = (row: unknown): number =>
  row === undefined ? 0 : rowSchema.parse(row).confirmedInRow

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
