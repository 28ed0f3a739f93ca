import { describe, expect, it } from 'vitest'
import { aChild, closedLongAgo } from '../../builders/a-child.ts'
import { aConcern } from '../../builders/a-concern.ts'
import { actionsAbout, callsOf, concernIdIn } from '../../builders/hub-calls.ts'
import { told } from '../../builders/told.ts'
import { startInMemoryHub } from '../../fakes/in-memory-hub.ts'

/** What a social worker does with an alert, one after another: each finds the version that the one before it made. */
const steps = [
  ['acknowledgeAlert', undefined, 'ALERT_ACKNOWLEDGED'],
  ['recordOutcome', { outcome: 'ASSESSMENT_S17' }, 'OUTCOME_RECORDED'],
  ['giveFeedback', { lines: told('A social worker will visit.') }, 'FEEDBACK_GIVEN'],
  ['recordTelling', { wasTold: false, whyNot: 'RISK_TO_CHILD' }, 'TELLING_RECORDED'],
  ['recordCaseStatus', { status: 'OPEN' }, 'CASE_STATUS_RECORDED'],
] as const
const others: Partial<Record<(typeof steps)[number][0], unknown>> = {
  recordOutcome: { outcome: 'STRATEGY_DISCUSSION' },
  giveFeedback: { lines: told('Nobody will visit.') },
  recordTelling: { wasTold: false, whyNot: 'NOT_YET' },
  recordCaseStatus: { status: 'ENDED' },
}

const alerted = async () => {
  const hub = await startInMemoryHub()
  const calls = callsOf(hub)
  await calls.putChild('C1', aChild({ status: closedLongAgo }))
  const concernId = concernIdIn(await calls.submit('one-key-for-each-concern', aConcern()))
  await hub.settle()
  const [listed] = await calls.listAlerts()
  const id = listed?.alertId ?? ''
  await calls.readAlert(id)
  return { hub, calls, concernId, id }
}

describe('an answer whose reply was lost', () => {
  it('is the same answer when it is sent again, by the same person in the same words', async () => {
    const { hub, calls, concernId, id } = await alerted()
    for (const [at, [route, body, action]] of steps.entries()) {
      const sent = { id, version: at + 1, body }
      const first = await calls.answer(route, sent)
      const again = await calls.answer(route, sent)
      expect([route, first.status, again.status]).toEqual([route, 200, 200])
      expect(again.body).toEqual(first.body)
      expect(again.headers['ETag']).toBe(`"${at + 2}"`)
      expect((await actionsAbout(hub, concernId))[action]).toBe(2)
    }
    const { body } = await calls.follow(concernId)
    expect(body).toMatchObject({ feedback: [{}] })
  })

  it('is nobody else’s, and no other answer', async () => {
    const { calls, id } = await alerted()
    for (const [at, [route, body]] of steps.entries()) {
      const sent = { id, version: at + 1, body }
      expect((await calls.answer(route, sent)).status).toBe(200)
      const byAnother = await calls.answer(route, { ...sent, practitioner: 'SW-2' })
      expect([route, byAnother.status]).toEqual([route, 412])
      const other = others[route]
      if (other === undefined) continue
      expect((await calls.answer(route, { ...sent, body: other })).status).toBe(412)
    }
  })

  it('is not repeated by whoever answers anew on what stands now', async () => {
    const { calls, id } = await alerted()
    const open = { status: 'OPEN' }
    for (const [at, [route, body]] of steps.entries())
      await calls.answer(route, { id, version: at + 1, body })
    const anew = await calls.answer('recordCaseStatus', { id, version: 6, body: open })
    expect([anew.status, anew.headers['ETag']]).toEqual([200, '"7"'])
  })
})
