import { describe, expect, it } from 'vitest'
import { entriesOf } from '../../../shared/assessing/assessment-entries.ts'
import { recorderFor } from '../../../shared/audit/audit-entry.ts'
import { childIdSchema, reviewIdSchema } from '../../../shared/kernel/ids.ts'
import { policyOn } from '../../../shared/sharing/policies.ts'
import { aReview } from '../../builders/a-review.ts'
import { aConcernId, anId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { anAlert } from '../../builders/an-alert.ts'
import { anAssessment } from '../../builders/an-assessment.ts'

const now = new Date('2026-11-23T10:00:00.000Z')
const record = recorderFor({ actor: 'assess-concern' }, now, () => anId(9))
const nothing = { alerts: [], merged: [], chronologies: [], unchanged: [], raised: undefined }
const entry = {
  entryId: anId(9),
  at: '2026-11-23T10:00:00.000Z',
  outcome: 'DONE',
  actor: 'assess-concern',
}
const child = { childId: childIdSchema.parse('E06000991.C1'), relationship: 'MOTHER' }
const alert = anAlert({ content: { ...anAlert().content, children: [child] } })
const fields = 'harm factors reason tellParent children accumulation referrer'

describe('what the log says of an assessment', () => {
  const codes = {
    cause: 'received',
    decision: 'SHARE',
    match: 'CONFIRMED',
    harmBefore: 'H2',
    harmAfter: 'H3',
    basis: '6(1)(c) para-6',
    raisedBy: 'R5',
    model: 'model-1',
  }
  const assessed = (sent: Parameters<typeof aStoredConcern>[1], change = {}) =>
    entriesOf(
      aStoredConcern({}, sent),
      { ...nothing, assessment: anAssessment({ accumulationFires: true }, change) },
      record,
    )

  it('is, whole, its rule, policy and codes', () => {
    expect(assessed({})).toEqual([
      {
        ...entry,
        action: 'CONCERN_ASSESSED',
        subjects: [aConcernId()],
        rule: 'R9',
        policyVersion: policyOn('2026-11-23').version,
        codes,
      },
    ])
  })

  it('names every rule that raised the harm, and every article', () => {
    const { decision } = anAssessment()
    const basis = { ...decision.basis, article6: ['6(1)(c)', '6(1)(e)'] as const }
    const raised = { ...decision, raisedBy: ['R4', 'R5'] as const, basis }
    const [first] = assessed({}, { decision: raised })
    expect(first?.codes).toMatchObject({ raisedBy: 'R4 R5', basis: '6(1)(c) 6(1)(e) para-6' })
  })

  it('names the review that was answered', () => {
    const answered = reviewIdSchema.parse(anId(4))
    const [first] = assessed({}, { cause: 'reviewed', answered })
    expect(first?.action).toBe('REVIEW_DECIDED')
    expect(first?.subjects).toEqual([aConcernId(), answered])
  })

  it.each([
    ['accepted', aConcernId(5)],
    ['ignored', undefined],
  ])('says that a correction was %s', (correction, corrects) => {
    const [first] = assessed({ corrects: aConcernId(5) }, { corrects })
    expect(first?.codes).toEqual({ ...codes, correction })
  })
})

describe('what the log says of what an assessment raises', () => {
  const entries = (change: object) =>
    entriesOf(
      aStoredConcern({ concernId: aConcernId(3) }),
      { ...nothing, assessment: anAssessment(), ...change },
      record,
    ).slice(1)

  it('is of a review its question, and whether it is for the lead', () => {
    const raised = aReview({ forLead: true })
    expect(entries({ raised })).toEqual([
      {
        ...entry,
        action: 'REVIEW_RAISED',
        subjects: [raised.reviewId, raised.concernId],
        rule: 'R12',
        authority: 'E06000991',
        codes: { kind: 'refused-consent', forLead: 'true' },
      },
    ])
  })

  it('is of an alert whom it names, and by name the fields that are not empty', () => {
    expect(entries({ alerts: [alert] })).toEqual([
      {
        ...entry,
        action: 'ALERT_RAISED',
        subjects: [alert.alertId, alert.concernId, 'E06000991.C1'],
        rule: 'R10',
        policyVersion: '1',
        authority: 'E06000991',
        codes: { kind: 'matched', fields },
      },
    ])
  })

  it('is of an alert that takes it in what the newest notice discloses', () => {
    const notice = {
      concernId: aConcernId(3),
      at: now.toISOString(),
      content: { ...alert.content, event: { on: '2026-11-01', isOngoing: false } },
    }
    const merged = [{ ...alert, version: 2, furtherNotices: [notice] }]
    expect(entries({ merged })).toEqual([
      {
        ...entry,
        action: 'CONCERN_MERGED',
        subjects: [alert.alertId, aConcernId(3), 'E06000991.C1'],
        authority: 'E06000991',
        codes: { version: '2', fields: `${fields} event` },
      },
    ])
  })
})
