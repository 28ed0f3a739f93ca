import { describe, expect, it } from 'vitest'
import { aChild } from '../builders/a-child.ts'
import { aConcern } from '../builders/a-concern.ts'
import { callsOf, concernIdIn } from '../builders/hub-calls.ts'
import { startInProcessHub } from './in-process-hub.ts'

/** A concern about the mother, answered by the authority where the child now lives. */
const answered = async (stated: 'E06000991' | 'E08000992') => {
  const hub = await startInProcessHub('adopted')
  const calls = callsOf(hub)
  await calls.putChild('C1', aChild({ status: 'ADOPTED', restricted: { adopted: true } }))
  const concern = aConcern({ authority: stated })
  const concernId = concernIdIn(await calls.submit('a-key-of-some-length', concern))
  await hub.settle()
  const id = (await calls.listAlerts())[0]?.alertId ?? ''
  await calls.answer('acknowledgeAlert', { id, version: 1 })
  await calls.answer('recordOutcome', { id, version: 2, body: { outcome: 'ASSESSMENT' } })
  await calls.answer('giveFeedback', { id, version: 3, body: { message: 'Received.' } })
  return { hub, calls, alert: await calls.readAlert(id), followed: await calls.follow(concernId) }
}

describe('feedback about an adopted child', () => {
  it('does not tell the referrer of the birth family which authority the child lives in', async () => {
    const { followed } = await answered('E08000992')
    expect(followed.body).toMatchObject({
      status: 'answered',
      feedback: [{ message: 'Received.' }],
    })
    expect(JSON.stringify(followed.body)).not.toContain('E06000991')
  })

  it('names the authority where the referrer had named it', async () => {
    const { followed } = await answered('E06000991')
    expect(followed.body).toMatchObject({ feedback: [{ authority: 'E06000991' }] })
  })
})

describe('an alert about an adopted child', () => {
  it('names no child and no register id, and says that it is for the restricted team', async () => {
    const { alert } = await answered('E06000991')
    expect(alert.body).toMatchObject({ content: { children: [] } })
    expect((alert.body as { content: { protected: string[] } }).content.protected).toContain(
      'restricted-team',
    )
    expect(JSON.stringify(alert.body)).not.toContain('E06000991.C1')
  })
})
