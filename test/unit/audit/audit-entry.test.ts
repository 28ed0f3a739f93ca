import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { auditActions, auditEntrySchema, recorderFor } from '../../../shared/audit/audit-entry.ts'
import { storedAdultSchema, storedChildSchema } from '../../../shared/register/stored.ts'

const now = new Date('2026-11-23T10:00:00.000Z')
const entryId = '01a207d9-2100-7000-8000-000000000001'
const ids = (count: number): string[] => Array.from({ length: count }, (_, at) => `id-${at}`)
const record = recorderFor({ actor: 'sweep', requestId: 'request-1' }, now, (at) => {
  expect(at).toBe(now)
  return entryId
})
const entry = {
  entryId,
  at: '2026-11-23T10:00:00.000Z',
  action: 'ALERT_CHASED',
  outcome: 'DONE',
  actor: 'sweep',
  requestId: 'request-1',
  subjects: ['alert-1'],
} as const

describe('an audit entry', () => {
  it('says who did what to which record at which moment', () => {
    expect(record('ALERT_CHASED', ['alert-1'])).toStrictEqual([entry])
  })

  it('says what else is known of it, the refusal of it too', () => {
    const details = {
      outcome: 'REFUSED',
      rule: 'R1',
      policyVersion: '2026-11-22.1',
      codes: { version: '2' },
      authority: westmarch,
    } as const
    expect(record('ALERT_CHASED', ['alert-1'], details)).toStrictEqual([{ ...entry, ...details }])
  })

  it('holds each subject once', () => {
    const [{ subjects }] = record('ALERT_READ', ['id-0', 'id-1'], { people: ['id-1', 'id-2'] })
    expect(subjects).toEqual(ids(3))
  })

  it.each([
    [24, 1],
    [25, 2],
    [46, 2],
    [47, 3],
    [500, 23],
  ])('is one of as many as it takes: of %i people and two records %i', (count, many) => {
    const entries = record('ALERT_READ', ['alert-1', 'concern-1'], { people: ids(count - 2) })
    expect(entries).toHaveLength(many)
    for (const { subjects } of entries)
      expect(subjects.slice(0, 2)).toEqual(['alert-1', 'concern-1'])
    const named = entries.flatMap(({ subjects }) => subjects.slice(2))
    expect(named).toEqual(ids(count - 2))
  })

  it.each([12, 13, 24, 25, 100])('leaves none of %i records out', (count) => {
    const entries = record('ALERT_SENT', ids(count), { people: ['child-1', 'child-2'] })
    const named = new Set(entries.flatMap(({ subjects }) => subjects))
    expect([...named].toSorted()).toEqual([...ids(count), 'child-1', 'child-2'].toSorted())
    for (const { subjects } of entries) expect(subjects.length).toBeLessThanOrEqual(24)
    for (const { subjects } of entries) expect(subjects[0]).toBe('id-0')
  })

  it('takes texts up to their longest', () => {
    const longest = {
      ...entry,
      actor: 'a'.repeat(100),
      agency: 'a'.repeat(100),
      authority: westmarch,
      subjects: ['a'.repeat(120), ...ids(23)],
      requestId: 'a'.repeat(64),
      rule: 'a'.repeat(20),
      policyVersion: 'a'.repeat(40),
      codes: { ['a'.repeat(40)]: 'a'.repeat(600) },
    }
    expect(auditEntrySchema.parse(longest)).toEqual(longest)
  })

  it.each([
    ['an action that nobody named', { action: 'CONCERN_LIKED' }],
    ['an outcome that is neither', { outcome: 'MAYBE' }],
    ['nobody who acted', { actor: '' }],
    ['no subject', { subjects: [] }],
    ['a subject without an id', { subjects: [''] }],
    ['49 subjects', { subjects: ids(49) }],
    ['a version that is none', { versions: { alert: 0 } }],
    ['an id that is not one of the hub', { entryId: 'entry-1' }],
    ['a day for a time', { at: '2026-11-23' }],
    ['words of its own', { note: 'text' }],
    ['a long actor', { actor: 'a'.repeat(101) }],
    ['a long agency', { agency: 'a'.repeat(101) }],
    ['a long authority', { authority: 'a'.repeat(10) }],
    ['a long subject', { subjects: ['a'.repeat(121)] }],
    ['a long request id', { requestId: 'a'.repeat(65) }],
    ['a long rule', { rule: 'a'.repeat(21) }],
    ['a long policy version', { policyVersion: 'a'.repeat(41) }],
    ['a long code', { codes: { a: 'a'.repeat(601) } }],
    ['a long name of a code', { codes: { ['a'.repeat(41)]: 'a' } }],
  ])('is refused with %s', (_name, over) => {
    expect(auditEntrySchema.safeParse({ ...entry, ...over }).success).toBe(false)
  })
})

it('has room for the names of all fields of a record at once', () => {
  const { child, adults } = storedChildSchema.shape
  const { person } = storedAdultSchema.shape
  expect(adults).toBeDefined()
  for (const { shape } of [child, person]) {
    const fields = [
      ...Object.keys(shape),
      'adults',
      'children',
      'previousRemoval',
      'isCanary',
    ].join(' ')
    expect(auditEntrySchema.parse({ ...entry, codes: { fields } }).codes).toEqual({ fields })
  }
})

it('names everything that somebody may have to answer for, in these words for good', () => {
  expect(auditActions).toEqual([
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
  ])
})
