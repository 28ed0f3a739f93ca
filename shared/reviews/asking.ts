import type { MatchedChild } from '../alerts/plan-alerts.ts'
import type { Contribution } from '../chronology/accumulation.ts'
import type { MatchRecord } from '../matching/match-record.ts'
import type { Decision } from '../sharing/decision.ts'
import type { Facts } from '../sharing/facts.ts'

/** Of the assessment that asks a question, what the question and its reader's view rest on. */
export type Asking = {
  readonly number: number
  readonly match: MatchRecord
  readonly facts: Facts
  readonly decision: Decision
  readonly matched: readonly MatchedChild[]
  readonly contributing: readonly Contribution[]
}
