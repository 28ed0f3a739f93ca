import { describe, expect, it } from 'vitest'
import { westmarch as westmarchCode } from '../../../infra/stages/local.ts'
import { aChild, closedLongAgo } from '../../builders/a-child.ts'
import { aConcern } from '../../builders/a-concern.ts'
import { northmoor, otherService, reviewLead, westmarch } from '../../builders/clients.ts'
import { actionsAbout, callsOf, concernIdIn } from '../../builders/hub-calls.ts'
import { told } from '../../builders/told.ts'
import { startInMemoryHub } from '../../fakes/in-memory-hub.ts'

const month = 31 * 24 * 60 * 60_000
const grave = aConcern({ harm: 'H3', phoneCallMade: { made: true } })
const open = { status: 'OPEN' }
const ended = { status: 'ENDED' }

/** A concern that was answered: the family is assessed. The alert stands at version 4. */
const answered = async (concern = aConcern(), outcome = 'ASSESSMENT_S17') => {
  const hub = await startInMemoryHub()
  const calls = callsOf(hub)
  await calls.putChild('C1', aChild({ status: closedLongAgo }))
  const concernId = concernIdIn(await calls.submit('one-key-for-each-concern', concern))
  await hub.settle()
  const [listed] = await calls.listAlerts()
  const id = listed?.alertId ?? ''
  await calls.readAlert(id)
  const steps = [
    ['acknowledgeAlert', undefined],
    ['recordOutcome', { outcome }],
    ['giveFeedback', { lines: told('A social worker will visit.') }],
  ] as const
  for (const [at, [route, body]] of steps.entries())
    expect((await calls.answer(route, { id, version: at + 1, body })).status).toBe(200)
  const say = (
    version: number,
    body: unknown,
    { caller = westmarch, practitioner = 'SW-1' } = {},
  ) => calls.answer('recordCaseStatus', { id, version, body, practitioner }, caller)
  const heard = async () => {
    const { body } = await calls.follow(concernId)
    return (body as { feedback: readonly { caseStatus?: unknown }[] }).feedback.map(
      ({ caseStatus }) => caseStatus,
    )
  }
  return { hub, calls, concernId, id, say, heard }
}

