/** Decided here: how long an entry of each kind is kept. Whatever deletes one asks this, and so does whoever finds one gone. */
import type { AuditAction } from './audit-entry.ts'

/**
 * Years from the act. CHILD: councils keep children's records for 75 years from birth (Blackpool), 35 after the last contact
 * (child protection) or less; an entry holds no date of birth, so it is kept as if the child were born on that day. Where 75
 * years run from the eighteenth birthday (Kirklees) it is not enough. HUB: as long as the sealed log's lock, within which
 * nobody can delete one. ALWAYS: without it no other entry can be judged.
 */
export const keepings = { CHILD: 75, HUB: 10, ALWAYS: undefined } as const
export type Keeping = keyof typeof keepings

/** Those that end, the shortest first. */
export const endingKeepings = ['HUB', 'CHILD'] as const satisfies readonly Keeping[]
export type EndingKeeping = (typeof endingKeepings)[number]

/** Whatever may have told somebody of a child, or decided about one, is CHILD. */
const keepingOf: Readonly<Record<AuditAction, Keeping>> = {
  TOKEN_ISSUED: 'HUB',
  TOKEN_REFUSED: 'HUB',
  ACCESS_REFUSED: 'CHILD',
  CONCERN_SUBMITTED: 'CHILD',
  CONCERN_FOLLOWED: 'CHILD',
  CONCERNS_LISTED: 'HUB',
  CONCERN_WITHDRAWN: 'CHILD',
  WITHDRAWAL_APPLIED: 'CHILD',
  ENGAGEMENT_REPORTED: 'CHILD',
  ENGAGEMENT_APPLIED: 'CHILD',
  CONCERN_ASSESSED: 'CHILD',
  CONCERN_REASSESSED: 'CHILD',
  CONCERN_EXPIRED: 'CHILD',
  UNAGREED_TOLD: 'HUB',
  QUOTA_EXCEEDED: 'HUB',
  QUOTA_TOLD: 'HUB',
  CANARY_HIT: 'CHILD',
  RECORDED_ELSEWHERE_TOLD: 'CHILD',
  WRITTEN_AGREEMENT_RECORDED: 'CHILD',
  WRITTEN_AGREEMENT_TOLD: 'HUB',
  REVIEW_RAISED: 'CHILD',
  REVIEW_CHASED: 'CHILD',
  REVIEWS_LISTED: 'HUB',
  REVIEW_READ: 'CHILD',
  REVIEW_PROPOSED: 'CHILD',
  REVIEW_DECIDED: 'CHILD',
  REVIEW_TIMED_OUT: 'CHILD',
  CONSENT_CHANGED: 'CHILD',
  CONSENT_APPLIED: 'CHILD',
  CONCERN_PREVIEWED: 'CHILD',
  CONCERN_LOCATED: 'HUB',
  ALERT_RAISED: 'CHILD',
  ALERT_UPDATED: 'CHILD',
  CONCERN_MERGED: 'CHILD',
  ALERT_SENT: 'CHILD',
  ALERT_DELIVERED: 'CHILD',
  ALERT_CHASED: 'CHILD',
  REMINDER_SENT: 'CHILD',
  ALERTS_LISTED: 'HUB',
  ALERT_INITIALS_READ: 'CHILD',
  ALERTS_COUNTED: 'HUB',
  TEST_ALERT_REQUESTED: 'HUB',
  ALERT_READ: 'CHILD',
  EXPLANATION_READ: 'CHILD',
  ALERT_READERS_READ: 'CHILD',
  ALERT_ACKNOWLEDGED: 'CHILD',
  ALERT_HANDED_OVER: 'CHILD',
  OUTCOME_PROPOSED: 'CHILD',
  OUTCOME_RECORDED: 'CHILD',
  ALERT_REROUTED: 'CHILD',
  ALERT_MOVED: 'CHILD',
  REVIEW_MOVED: 'CHILD',
  FEEDBACK_GIVEN: 'CHILD',
  CASE_STATUS_RECORDED: 'CHILD',
  CASE_END_PROPOSED: 'CHILD',
  TELLING_RECORDED: 'CHILD',
  CHRONOLOGY_READ: 'CHILD',
  EMERGENCY_ACCESS_ASKED: 'CHILD',
  EMERGENCY_ACCESS_APPROVED: 'CHILD',
  EMERGENCY_ACCESS_USED: 'CHILD',
  EMERGENCY_ACCESS_LAPSED: 'CHILD',
  EMERGENCY_ACCESS_CHASED: 'CHILD',
  EMERGENCY_ACCESS_REVIEWED: 'CHILD',
  EMERGENCY_ACCESS_READ: 'CHILD',
  EMERGENCY_ACCESSES_LISTED: 'HUB',
  ANSWER_CHALLENGED: 'CHILD',
  CHALLENGE_PASSED_ON: 'CHILD',
  CHILD_RECORDED: 'CHILD',
  ADULT_RECORDED: 'CHILD',
  CHILD_CORRECTED: 'CHILD',
  ADULT_CORRECTED: 'CHILD',
  LIFTING_PROPOSED: 'CHILD',
  RESTRICTION_LIFTED: 'CHILD',
  CHILD_DELETED: 'CHILD',
  ADULT_DELETED: 'CHILD',
  CHILD_READ: 'CHILD',
  ADULT_READ: 'CHILD',
  CHILDREN_LISTED: 'CHILD',
  REGISTER_LOADED: 'CHILD',
  REGISTER_LOADS_LISTED: 'HUB',
  REGISTER_LOAD_READ: 'CHILD',
  REGISTER_IMPORT_BEGUN: 'CHILD',
  REGISTER_IMPORT_STARTED: 'CHILD',
  REGISTER_IMPORT_ENDED: 'CHILD',
  REGISTER_IMPORT_READ: 'CHILD',
  ROWS_TO_MEND_READ: 'CHILD',
  REGISTER_SEARCHED: 'CHILD',
  CLIENT_REGISTERED: 'ALWAYS',
  CLIENT_KEYS_ROTATED: 'ALWAYS',
  CLIENT_SUSPENDED: 'ALWAYS',
  CLIENT_RESUMED: 'ALWAYS',
  TOKEN_KEY_CHOSEN: 'ALWAYS',
  CHECKPOINT_KEY_CHOSEN: 'ALWAYS',
  INDEX_KEY_STEP_ASKED: 'ALWAYS',
  INDEX_KEY_STEP_TAKEN: 'ALWAYS',
  AGENCY_ADDED: 'ALWAYS',
  AGENCY_ENDED: 'ALWAYS',
  AGENCY_MAIL_DOMAINS_SET: 'ALWAYS',
  AGENCY_LEAD_SET: 'ALWAYS',
  AUTHORITY_ADDED: 'ALWAYS',
  AUTHORITY_ENDED: 'ALWAYS',
  AGENCY_DELIVERY_SET: 'ALWAYS',
  AUTHORITY_DELIVERY_SET: 'ALWAYS',
  AUTHORITY_SEALING_KEYS_CHANGED: 'ALWAYS',
  AUTHORITY_CONTACT_SET: 'ALWAYS',
  AUTHORITY_LEAD_SET: 'ALWAYS',
  AUTHORITY_PACE_SET: 'ALWAYS',
  AGREEMENT_RECORDED: 'ALWAYS',
  AGREEMENT_REVOKED: 'ALWAYS',
  AUDIT_QUERIED: 'CHILD',
  AUDIT_PROOF_READ: 'CHILD',
  AUDIT_SEARCHED: 'CHILD',
  CHECKPOINT_READ: 'HUB',
  CHECKPOINT_SENT: 'HUB',
  CHANGE_TOLD: 'CHILD',
  SUBJECT_ACCESS_OPENED: 'CHILD',
  SUBJECT_ACCESS_READ: 'CHILD',
  UNMASKING_PROPOSED: 'CHILD',
  UNMASKED: 'CHILD',
  WATCH_REPORT_TOLD: 'CHILD',
  WATCH_REPORT_READ: 'CHILD',
  FINDING_TICKED: 'CHILD',
  AUDIT_EXPORTED: 'CHILD',
  ENTRY_SET_ASIDE: 'ALWAYS',
  QUARANTINE_RELEASED: 'ALWAYS',
  LOG_RESTORED: 'ALWAYS',
  HUB_RESTORED: 'ALWAYS',
  HOLD_PLACED: 'ALWAYS',
  HOLD_LIFTED: 'ALWAYS',
  ENTRIES_EXPIRED: 'ALWAYS',
}

