import { describe, expect, it } from 'vitest'
import { northmoor, westmarch } from '../../../infra/stages/local.ts'
import { assessmentSchema } from '../../../shared/assessing/assessment.ts'
import { chronologySchema } from '../../../shared/chronology/notification.ts'
import { storedConcernSchema } from '../../../shared/concerns/stored-concern.ts'
import { nextVersion } from '../../../shared/reviews/review.ts'
import { aNotification } from '../../builders/a-notification.ts'
import { aReview } from '../../builders/a-review.ts'
import { aConcernId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { anAlert } from '../../builders/an-alert.ts'
import { committed, familyKnown, familyUnknown, familyUnsure } from './assessed.ts'

const refusal = { consent: { status: 'REFUSED' } } as const
const actionsOf = ({ entries }: ReturnType<typeof committed>) => entries.map(({ action }) => action)

describe('what one assessment changes, in one commit', () => {
  it('is, of what is shared, an alert, its message, the entries of its children and the log', async () => {
    const made = committed(aStoredConcern(), await familyKnown())
    const [alert] = made.alerts
    if (alert === undefined) throw new Error('nobody is told')
    expect(alert).toMatchObject({ authority: westmarch, kind: 'matched', version: 1 })
    expect(made.messages).toMatchObject([
      { recordId: alert.alertId, to: `alerts-${westmarch}`, type: 'alert.raised' },
    ])
    expect(made.shown.map(({ childId }) => childId)).toEqual([`${westmarch}.C1`])
    expect(made.withheld).toEqual([])
    expect(made.assessment.recipients).toEqual([
      {
        authority: westmarch,
        why: ['WHERE_THE_CHILD_IS', 'HOLDS_THE_CHILD'],
        alertId: alert.alertId,
      },
    ])
    expect(actionsOf(made)).toEqual(['CONCERN_ASSESSED', 'ALERT_RAISED'])
    expect([made.raised, made.ended, made.changed]).toEqual([[], [], []])
  })

  it('is, of a question, the review, the message to whoever is asked, and the concern that waits', () => {
    const made = committed(aStoredConcern({}, refusal), familyUnknown)
    const [review] = made.raised
    if (review === undefined) throw new Error('nobody is asked')
    expect(review).toMatchObject({ kind: 'refused-consent', asked: 'sender-lead' })
    expect(made.concern).toMatchObject({ state: 'IN_REVIEW', reviewIds: [review.reviewId] })
    expect(made.messages).toMatchObject([{ recordId: review.reviewId, type: 'review.raised' }])
    expect(actionsOf(made)).toEqual(['CONCERN_ASSESSED', 'REVIEW_RAISED'])
    expect(made.alerts).toEqual([])
  })

  it('is kept as the schemas have it', async () => {
    const made = committed(aStoredConcern({}, refusal), await familyKnown())
    expect(storedConcernSchema.parse(made.concern)).toEqual(made.concern)
    expect(assessmentSchema.parse(made.assessment)).toEqual(made.assessment)
    for (const head of made.chronologies) expect(chronologySchema.parse(head)).toEqual(head)
    expect(made.chronologies).toHaveLength(1)
  })

  it('tells each authority by its own alert, the stated one first', async () => {
    const made = committed(aStoredConcern({}, { authority: northmoor }), {
      ...(await familyKnown()),
      holder: northmoor,
    })
    expect(made.alerts.map(({ authority, why }) => [authority, why])).toEqual([
      [northmoor, ['WHERE_THE_CHILD_IS']],
      [westmarch, ['HOLDS_THE_CHILD']],
    ])
    expect(made.concern.told.map(({ alertId }) => alertId)).toEqual(
      made.alerts.map(({ alertId }) => alertId),
    )
    expect(made.messages.map(({ to }) => to)).toEqual([
      `alerts-${northmoor}`,
      `alerts-${westmarch}`,
    ])
  })

  it('is told to the partnership lead where no authority of this hub answers', () => {
    const made = committed(aStoredConcern({}, { authority: 'ABROAD' }), {
      ...familyUnknown,
      holder: 'HOLDING',
    })
    expect(made.alerts).toMatchObject([{ authority: 'HOLDING', kind: 'unmatched' }])
    expect(made.messages).toMatchObject([{ to: 'holding' }])
  })
})

describe('a later assessment', () => {
  const first = async () => {
    const made = committed(aStoredConcern(), familyUnknown)
    return { made, later: await familyKnown() }
  }

  it('gives the alert its next version with the children now known, and shows their entries', async () => {
    const { made, later } = await first()
    const again = committed(made.concern, later, { alerts: made.alerts })
    expect(again.alerts).toEqual([])
    expect(again.changed).toMatchObject([
      { alertId: made.alerts[0]?.alertId, version: 2, children: [`${westmarch}.C1`] },
    ])
    expect(again.messages).toMatchObject([{ type: 'alert.updated' }])
    expect(again.shown.map(({ childId }) => childId)).toEqual([`${westmarch}.C1`])
    expect(again.withheld).toEqual([])
    expect(again.concern.told).toEqual(made.concern.told)
    expect(actionsOf(again)).toEqual(['CONCERN_ASSESSED', 'ALERT_UPDATED'])
  })

  it('tells nobody again of what they have been told', async () => {
    const { made } = await first()
    const again = committed(made.concern, familyUnknown, { alerts: made.alerts })
    expect([again.alerts, again.changed, again.messages]).toEqual([[], [], []])
    expect(again.concern).toMatchObject({ told: made.concern.told, assessments: 2 })
  })

  it('takes back nothing that was reached, when the subject withdraws consent', async () => {
    const made = committed(aStoredConcern(), await familyKnown({ status: { code: 'IN_NEED' } }))
    const { concern } = aStoredConcern({}, { consent: { status: 'WITHDRAWN' } })
    const stored = { ...made.concern, concern }
    const again = committed(stored, await familyKnown({ status: { code: 'IN_NEED' } }), {
      alerts: made.alerts,
    })
    expect(again.concern).toMatchObject({ state: 'ALERTED', told: made.concern.told })
    expect(again.changed).toEqual([])
    expect(again.shown[0]?.entry.told).toEqual({ concernId: aConcernId(), assessment: 1 })
  })

  it('ends the review that was answered, and keeps one that is still open', () => {
    const asked = committed(aStoredConcern({}, refusal), familyUnsure())
    const [disclosure] = asked.raised
    if (disclosure === undefined) throw new Error('nobody is asked')
    const ended = nextVersion(disclosure, { state: 'DECIDED' })
    const at = '2026-11-24T10:00:00.000Z'
    const concluded = { kind: 'refused-consent', answer: 'SHARE_MINIMAL', at } as const
    const again = committed({ ...asked.concern, concluded }, familyUnsure(), {
      reviews: asked.raised,
      ended: [ended],
    })
    expect(again.ended).toEqual([ended])
    const stays = asked.raised.filter(({ reviewId }) => reviewId !== disclosure.reviewId)
    expect(stays).toHaveLength(1)
    expect(again.raised).toEqual([])
    expect(again.concern.reviewIds).toEqual(stays.map(({ reviewId }) => reviewId))
  })

  it('ends as overtaken a review whose question no longer stands', () => {
    const open = aReview()
    const stored = aStoredConcern({ reviewIds: [open.reviewId] })
    const made = committed(stored, familyUnknown, { reviews: [open] })
    expect(made.ended).toEqual([aReview({ state: 'OVERTAKEN', version: 2 })])
    expect(made.concern.reviewIds).toEqual([])
  })
})

describe('what is remembered under each child', () => {
  it('is this concern, and a head that only was read stays as it was', async () => {
    const household = await familyKnown()
    const made = committed(aStoredConcern(), household)
    expect(made.chronologies).toMatchObject([
      { childId: `${westmarch}.C1`, version: 1, notifications: [{ concernId: aConcernId() }] },
    ])
    expect(made.unchanged).toEqual([])
    const around = { ...household.around, chronologies: made.chronologies }
    const again = committed(made.concern, { ...household, around }, { alerts: made.alerts })
    expect(again.chronologies).toEqual([])
    expect(again.unchanged).toEqual(made.chronologies)
  })
})

describe('an earlier concern that makes a combination with this one', () => {
  it('is woken, to be decided again by itself', async () => {
    const household = await familyKnown()
    const { around } = household
    const told = aNotification({ concernId: aConcernId(4), factors: ['4B'], agency: 'health' })
    const chronologies = around.chronologies.map((head) => ({ ...head, notifications: [told] }))
    const made = committed(aStoredConcern(), { ...household, around: { ...around, chronologies } })
    expect(made.woken).toEqual([aConcernId(4)])
    expect(committed(aStoredConcern(), household).woken).toEqual([])
  })
})

describe('a concern sent again (F12)', () => {
  const statedOn = { incidentOn: '2026-11-20' } as const
  const seen = { isShared: true, isReturned: false, isReasonAsked: false, holder: westmarch }
  const earlier = aStoredConcern({ receivedAt: '2026-11-22T10:00:00.000Z', seen }, statedOn)
  const again = aStoredConcern({ concernId: aConcernId(5) }, statedOn)

  it('goes into the alert of the first, which tells it from then on', () => {
    const open = anAlert({ kind: 'unmatched', isOfWhatWasSent: true })
    const made = committed(again, familyUnknown, { resent: [{ stored: earlier, alerts: [open] }] })
    expect(made.alerts).toEqual([])
    expect(made.changed).toMatchObject([
      { alertId: open.alertId, version: 2, furtherNotices: [{ concernId: aConcernId(5) }] },
    ])
    expect(made.concern).toMatchObject({ state: 'ALERTED', told: [{ alertId: open.alertId }] })
    expect(made.assessment.recipients).toMatchObject([{ alertId: open.alertId }])
    expect(made.messages).toEqual([])
    expect(actionsOf(made)).toEqual(['CONCERN_ASSESSED', 'CONCERN_MERGED'])
  })
})