describe('whether the work that followed a concern goes on (F16)', () => {
  it('is heard by the service once a person says so, and is nothing but open or ended', async () => {
    const { hub, calls, concernId, say, heard } = await answered()
    expect(await heard()).toEqual([undefined])
    expect((await say(4, open)).status).toBe(200)
    expect(await heard()).toEqual([{ status: 'OPEN', at: hub.now().toISOString() }])
    hub.advance(month)
    expect((await say(5, ended)).status).toBe(200)
    expect(await heard()).toEqual([{ status: 'ENDED', at: hub.now().toISOString() }])
    expect((await calls.listConcerns()).body).toMatchObject({
      items: [{ concernId, changedAt: hub.now().toISOString() }],
    })
    expect((await actionsAbout(hub, concernId))['CASE_STATUS_RECORDED']).toBe(2)
  })

  it('is not read of the register: a closed child tells no service anything', async () => {
    const { calls, hub, concernId, say } = await answered()
    await say(4, open)
    const before = JSON.stringify((await calls.follow(concernId)).body)
    const status = { code: 'CLOSED', from: '2026-11-23' } as const
    await calls.putChild('C1', aChild({ status }))
    hub.advance(2 * 60_000)
    await hub.sweep()
    await hub.settle()
    expect(JSON.stringify((await calls.follow(concernId)).body)).toBe(before)
  })

  it('is told to no service whose concern was not shared on what it sent alone', async () => {
    // Known, and with a plan: it was shared because of that (R19), which the service may not learn.
    const hub = await startInMemoryHub()
    const calls = callsOf(hub)
    await calls.putChild('C1')
    const refused = aConcern({ consent: { status: 'REFUSED' } })
    const concernId = concernIdIn(
      await calls.submit('one-key-for-each-concern', refused, otherService),
    )
    await hub.settle()
    const [listed] = await calls.listAlerts()
    const id = listed?.alertId ?? ''
    await calls.answer('acknowledgeAlert', { id, version: 1 })
    const outcome = { outcome: 'PASSED_TO_ALLOCATED_WORKER', whatFollows: 'VISIT' }
    await calls.answer('recordOutcome', { id, version: 2, body: outcome })
    await calls.answer('giveFeedback', { id, version: 3, body: { lines: told('We visit.') } })
    const before = (await calls.follow(concernId, otherService)).body
    expect((await calls.answer('recordCaseStatus', { id, version: 4, body: open })).status).toBe(
      200,
    )
    expect((await calls.follow(concernId, otherService)).body).toEqual(before)
  })

  it('is told to nobody once consent is withdrawn, before the change is applied too', async () => {
    const { hub, calls, concernId, say, heard } = await answered()
    await calls.changeConsent(
      { id: concernId, key: 'she-has-withdrawn-it' },
      { status: 'WITHDRAWN' },
    )
    expect((await say(4, open)).status).toBe(200)
    expect(await heard()).toEqual([undefined])
    await hub.settle()
    expect((await say(5, open)).status).toBe(200)
    expect(await heard()).toEqual([undefined])
  })

  it('ends too soon for one person within three months of suspected harm (F14)', async () => {
    const { calls, id, hub, say, heard } = await answered(grave, 'SECTION_47')
    await say(4, open)
    expect((await say(5, ended)).status).toBe(200)
    expect(await heard()).toMatchObject([{ status: 'OPEN' }])
    expect((await calls.readAlert(id)).body).toMatchObject({
      caseStatus: { status: 'OPEN' },
      caseEndProposed: { practitioner: 'sw-1' },
    })
    // The same person again, and one system that types another id, are nobody else.
    await say(6, ended)
    await say(7, ended, { practitioner: 'SW-2' })
    expect(await heard()).toMatchObject([{ status: 'OPEN' }])
    expect((await say(8, ended, { caller: reviewLead, practitioner: 'SW-3' })).status).toBe(200)
    expect(await heard()).toMatchObject([{ status: 'ENDED' }])
    const { body } = await calls.readAlert(id)
    expect(body).toMatchObject({
      caseStatus: { status: 'ENDED', practitioner: 'sw-1', confirmation: { practitioner: 'sw-3' } },
    })
    expect(body).not.toHaveProperty('caseEndProposed')
    expect((await actionsAbout(hub, id))['CASE_END_PROPOSED']).toBe(3)
  })

  it('begins a year in which the next concern goes to a person, and stands in the chronology (F14)', async () => {
    const { calls, hub, say } = await answered()
    hub.advance(4 * month)
    expect((await say(4, ended)).status).toBe(200)
    const { body } = await calls.chronology(`${westmarchCode}.C1`)
    expect(body).toMatchObject({
      items: [{ kind: 'CASE_ENDED', source: { kind: 'authority' } }, {}, {}],
    })
    hub.advance(3 * month)
    const early = aConcern({ harm: 'H1', consent: { status: 'REFUSED' } })
    const later = concernIdIn(await calls.submit('a-concern-half-a-year-on', early, otherService))
    await hub.settle()
    const rows = await hub.store.batch({
      [hub.tables.casework]: [{ pk: `CONCERN#${later}`, sk: 'CONCERN' }],
    })
    expect(rows[0]).toMatchObject({ state: 'IN_REVIEW' })
  })

  it.each([
    ['before the referrer is answered', 'RAISED'],
    ['of a family that was turned away', 'ADVICE_GIVEN'],
  ])('is not said %s', async (_, outcome) => {
    const hub = await startInMemoryHub()
    const calls = callsOf(hub)
    await calls.submit('one-key-for-each-concern')
    await hub.settle()
    const [listed] = await calls.listAlerts()
    const id = listed?.alertId ?? ''
    let version = 1
    if (outcome !== 'RAISED') {
      const reason = 'Their health visitor sees the family every week.'
      await calls.answer('acknowledgeAlert', { id, version: 1 })
      await calls.answer('recordOutcome', { id, version: 2, body: { outcome, reason } })
      await calls.answer('giveFeedback', { id, version: 3, body: { lines: told('Advice.') } })
      version = 4
    }
    const reply = await calls.answer('recordCaseStatus', { id, version, body: open })
    expect(reply.status).toBe(409)
  })

  it.each<[string, unknown]>([
    ['a status that is none', { status: 'CLOSED' }],
    ['words', { ...open, words: 'They live at 3 Elm Court.' }],
    ['nothing', {}],
  ])('is refused with %s, and nothing of it is repeated', async (_, body) => {
    const { say, heard } = await answered()
    const reply = await say(4, body)
    expect(reply.status).toBe(400)
    expect(JSON.stringify(reply.body)).not.toMatch(/Elm|CLOSED/)
    expect(await heard()).toEqual([undefined])
  })

  it('is nobody else’s to say, nor of a version that has passed', async () => {
    const { say } = await answered()
    expect((await say(4, open, { caller: northmoor })).status).toBe(404)
    expect((await say(3, open)).status).toBe(412)
    expect((await say(4, ended)).status).toBe(200)
    expect((await say(5, ended)).status).toBe(409)
  })
})