const keptAs = new Map<unknown, Keeping>(Object.entries(keepingOf))

/** No hub stood before, so no entry of any is older. */
export const firstEntries = '2026-01-01T00:00:00.000Z'

type Dated = { readonly action?: unknown; readonly at: string }

/** An action that is not known here may be about a child, and about more: nothing says when it ends. */
export const keepingFor = ({ action }: Dated): Keeping => keptAs.get(action) ?? 'ALWAYS'

/** When what was done at a moment has been kept for so long; undefined where that is for ever. */
const endAfter = (keeping: Keeping, at: string): Date | undefined => {
  const years = keepings[keeping]
  if (years === undefined) return undefined
  const end = new Date(at)
  end.setUTCFullYear(end.getUTCFullYear() + years)
  return end
}

/** When keeping an entry ends; undefined where it never does. */
export const endOf = (entry: Dated): Date | undefined => endAfter(keepingFor(entry), entry.at)

/** Clocks that do not follow each other: whoever sets one forward ends nothing by it. */
export type Clocks = readonly [Date, ...Date[]]

const isPast = (end: Date | undefined, clocks: Clocks): boolean =>
  end !== undefined && clocks.every((clock) => clock.getTime() >= end.getTime())

/** Whether keeping an entry has ended by every one of these clocks. One that tells no time has not come to anything. */
export const isOver = (entry: Dated, clocks: Clocks): boolean => isPast(endOf(entry), clocks)

/** Whether an entry of that moment is over, if it is kept so: what it is has not been read yet. */
export const isOverAs = (keeping: Keeping, at: string, clocks: Clocks): boolean =>
  isPast(endAfter(keeping, at), clocks)
