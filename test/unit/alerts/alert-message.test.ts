import { describe, expect, it } from 'vitest'
import { concernsIn, listedAlertSchema } from '../../../shared/alerts/alert.ts'
import { messageOf, raisedMessage } from '../../../shared/alerts/alert-message.ts'
import { aConcernId } from '../../builders/a-stored-concern.ts'
import { anAlert } from '../../builders/an-alert.ts'

const now = new Date('2026-11-23T10:00:00.000Z')

describe('the message that tells of an alert', () => {
  it('holds its id, version and authority, and no content', () => {
    const alert = anAlert({ version: 3 })
    expect(messageOf(alert, 'alert.overdue', now)).toEqual({
      alertId: alert.alertId,
      alertVersion: 3,
      authority: 'E06000991',
      type: 'alert.overdue',
      status: 'PENDING',
      createdAt: '2026-11-23T10:00:00.000Z',
    })
  })

  it.each([
    ['H0', '2026-11-24T08:00:00.000Z'],
    ['H1', '2026-11-24T08:00:00.000Z'],
    ['H2', undefined],
    ['H3', undefined],
    ['H4', undefined],
  ] as const)('of a new alert at %s leaves with the digest of %s', (harm, digestAt) => {
    const alert = anAlert({ harm })
    expect(raisedMessage(alert, now)).toEqual({
      ...messageOf(alert, 'alert.raised', now),
      ...(digestAt !== undefined && { digestAt }),
    })
  })
})

describe('an alert', () => {
  it('tells of its own concern and of those that told the same again', () => {
    const notice = { concernId: aConcernId(6), at: now.toISOString(), content: anAlert().content }
    expect(concernsIn(anAlert())).toEqual([aConcernId()])
    expect(concernsIn(anAlert({ furtherNotices: [notice] }))).toEqual([aConcernId(), aConcernId(6)])
  })

  it('is listed without a word of its content, nor its concern', () => {
    expect(Object.keys(listedAlertSchema.shape).toSorted()).toEqual([
      'alertId',
      'dueAt',
      'harm',
      'kind',
      'priority',
      'raisedAt',
      'state',
      'version',
    ])
  })
})
