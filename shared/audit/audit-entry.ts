import * as z from 'zod'
import { entryIdSchema, type NewId } from '../kernel/ids.ts'

/** Everything the hub does that somebody may have to answer for. Refusals are entries too. */
export const auditActions = [
  'TOKEN_ISSUED',
  'TOKEN_REFUSED',
  'ACCESS_REFUSED',
  'CONCERN_SUBMITTED',
  'CONCERN_FOLLOWED',
  'CONCERNS_LISTED',
  'CONCERN_WITHDRAWN',
  'WITHDRAWAL_APPLIED',
  'ENGAGEMENT_REPORTED',
  'ENGAGEMENT_APPLIED',
  'CONCERN_ASSESSED',
  'CONCERN_REASSESSED',
  'CONCERN_EXPIRED',
  'UNAGREED_TOLD',
  'QUOTA_EXCEEDED',
  'QUOTA_TOLD',
  'CANARY_HIT',
  'RECORDED_ELSEWHERE_TOLD',
  'WRITTEN_AGREEMENT_RECORDED',
  'WRITTEN_AGREEMENT_TOLD',
  'REVIEW_RAISED',
  'REVIEW_CHASED',
  'REVIEWS_LISTED',
  'REVIEW_READ',
  'REVIEW_PROPOSED',
  'REVIEW_DECIDED',
  'REVIEW_TIMED_OUT',
  'CONSENT_CHANGED',
  'CONSENT_APPLIED',
  'CONCERN_PREVIEWED',
  'CONCERN_LOCATED',
  'ALERT_RAISED',
  'ALERT_UPDATED',
  'CONCERN_MERGED',
  'ALERT_SENT',
  'ALERT_DELIVERED',
  'ALERT_CHASED',
  'REMINDER_SENT',
  'ALERTS_LISTED',
  'ALERT_INITIALS_READ',
  'ALERTS_COUNTED',
  'TEST_ALERT_REQUESTED',
  'ALERT_READ',
  'EXPLANATION_READ',
  'ALERT_READERS_READ',
  'ALERT_ACKNOWLEDGED',
  'ALERT_HANDED_OVER',
  'OUTCOME_PROPOSED',
  'OUTCOME_RECORDED',
  'ALERT_REROUTED',
  'ALERT_MOVED',
  'REVIEW_MOVED',
  'FEEDBACK_GIVEN',
  'CASE_STATUS_RECORDED',
  'CASE_END_PROPOSED',
  'TELLING_RECORDED',
  'CHRONOLOGY_READ',
  'EMERGENCY_ACCESS_ASKED',
  'EMERGENCY_ACCESS_APPROVED',
  'EMERGENCY_ACCESS_USED',
  'EMERGENCY_ACCESS_LAPSED',
  'EMERGENCY_ACCESS_CHASED',
  'EMERGENCY_ACCESS_REVIEWED',
  'EMERGENCY_ACCESS_READ',
  'EMERGENCY_ACCESSES_LISTED',
  'ANSWER_CHALLENGED',
  'CHALLENGE_PASSED_ON',
  'CHILD_RECORDED',
  'ADULT_RECORDED',
  'CHILD_CORRECTED',
  'ADULT_CORRECTED',
  'LIFTING_PROPOSED',
  'RESTRICTION_LIFTED',
  'CHILD_DELETED',
  'ADULT_DELETED',
  'CHILD_READ',
  'ADULT_READ',
  'CHILDREN_LISTED',
  'REGISTER_LOADED',
  'REGISTER_LOADS_LISTED',
  'REGISTER_LOAD_READ',
  'REGISTER_IMPORT_BEGUN',
  'REGISTER_IMPORT_STARTED',
  'REGISTER_IMPORT_ENDED',
  'REGISTER_IMPORT_READ',
  'ROWS_TO_MEND_READ',
  'REGISTER_SEARCHED',
  'CLIENT_REGISTERED',
  'CLIENT_KEYS_ROTATED',
  'CLIENT_SUSPENDED',
  'CLIENT_RESUMED',
  'TOKEN_KEY_CHOSEN',
  'CHECKPOINT_KEY_CHOSEN',
  'INDEX_KEY_STEP_ASKED',
  'INDEX_KEY_STEP_TAKEN',
  'AGENCY_ADDED',
  'AGENCY_ENDED',
  'AGENCY_MAIL_DOMAINS_SET',
  'AGENCY_LEAD_SET',
  'AUTHORITY_ADDED',
  'AUTHORITY_ENDED',
  'AGENCY_DELIVERY_SET',
  'AUTHORITY_DELIVERY_SET',
  'AUTHORITY_SEALING_KEYS_CHANGED',
  'AUTHORITY_CONTACT_SET',
  'AUTHORITY_LEAD_SET',
  'AUTHORITY_PACE_SET',
  'AGREEMENT_RECORDED',
  'AGREEMENT_REVOKED',
  'AUDIT_QUERIED',
  'AUDIT_PROOF_READ',
  'AUDIT_SEARCHED',
  'CHECKPOINT_READ',
  'CHECKPOINT_SENT',
  'CHANGE_TOLD',
  'SUBJECT_ACCESS_OPENED',
  'SUBJECT_ACCESS_READ',
  'UNMASKING_PROPOSED',
  'UNMASKED',
  'WATCH_REPORT_TOLD',
  'WATCH_REPORT_READ',
  'FINDING_TICKED',
  'AUDIT_EXPORTED',
  'LOG_RESTORED',
  'ENTRY_SET_ASIDE',
  'QUARANTINE_RELEASED',
  'HUB_RESTORED',
  'HOLD_PLACED',
  'HOLD_LIFTED',
  'ENTRIES_EXPIRED',
] as const
export type AuditAction = (typeof auditActions)[number]

