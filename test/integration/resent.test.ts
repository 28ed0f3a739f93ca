import { describe, expect, it } from 'vitest'
import { aChild, closedLongAgo } from '../builders/a-child.ts'
import { aConcern } from '../builders/a-concern.ts'
import { drugService, otherService } from '../builders/clients.ts'
import { actionsAbout, callsOf, concernIdIn } from '../builders/hub-calls.ts'
import { told } from '../builders/told.ts'
import { startCaseworkHub } from './in-process-hub.ts'

const incident = aConcern({ incidentOn: '2026-11-22', reason: 'Found asleep in the street.' })
const again = aConcern({ incidentOn: '2026-11-22', reason: 'The child had been left alone.' })
const hour = 60 * 60 * 1000
let keys = 0

const aHub = async () => {
  const hub = await startCaseworkHub('resent')
  const calls = callsOf(hub)
  await calls.putChild('C1', aChild({ status: closedLongAgo }))
  const submit = async (concern = incident, caller: typeof drugService = drugService) => {
    keys += 1
    const concernId = concernIdIn(await calls.submit(`a-key-of-its-own-${keys}`, concern, caller))
    await hub.settle()
    return concernId
  }
  const open = async () => calls.listAlerts()
  const answer = async (
    id: string,
    version: number,
    [route, body]: readonly ['acknowledgeAlert' | 'recordOutcome' | 'giveFeedback', object?],
  ) => (await calls.answer(route, { id, version, ...(body && { body }) })).status
  return { hub, calls, submit, open, answer }
}

const messagesOf = (published: readonly { readonly message: string }[]): string[] =>
  published.map(({ message }) => (JSON.parse(message) as { id: string }).id)

describe('an incident that the same agency tells again', () => {
  it('rings once, is read with the first, and both referrers hear back', async () => {
    const { hub, calls, submit, open, answer } = await aHub()
    const first = await submit()
    const [alert] = await open()
    const id = alert?.alertId ?? ''
    expect(await answer(id, 1, ['acknowledgeAlert'])).toBe(200)
    hub.advance(hour)
    const second = await submit(again)
    expect(await open()).toHaveLength(1)
    expect(messagesOf(hub.published)).toEqual([`${id}#1`])
    expect(await answer(id, 2, ['recordOutcome', { outcome: 'ASSESSMENT_S17' }])).toBe(412)
    const read = await calls.readAlert(id)
    expect(read.body).toMatchObject({
      version: 3,
      content: { reason: incident.reason },
      furtherNotices: [{ content: { reason: again.reason } }],
    })
    expect(JSON.stringify(read.body)).not.toContain(second)
    expect(await answer(id, 3, ['recordOutcome', { outcome: 'ASSESSMENT_S17' }])).toBe(200)
    expect(await answer(id, 4, ['giveFeedback', { lines: told('We will visit.') }])).toBe(200)
    for (const concernId of [first, second])
      expect((await calls.follow(concernId)).body).toMatchObject({
        status: 'answered',
        feedback: [{ outcome: 'ASSESSMENT_S17', lines: told('We will visit.') }],
      })
    expect(await actionsAbout(hub, second)).toEqual({
      CONCERN_SUBMITTED: 1,
      CONCERN_ASSESSED: 1,
      CONCERN_MERGED: 1,
      ALERT_READ: 1,
      OUTCOME_RECORDED: 1,
      FEEDBACK_GIVEN: 1,
      CONCERN_FOLLOWED: 1,
    })
  })

  it('can be contested from either concern, and both see the new answer', async () => {
    const { hub, calls, submit, open, answer } = await aHub()
    const first = await submit()
    const second = await submit(again)
    const id = (await open())[0]?.alertId ?? ''
    await answer(id, 2, ['acknowledgeAlert'])
    await answer(id, 3, [
      'recordOutcome',
      { outcome: 'ADVICE_GIVEN', reason: 'Seen in October; nothing of concern was found.' },
    ])
    await answer(id, 4, ['giveFeedback', { lines: told('No.') }])
    const body = {
      reason: 'The child was alone again last night, for five hours.',
      feedbackNumber: 1,
    }
    const key = 'a-key-for-the-challenge'
    expect((await calls.challenge(second, { key, body })).status).toBe(202)
    await hub.settle()
    expect(await answer(id, 6, ['recordOutcome', { outcome: 'ASSESSMENT_S17' }])).toBe(200)
    expect(await answer(id, 7, ['giveFeedback', { lines: told('We will visit.') }])).toBe(200)
    for (const concernId of [first, second]) {
      const { status, feedback } = (await calls.follow(concernId)).body as {
        status: string
        feedback: { lines: { text: string }[] }[]
      }
      expect([status, feedback.at(-1)?.lines[0]?.text]).toEqual(['answered', 'We will visit.'])
    }
  })

  it('rings again for suspected significant harm, from another agency, and after 72 hours', async () => {
    const { hub, submit, open } = await aHub()
    await submit()
    await submit(aConcern({ ...incident, harm: 'H3', phoneCallMade: { made: true } }))
    expect(await open()).toHaveLength(2)
    await submit(incident, otherService)
    expect(await open()).toHaveLength(3)
    hub.advance(73 * hour)
    await submit()
    expect(await open()).toHaveLength(4)
  })

  it('is in one place or the other when both come at once', async () => {
    const { hub, calls, open } = await aHub()
    await Promise.all([
      calls.submit('a-key-of-one-of-two', incident),
      calls.submit('a-key-of-two-of-two', again),
    ])
    hub.advance(61_000)
    await Promise.all([hub.sweep(), hub.sweep()])
    await hub.settle()
    const alerts = await open()
    const bodies = await Promise.all(alerts.map(async ({ alertId }) => calls.readAlert(alertId)))
    const said = JSON.stringify(bodies.map(({ body }) => body))
    // Neither can see the other: then each rings for itself, and nothing is lost.
    for (const words of [incident.reason, again.reason]) expect(said).toContain(words)
    expect(alerts.length).toBeLessThanOrEqual(2)
  })
})
