import type { Conclusion } from '../codes/conclusions.ts'
import type { HarmLevel } from '../codes/harm-levels.ts'
import type { QuestionKind } from '../codes/question-kinds.ts'
import type { DecisionKind, Lead, RuleId, raisingRuleIds } from './decision.ts'
import type { Situation } from './situation.ts'

/** What a row decides where `holds` holds: at once, or after the working days that it may wait (0: the same day). */
export type Cell = {
  /** What `holds` checks, in the table's words. */
  readonly where?: string
  readonly holds: (situation: Situation) => boolean
} & (
  | {
      readonly decision: 'HUMAN_REVIEW'
      readonly dueInWorkingDays: number
      readonly onTimeout: Conclusion
    }
  | {
      readonly decision: Exclude<DecisionKind, 'HUMAN_REVIEW'>
      readonly dueInWorkingDays: null
      readonly onTimeout: null
    }
)

type Row = {
  readonly id: RuleId
  readonly when: string
  /** What goes with the decision, for the table. */
  readonly also?: string
  readonly cites: readonly string[]
  readonly mustRecord: string
  readonly applies: (situation: Situation) => boolean
}

/** What is asked, and of whom. */
export type Question = { readonly kind: QuestionKind; readonly of: Lead }

/** A row that answers, by the first of its cells that holds, or passes. The cells are also what the table prints. */
export type DecidingRule = Row & {
  readonly kind: 'decides'
  readonly cells: readonly [Cell, ...Cell[]]
  /** Asked where a cell leaves the answer to a person. */
  readonly asks?: Question
  /** Rows whose question is asked all the same, beside what this row shares: the answer may widen, never recall. */
  readonly standsBefore?: readonly DecidingRule[]
  /** Alerts go to the early help door. */
  readonly isForEarlyHelp?: true
  /** The partnership lead is told where the time runs out and nothing is shared. */
  readonly tellsPartnershipLead?: true
}

/** A row that only raises the level of harm; reading goes on. No entry may be lower than its key, or above H3 but for H4. */
export type RaisingRule = Row & {
  readonly kind: 'raises'
  readonly id: (typeof raisingRuleIds)[number]
  readonly raisesTo: Readonly<Record<HarmLevel, HarmLevel>>
}

export type Rule = DecidingRule | RaisingRule

/** One level up. H3 is the ceiling of every raise: immediate danger is seen by a person, never inferred. */
export const oneLevelUp: RaisingRule['raisesTo'] = {
  H0: 'H1',
  H1: 'H2',
  H2: 'H3',
  H3: 'H3',
  H4: 'H4',
}

/** The condition of a cell that takes whatever reaches it. */
export const otherwise = (): boolean => true

/** A decision that waits for nobody: no clock and nothing after it but expiry. */
export const atOnce = (decision: Conclusion) =>
  ({ decision, dueInWorkingDays: null, onTimeout: null, holds: otherwise }) as const

/** A review that the clock concludes. */
export const review = (dueInWorkingDays: number, onTimeout: Conclusion) =>
  ({ decision: 'HUMAN_REVIEW', dueInWorkingDays, onTimeout, holds: otherwise }) as const