/** What a reader may find. NOT_KNOWN_HERE: a newer release recorded it, and this one has no word for it. */
export const recordedActions = [...auditActions, 'NOT_KNOWN_HERE'] as const

/** Who says that a work id is the person's: their own sign-in, the authority whose client it is, or the system alone. */
export const vouchers = ['SIGN_IN', 'AUTHORITY', 'CLIENT', 'NOT_KNOWN_HERE'] as const

/** Of a `record` the request did not say what it is. */
export const askedForKinds = [
  'alert',
  'concern',
  'review',
  'child',
  'adult',
  'entry',
  'emergency-access',
  'import',
  'record',
  'NOT_KNOWN_HERE',
] as const

/**
 * What was asked for and refused: the id of what there is, and of what there is not a keyed hash, by which equal questions
 * are known as equal and nothing is told of what was typed.
 */
export const askedForSchema = z.strictObject({
  kind: z.enum(askedForKinds),
  id: z.string().min(1).max(120).optional(),
  keyed: z.string().max(64).optional(),
})
export type AskedFor = z.infer<typeof askedForSchema>

/** Subjects that a recorder gives one entry. */
const mostSubjects = 24
/** And those that it may have, with the records that moved along. */
const mostInAll = 2 * mostSubjects

/**
 * Who did what, to which records, under which rule. Ids and codes only: no name, date of birth, address or free text,
 * so the log can be searched, exported and kept for decades without being a second copy of the casework.
 */
