import { describe, expect, it } from 'vitest'
import { idsOfReply, idsOfRequest } from '../../../shared/http/joined-ids.ts'
import { aConcernId } from '../../builders/a-stored-concern.ts'
import { anApiEvent } from '../../builders/an-api-event.ts'

const id = aConcernId()
const hub = { requestId: 'request-0001' }
const ids = { gatewayId: 'test-request-0001', requestId: 'request-0001' }

describe('the lines of a request', () => {
  it.each([
    ['followConcern', { concernId: id }],
    ['changeConsent', { concernId: id }],
    ['readAlert', { alertId: id }],
    ['giveFeedback', { alertId: id }],
    ['decideReview', { reviewId: id }],
    ['putChild', {}],
    ['readChronology', {}],
    ['health', {}],
  ] as const)('of %s are found by %j', (route, named) => {
    expect(idsOfRequest(anApiEvent(route, { id }), hub)).toEqual({ ...ids, ...named })
  })

  it.each(['Marta Quillfeather', '', `${id}x`, '485 777 3456'])(
    'hold nothing of a path that has no id of ours: %j',
    (sent) => {
      expect(idsOfRequest(anApiEvent('followConcern', { id: sent }), hub)).toEqual(ids)
    },
  )

  it('are found by the ids that it is answered with, and hold nothing else of the answer', () => {
    const body = { concernId: id, status: 'received', alertId: 'Marta Quillfeather' }
    expect(idsOfReply({ status: 202, body })).toEqual({ concernId: id })
  })

  it.each([undefined, 'text', null, [id], { items: [{ concernId: id }] }])(
    'are not found by an answer without ids of its own: %j',
    (body) => {
      expect(idsOfReply({ status: 200, body })).toEqual({})
    },
  )
})
