import type { HarmLevel } from '../codes/harm-levels.ts'
import type { DecisionKind, RuleId, raisingRuleIds } from './decision.ts'
import type { Situation } from './situation.ts'

/** The working days that a decision may wait (null: no clock, 0: the same day) and what it becomes if it waits longer. */
export type Clock = {
  readonly dueInWorkingDays: number | null
  readonly onTimeout: DecisionKind | null
}

type Ruling = Clock & { readonly decision: DecisionKind }

/** One cell of a row. `where` is what `holds` checks, in the table's words. */
export type Cell = Ruling & {
  readonly where?: string
  readonly holds: (situation: Situation) => boolean
  /** An alert without identity goes out now, beside the review. */
  readonly alertsUnmatched?: true
}

type Row = {
  readonly id: RuleId
  /** Counts up when the rule's meaning changes; absent is the first. */
  readonly version?: number
  readonly when: string
  /** What people see to beside the decision, for the table: no code follows from it. */
  readonly also?: string
  readonly cites: readonly string[]
  readonly mustRecord: string
  readonly applies: (situation: Situation) => boolean
}

/** What a row may leave to a person. */
export const reviewKinds = [
  'identity',
  'refused-consent',
  'detriment',
  'staff-conflict',
  'purpose',
  'watched',
  'no-reason',
  'agreement',
  'undecided',
] as const
export type ReviewKind = (typeof reviewKinds)[number]

type Deciding = Row & {
  readonly kind: 'decides'
  readonly neverTellsParent?: true
  /** Alerts go to the early help route, not to the queue of s.47 enquiries. */
  readonly isForEarlyHelp?: true
}

/** A row of which some cell leaves the answer to a person, at once or when its time has run out. */
export type AskingRule = Deciding & {
  readonly cells: readonly [Cell, ...Cell[]]
  readonly asks: ReviewKind
  /** The review that follows when a cell times out to HUMAN_REVIEW, where the table gives it a clock of its own. */
  readonly laterReview?: Clock
  readonly tellsLeadOnTimeout?: true
}

type WithoutReview = Exclude<DecisionKind, 'HUMAN_REVIEW'>
type SilentCell = Cell & {
  readonly decision: WithoutReview
  readonly onTimeout: WithoutReview | null
}

/** A row that asks nobody. */
type SilentRule = Deciding & {
  readonly cells: readonly [SilentCell, ...SilentCell[]]
  readonly asks?: never
  readonly laterReview?: never
  readonly tellsLeadOnTimeout?: never
}

/** A row that answers, by the first of its cells that holds, or passes. The cells are also what the table prints. */
export type DecidingRule = AskingRule | SilentRule

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
export const atOnce = <Kind extends DecisionKind>(decision: Kind) => ({
  decision,
  dueInWorkingDays: null,
  onTimeout: null,
  holds: otherwise,
})
