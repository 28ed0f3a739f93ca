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
  'CONCERN_ASSESSED',
  'CONCERN_REASSESSED',
  'CONCERN_EXPIRED',
  'UNAGREED_TOLD',
  'QUOTA_EXCEEDED',
  'QUOTA_TOLD',
  'CANARY_HIT',
  'RECORDED_ELSEWHERE_TOLD',
  'WRITTEN_AGREEMENT_TOLD',
  'REVIEW_RAISED',
  'REVIEW_CHASED',
  'REVIEWS_LISTED',
  'REVIEW_READ',
  'REVIEW_PROPOSED',
  'REVIEW_DECIDED',
  'REVIEW_TIMED_OUT',
  'CONSENT_CHANGED',
  'CONCERN_PREVIEWED',
  'ALERT_RAISED',
  'ALERT_UPDATED',
  'CONCERN_MERGED',
  'ALERT_SENT',
  'ALERT_DELIVERED',
  'ALERT_CHASED',
  'REMINDER_SENT',
  'ALERTS_LISTED',
  'ALERTS_COUNTED',
  'TEST_ALERT_REQUESTED',
  'ALERT_READ',
  'EXPLANATION_READ',
  'ALERT_ACKNOWLEDGED',
  'OUTCOME_PROPOSED',
  'OUTCOME_RECORDED',
  'ALERT_REROUTED',
  'ALERT_MOVED',
  'REVIEW_MOVED',
  'FEEDBACK_GIVEN',
  'TELLING_RECORDED',
  'CHRONOLOGY_READ',
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
  'AUTHORITY_ADDED',
  'AUTHORITY_ENDED',
  'AUTHORITY_DELIVERY_SET',
  'AUTHORITY_SEALING_KEYS_CHANGED',
  'AUTHORITY_CONTACT_SET',
  'AGREEMENT_RECORDED',
  'AGREEMENT_REVOKED',
  'AUDIT_QUERIED',
  'AUDIT_EXPORTED',
  'LOG_RESTORED',
  'HUB_RESTORED',
] as const
export type AuditAction = (typeof auditActions)[number]

/** What a reader may find. NOT_KNOWN_HERE: a newer release recorded it, and this one has no word for it. */
export const recordedActions = [...auditActions, 'NOT_KNOWN_HERE'] as const

/** Subjects that one entry may have. */
const mostSubjects = 24

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
  agency: z.string().max(100).optional(),
  authority: z.string().max(9).optional(),
  subjects: z.array(z.string().min(1).max(120)).min(1).max(mostSubjects).meta({
    description: 'Ids of the records concerned: concern, alert, child, adult or client',
  }),
  requestId: z.string().max(64).optional(),
  rule: z.string().max(20).optional(),
  policyVersion: z.string().max(40).optional(),
  codes: z.record(z.string().max(40), z.string().max(600)).optional().meta({
    description:
      'Further codes and counts, such as decision, harmAfter, version or the names of fields disclosed',
  }),
})
export type AuditEntry = z.infer<typeof auditEntrySchema>

/** Makes entries of one actor at one moment, so that a use case states only what it did. */
export type Recorder = (
  action: AuditAction,
  subjects: readonly string[],
  details?: Partial<Pick<AuditEntry, 'outcome' | 'rule' | 'policyVersion' | 'codes' | 'authority'>>,
) => AuditEntry

/** The part of an entry that is the same for all that one request or one invocation does. */
export type Actor = Pick<AuditEntry, 'actor'> &
  Partial<Pick<AuditEntry, 'practitioner' | 'agency' | 'authority' | 'requestId'>>

/**
 * As many entries as it takes to name everybody: each names the records it is about, and its share of the people, so that
 * of a large family nobody is left out of the log.
 */
export const recordEach = (
  record: Recorder,
  action: AuditAction,
  {
    about,
    people,
    ...details
  }: { readonly about: readonly string[]; readonly people: readonly string[] } & NonNullable<
    Parameters<Recorder>[2]
  >,
): AuditEntry[] => {
  const records = [...new Set(about)].slice(0, mostSubjects / 2)
  const others = [...new Set(people)]
  const each = mostSubjects - records.length
  const shares = Math.max(1, Math.ceil(others.length / each))
  return Array.from({ length: shares }, (_, at) =>
    record(action, [...records, ...others.slice(at * each, (at + 1) * each)], details),
  )
}

/** A recorder for one actor, at one moment. Entries hold each subject once. */
export const recorderFor =
  (actor: Actor, now: Date, newId: NewId): Recorder =>
  (action, subjects, details = {}) =>
    auditEntrySchema.parse({
      entryId: newId(now),
      at: now.toISOString(),
      action,
      outcome: 'DONE',
      ...actor,
      subjects: [...new Set(subjects)].slice(0, mostSubjects),
      ...details,
    })
