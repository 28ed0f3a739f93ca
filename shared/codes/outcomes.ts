import { keysOf } from '../kernel/keys-of.ts'

type Row = {
  readonly label: string
  /** How much is done for the child: an outcome may be revised to a higher one at any time. */
  readonly rank: number
  /** What must be said with it. */
  readonly detail?: 'conference' | 'whatFollows' | 'otherAuthority' | 'noFurtherActionReason'
  /**
   * Nobody here takes the family on: it needs a reason, the history read and, where a child may be at risk, two people.
   * @see policy §7
   */
  readonly turnsAway?: true
  /** Recorded as a contact and nothing more; the family is watched for a year (F14). */
  readonly endsInvolvement?: true
  /** The alert goes on to another authority at once. */
  readonly reroutes?: true
  /** It may say when the strategy discussion was held. */
  readonly mayFollowStrategyDiscussion?: true
  /** An assessment begins, which ends within 45 working days. */
  readonly beginsAssessment?: true
}

/**
 * What children's social care decided, as a closed list in words a referrer can act on, the most done for the child
 * first but where the law's own order runs upward. A contact is never shown as a referral: the label says which it was.
 */
export const outcomes = {
  IMMEDIATE_PROTECTION: {
    label: 'A child is being protected at once, by powers of the police or the court',
    rank: 9,
    mayFollowStrategyDiscussion: true,
  },
  STRATEGY_DISCUSSION: {
    label: 'A strategy discussion is held with the police and health',
    rank: 6,
    mayFollowStrategyDiscussion: true,
  },
  SECTION_47: {
    label: 'Accepted as a referral: enquiry under section 47',
    rank: 7,
    mayFollowStrategyDiscussion: true,
    beginsAssessment: true,
  },
  CONFERENCE: {
    label: 'A child protection conference is held',
    rank: 8,
    detail: 'conference',
    mayFollowStrategyDiscussion: true,
  },
  ASSESSMENT_S17: {
    label: 'Accepted as a referral: assessment under section 17',
    rank: 5,
    beginsAssessment: true,
  },
  PASSED_TO_ALLOCATED_WORKER: {
    label: 'The family has an allocated worker, who has been told',
    rank: 4,
    detail: 'whatFollows',
  },
  EARLY_HELP: { label: 'Passed to early help, who will offer support', rank: 3 },
  EARLY_HELP_DECLINED: { label: 'Early help was offered and declined', rank: 2 },
  STEP_DOWN: { label: 'The family goes on with support at a lower level', rank: 2 },
  MORE_INFORMATION_NEEDED: { label: 'We need to know more from you before we decide', rank: 1 },
  OTHER_AUTHORITY: {
    label: 'Another council is responsible, and the concern has been passed on',
    rank: 0,
    detail: 'otherAuthority',
    turnsAway: true,
    reroutes: true,
  },
  NOT_THIS_PERSON: {
    label: 'The people you told of are not known here, and the concern has been passed on',
    rank: 0,
    turnsAway: true,
    reroutes: true,
  },
  ADVICE_GIVEN: {
    label: 'Advice given: recorded as a contact',
    rank: 0,
    turnsAway: true,
    endsInvolvement: true,
  },
  NO_FURTHER_ACTION: {
    label: 'No further action: recorded as a contact',
    rank: 0,
    detail: 'noFurtherActionReason',
    turnsAway: true,
    endsInvolvement: true,
  },
} as const satisfies Record<string, Row>
export type OutcomeCode = keyof typeof outcomes

export const outcomeCodes = keysOf(outcomes)

/** What follows from an outcome, as any row. */
export const outcomeRow = (code: OutcomeCode): Row => outcomes[code]

export const endsInvolvement = (code: OutcomeCode): boolean =>
  outcomeRow(code).endsInvolvement === true

export const turnsAway = (code: OutcomeCode): boolean => outcomeRow(code).turnsAway === true

/** Whether more is done for the child by one outcome than by another. */
export const isGraverThan = (one: OutcomeCode, other: OutcomeCode): boolean =>
  outcomes[one].rank > outcomes[other].rank
