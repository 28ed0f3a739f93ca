import { describe, expect, it } from 'vitest'
import { northmoor, westmarch } from '../../../infra/stages/local.ts'
import { anAgreement } from '../../../local/seed/agreements.ts'
import { entriesOf } from '../../../shared/assessing/assessment-entries.ts'
import { recorderFor } from '../../../shared/audit/audit-entry.ts'
import { childIdSchema, reviewIdSchema } from '../../../shared/kernel/ids.ts'
import { latestPolicy } from '../../../shared/sharing/policies.ts'
import { aReview } from '../../builders/a-review.ts'
import { aConcernId, anId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { anAlert } from '../../builders/an-alert.ts'
import { anAssessment } from '../../builders/an-assessment.ts'

const now = new Date('2026-11-23T10:00:00.000Z')
const record = recorderFor({ actor: 'assess-concern' }, now, () => anId(9))
const nothing = { alerts: [], changed: [], raised: [] }
const entry = {
  entryId: anId(9),
  at: '2026-11-23T10:00:00.000Z',
  outcome: 'DONE',
  actor: 'assess-concern',
}
const alert = anAlert({ children: [childIdSchema.parse(`${westmarch}.C1`)] })

describe('what the log says of an assessment', () => {
  const agreements = [{ authority: westmarch, standing: 'stale' } as const]
  const codes = {
    cause: 'received',
    decision: 'SHARE',
    match: 'CONFIRMED',
    harmBefore: 'H2',
    harmAfter: 'H3',
    basis: '6(1)(c) para-2 consent',
    raisedBy: 'R4',
    model: 'model-1',
    agreements: 'stale',
  }
  const family = [`${westmarch}.A1001`, `${westmarch}.C1`]
  const assessed = (sent: Parameters<typeof aStoredConcern>[1], change = {}) => {
    const flags = ['DELUSION_INVOLVES_CHILD' as const]
    const assessment = anAssessment({ flags }, { agreements, ...change })
    return entriesOf(aStoredConcern({}, sent), { ...nothing, assessment }, record)
  }

  it('is, whole, its rule, policy and codes', () => {
    expect(assessed({})).toEqual([
      {
        ...entry,
        action: 'CONCERN_ASSESSED',
        subjects: [aConcernId(), ...family],
        rule: 'R9',
        policyVersion: latestPolicy.version,
        codes,
      },
    ])
  })

  it('names the agreement that binds a contractor, and another’s concern that it claimed to correct', () => {
    const contract = { ...anAgreement('turning-tide', northmoor, now), isCommissioned: true }
    const claimed = aConcernId(9)
    const sender = { agreements: [contract], corrects: undefined, claimed }
    const [first] = entriesOf(
      aStoredConcern(),
      { ...nothing, assessment: anAssessment(), sender },
      record,
    )
    expect(first).toMatchObject({
      subjects: [aConcernId(), claimed, ...family],
      agreement: `turning-tide/${northmoor}/1`,
      askedFor: { kind: 'concern', id: claimed },
    })
  })

  it('names every rule that raised the harm, and article 10 where an offence is told of', () => {
    const { decision } = anAssessment()
    const basis = { ...decision.basis, article10: 'DPA 2018 s.10(5), para-2' as const }
    const [first] = assessed({}, { decision: { ...decision, raisedBy: ['R4', 'R5b'], basis } })
    expect(first?.codes).toMatchObject({ raisedBy: 'R4 R5b', basis: '6(1)(c) para-2 10 consent' })
  })

  it.each([
    ['received', 'CONCERN_ASSESSED'],
    ['lapsed', 'REVIEW_TIMED_OUT'],
    ['reviewed', 'REVIEW_DECIDED'],
    ['identified', 'REVIEW_DECIDED'],
    ['consent-changed', 'CONCERN_REASSESSED'],
    ['household-changed', 'CONCERN_REASSESSED'],
  ] as const)('says why it was made: %s, %s', (cause, action) => {
    expect(assessed({}, { cause })[0]).toMatchObject({ action, codes: { cause } })
  })

  it('names the review that was answered', () => {
    const answered = reviewIdSchema.parse(anId(4))
    const [first] = assessed({}, { cause: 'reviewed', answered })
    expect(first?.subjects).toEqual([aConcernId(), answered, ...family])
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

  it.each([
    ['a lead', {}, undefined, 'sender-lead', 'refused-consent'],
    [
      'an authority',
      { kind: 'identity', asked: 'authority', authority: westmarch },
      westmarch,
      'authority',
      'identity',
    ],
  ] as const)(
    'is of a review what is asked, and of whom: %s',
    (...[, change, authority, asked, kind]) => {
      const review = aReview(change)
      expect(entries({ raised: [review] })).toEqual([
        {
          ...entry,
          action: 'REVIEW_RAISED',
          subjects: [review.reviewId, review.concernId],
          rule: 'R12',
          ...(authority !== undefined && { authority }),
          codes: { kind, asked },
        },
      ])
    },
  )

  const told = {
    ...entry,
    subjects: [alert.alertId, alert.concernId, `${westmarch}.C1`],
    rule: 'R10',
    policyVersion: alert.policyVersion,
    authority: westmarch,
    codes: { kind: 'matched', why: 'WHERE_THE_CHILD_IS', decision: 'SHARE', version: '1' },
  }

  it('is of an alert whom it names, why, and how much is shared', () => {
    expect(entries({ alerts: [alert] })).toEqual([{ ...told, action: 'ALERT_RAISED' }])
  })

  it.each([
    ['in force', 'in-force', { agreement: `turning-tide/${westmarch}/3` }],
    ['that was revoked', 'revoked', {}],
  ] as const)('names the agreement under which an alert was sent: one %s', (_, standing, named) => {
    const agreements = [{ authority: westmarch, standing, version: 3 }] as const
    const assessment = anAssessment({}, { agreements: [...agreements] })
    const made = { ...nothing, assessment, alerts: [alert] }
    const raised = entriesOf(aStoredConcern(), made, record).slice(1)
    expect(raised).toEqual([{ ...told, action: 'ALERT_RAISED', ...named }])
  })

  it('is of the holding queue that no authority was told', () => {
    const [held] = entries({ alerts: [{ ...alert, authority: 'HOLDING' }] })
    expect(held).not.toHaveProperty('authority', westmarch)
    expect(held?.action).toBe('ALERT_RAISED')
  })

  it('is of an alert of its own, a version on, that it was updated', () => {
    const changed = [{ ...alert, concernId: aConcernId(3), version: 2 }]
    expect(entries({ changed })).toMatchObject([
      { action: 'ALERT_UPDATED', codes: { version: '2' } },
    ])
  })

  it('is of another’s alert that it took the concern in', () => {
    expect(entries({ changed: [{ ...alert, version: 2 }] })).toEqual([
      {
        ...entry,
        action: 'CONCERN_MERGED',
        subjects: [alert.alertId, aConcernId(3), `${westmarch}.C1`],
        authority: westmarch,
        codes: { version: '2' },
      },
    ])
  })
})
