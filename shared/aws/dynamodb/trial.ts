import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import * as z from 'zod'
import type { TrialAnswer } from '../../reviews/trial-answer.ts'
import { asItem } from './item.ts'
import { trialKey } from './keys.ts'

const rowSchema = z.object({ confirmedInRow: z.int().default(0) })

/** Matches of this model that people have confirmed since they last refuted one; 0 when there is no row. */
export const confirmedInTrialOf = (row: unknown): number =>
  row === undefined ? 0 : rowSchema.parse(row).confirmedInRow

/** Counts one answer, whoever else counts at that moment. */
export const countTrial = (
  casework: string,
  { modelVersion, isConfirmed }: TrialAnswer,
): TransactWriteItem => ({
  Update: {
    TableName: casework,
    Key: asItem(trialKey(modelVersion)),
    UpdateExpression: isConfirmed
      ? 'ADD confirmed :one, confirmedInRow :one'
      : 'SET confirmedInRow = :none ADD refuted :one',
    ExpressionAttributeValues: asItem({ ':one': 1, ...(isConfirmed ? {} : { ':none': 0 }) }),
  },
})