export const auditEntrySchema = z.strictObject({
  entryId: entryIdSchema,
  at: z.iso.datetime(),
  action: z.enum(recordedActions),
  outcome: z.enum(['DONE', 'REFUSED']),
  actor: z
    .string()
    .min(1)
    .max(100)
    .meta({ description: 'Client id, or the name of the function that acted by itself' }),
  practitioner: z.string().max(64).optional().meta({
    description: 'Work id of the person behind the client',
  }),
  vouchedBy: z.enum(vouchers).optional().meta({
    description: 'Who says that it is they: SIGN_IN, AUTHORITY or CLIENT',
  }),
  agency: z.string().max(100).optional(),
  authority: z.string().max(9).optional(),
  subjects: z.array(z.string().min(1).max(120)).min(1).max(mostInAll).meta({
    description: 'Ids of the records concerned: concern, alert, child, adult or client',
  }),
  requestId: z.string().max(64).optional(),
  gatewayId: z.string().max(64).optional().meta({
    description: 'The gateway’s own id of the request, beside the caller’s',
  }),
  purpose: z.string().max(40).optional(),
  caseReference: z.string().max(64).optional(),
  askedFor: askedForSchema.optional(),
  agreement: z.string().max(120).optional().meta({
    description:
      'The agreement in force at that moment: agency/authority/version. Of an alert between its sender and whoever is told, of a concern sent between its sender and the place that it names, of an assessment that by which the duty to share binds its sender',
  }),
  part: z.int().min(2).optional().meta({
    description:
      'Of one act that concerns more than one entry names: the second of its entries, and those after',
  }),
  rule: z.string().max(20).optional(),
  policyVersion: z.string().max(40).optional(),
  versions: z.record(z.string().max(120), z.int().min(1)).optional().meta({
    description:
      'In which version each concern, alert, review and emergency access stands that the act made or changed: of one record, no version is left out',
  }),
  codes: z.record(z.string().max(40), z.string().max(600)).optional().meta({
    description:
      'Further codes and counts, such as decision, harmAfter, version or the names of fields disclosed',
  }),
})
export type AuditEntry = z.infer<typeof auditEntrySchema>

/** What an entry says beside what was done, and to which records. */
type Details = Partial<
  Pick<
    AuditEntry,
    'outcome' | 'rule' | 'policyVersion' | 'codes' | 'authority' | 'askedFor' | 'agreement'
  >
>

/** Entries of one act: one, or as many as it takes to name everybody. */
export type Entries = readonly [AuditEntry, ...AuditEntry[]]

/**
 * Makes the entries of one actor at one moment, so that a use case states only what it did: to which records (`about`),
 * and which `people` were concerned. Each entry names the records and its share of the people; nobody is left out.
 */
export type Recorder = (
  action: AuditAction,
  about: readonly string[],
  details?: Details & { readonly people?: readonly string[] },
) => Entries

/** The part of an entry that is the same for all that one request or one invocation does. */
export type Actor = Pick<AuditEntry, 'actor'> &
  Partial<
    Pick<
      AuditEntry,
      | 'practitioner'
      | 'vouchedBy'
      | 'agency'
      | 'authority'
      | 'requestId'
      | 'gatewayId'
      | 'purpose'
      | 'caseReference'
    >
  >

/** The subjects of each entry of one act. Records that would leave no room for people are shared out as people are, but the first. */
const sharesOf = (about: readonly string[], people: readonly string[]): string[][] => {
  const records = [...new Set(about)]
  const repeated = records.length > mostSubjects / 2 ? records.slice(0, 1) : records
  const others = [...new Set([...records, ...people])].filter((id) => !repeated.includes(id))
  const each = mostSubjects - repeated.length
  const shares = Math.max(1, Math.ceil(others.length / each))
  return Array.from({ length: shares }, (_, at) => [
    ...repeated,
    ...others.slice(at * each, (at + 1) * each),
  ])
}

/** A recorder for one actor, at one moment. Entries hold each subject once. */
export const recorderFor =
  (actor: Actor, now: Date, newId: NewId): Recorder =>
  (action, about, { people = [], ...details } = {}) => {
    const entryOf = (subjects: readonly string[], before: number): AuditEntry =>
      auditEntrySchema.parse({
        entryId: newId(now),
        at: now.toISOString(),
        action,
        outcome: 'DONE',
        ...actor,
        subjects,
        ...(before > 0 && { part: before + 1 }),
        ...details,
      })
    const [first = [], ...more] = sharesOf(about, people)
    return [entryOf(first, 0), ...more.map((subjects, at) => entryOf(subjects, at + 1))]
  }
