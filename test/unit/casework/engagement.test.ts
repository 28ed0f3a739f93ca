import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { engagementCodes } from '../../../shared/codes/engagements.ts'
import { aConcern } from '../../builders/a-concern.ts'
import { otherService } from '../../builders/clients.ts'
import { actionsAbout, callsOf, concernIdIn } from '../../builders/hub-calls.ts'
import { told } from '../../builders/told.ts'
import { startInMemoryHub } from '../../fakes/in-memory-hub.ts'

const day = 24 * 60 * 60_000
const droppedOut = { engagement: 'DROPPED_OUT', on: '2026-11-23' } as const
const discharged = { engagement: 'DISCHARGED', on: '2026-11-23' } as const

/** A hub with a concern about Odo’s mother; of a stranger’s family nobody knows the child. */
const sent = async (concern = aConcern(), isKnown = true) => {
  const hub = await startInMemoryHub()
  const calls = callsOf(hub)
  if (isKnown) await calls.putChild('C1')
  const concernId = concernIdIn(await calls.submit('one-key-for-each-concern', concern))
  await hub.settle()
  let said = 0
  const say = async (body: unknown) => {
    said += 1
    const reply = await calls.reportEngagement(
      { id: concernId, key: `engagement-number-${said}` },
      body,
    )
    await hub.settle()
    await hub.sweep()
    await hub.settle()
    return reply
  }
  const [listed] = await calls.listAlerts()
  const alert = async () => {
    const read = await calls.readAlert(listed?.alertId ?? '')
    expect(read.status).toBe(200)
    return read.body as Alert
  }
  const entries = async () =>
    (await calls.chronology(`${westmarch}.C1`)).body as {
      items: readonly Readonly<Record<string, unknown>>[]
    }
  return { hub, calls, concernId, say, alert, entries }
}
type Alert = {
  readonly alertId: string
  readonly version: number
  readonly engagements?: readonly unknown[]
}

describe('how an adult stands with the service that told of her (F16)', () => {
  it('reaches the social worker who has the case, stands in the chronology, and tells the service nothing', async () => {
    const { hub, calls, concernId, say, alert, entries } = await sent()
    const { alertId: id } = await alert()
    // The case is open: somebody has it, and the service has heard that the family is assessed.
    const steps = [
      ['acknowledgeAlert', undefined],
      ['recordOutcome', { outcome: 'ASSESSMENT_S17' }],
      ['giveFeedback', { lines: told('A social worker will visit.') }],
    ] as const
    for (const [at, [route, body]] of steps.entries())
      await calls.answer(route, { id, version: at + 1, body })
    const before = await calls.follow(concernId)
    const messages = hub.published.length

    const missed = { engagement: 'MISSED_APPOINTMENTS', on: '2026-11-20' }
    expect((await say(missed)).status).toBe(202)
    expect((await say(droppedOut)).status).toBe(202)

    expect(hub.published.slice(messages).map(({ queue }) => queue)).toEqual([
      `alerts-${westmarch}`,
      `alerts-${westmarch}`,
    ])
    const [, last] = hub.published.slice(messages)
    expect(JSON.parse(last?.message ?? '')).toMatchObject({
      type: 'uk.safeguarding-hub.alert.updated.v1',
      data: { alertId: id, version: 6 },
    })
    expect(last?.message).not.toMatch(/dropped|engage|Quillfeather|Marta|Odo/i)
    expect(await alert()).toMatchObject({
      version: 6,
      state: 'FED_BACK',
      engagements: [missed, { ...droppedOut, label: 'No longer comes, and was not discharged' }],
    })
    const { items } = await entries()
    expect(items[0]).toMatchObject({
      kind: 'ENGAGEMENT',
      engagement: 'DROPPED_OUT',
      eventOn: '2026-11-23',
      harm: 'H0',
      source: { kind: 'agency', name: 'Turning Tide' },
      adults: [{ person: 'subject', names: [{ given: 'Marta', family: 'Quillfeather' }] }],
    })
    expect(items[0]).not.toHaveProperty('reason')
    expect(items[0]).not.toHaveProperty('statements')
    expect((await calls.follow(concernId)).body).toEqual(before.body)
    expect(await actionsAbout(hub, concernId)).toMatchObject({
      ENGAGEMENT_REPORTED: 2,
      ENGAGEMENT_APPLIED: 2,
    })
  })

  it('is read before the alert is answered: who read it without is told to read again', async () => {
    const { calls, say, alert } = await sent()
    const { alertId: id, version } = await alert()
    await say(discharged)
    expect((await calls.answer('acknowledgeAlert', { id, version })).status).toBe(412)
  })

  it('is told once, however often it is said', async () => {
    const { hub, say, alert } = await sent()
    await say(discharged)
    const messages = hub.published.length
    await say(discharged)
    expect(hub.published).toHaveLength(messages)
    expect((await alert()).engagements).toHaveLength(1)
  })

  it('pushes nothing out of what later alerts carry, however often it is said', async () => {
    const { hub, calls, say } = await sent()
    for (let at = 1; at <= 22; at += 1)
      await say({ engagement: 'MISSED_APPOINTMENTS', on: `2026-11-${String(at).padStart(2, '0')}` })
    const known = new Set((await calls.listAlerts()).map(({ alertId }) => alertId))
    hub.advance(4 * day)
    await calls.submit('a-second-concern-of-hers', aConcern({ factors: ['4B'] }), otherService)
    await hub.settle()
    const later = (await calls.listAlerts()).find(({ alertId }) => !known.has(alertId))
    const read = await calls.readAlert(later?.alertId ?? '')
    expect(read.status).toBe(200)
    const { content } = read.body as { content: { earlier: readonly { kind: string }[] } }
    expect(content.earlier.map(({ kind }) => kind)).toEqual(['CONCERN'])
  })

  it('presumes no consent: what was withdrawn keeps it, and what is given again tells it', async () => {
    const { hub, calls, concernId, say, alert, entries } = await sent()
    const consent = { status: 'WITHDRAWN' }
    await calls.changeConsent({ id: concernId, key: 'she-has-withdrawn-it' }, consent)
    // Before the change is applied, too: it holds from its 202.
    await calls.reportEngagement({ id: concernId, key: 'before-it-is-applied' }, droppedOut)
    await hub.sweep()
    await hub.settle()
    expect((await actionsAbout(hub, concernId))['ENGAGEMENT_APPLIED']).toBe(1)
    await say({ ...droppedOut, on: '2026-11-22' })
    const { engagements } = await alert()
    expect(engagements).toBeUndefined()
    expect((await entries()).items.map(({ kind }) => kind)).toEqual(['CONCERN'])
    const given = { status: 'GIVEN', whatWasAgreed: 'Sharing again', decidedOn: '2026-11-23' }
    await calls.changeConsent({ id: concernId, key: 'she-has-given-it-again' }, given)
    await hub.settle()
    expect((await alert()).engagements).toMatchObject([droppedOut, { on: '2026-11-22' }])
    expect((await entries()).items.map(({ kind }) => kind)).toContain('ENGAGEMENT')
  })

  it('also after an answer presumes none', async () => {
    const { hub, calls, concernId, say, alert } = await sent()
    const { alertId: id } = await alert()
    await calls.answer('acknowledgeAlert', { id, version: 1 })
    await calls.answer('recordOutcome', { id, version: 2, body: { outcome: 'ASSESSMENT_S17' } })
    await calls.answer('giveFeedback', { id, version: 3, body: { lines: told('We visit.') } })
    await calls.changeConsent({ id: concernId, key: 'she-has-withdrawn-it' }, { status: 'REFUSED' })
    await hub.settle()
    await say(droppedOut)
    expect((await alert()).engagements).toBeUndefined()
  })

  it('goes to nobody who has only the least that serves: treatment is not in it (X4)', async () => {
    const consent = { status: 'LACKS_CAPACITY' } as const
    const { hub, say, alert } = await sent(aConcern({ consent }))
    const messages = hub.published.length
    await say(droppedOut)
    expect(hub.published).toHaveLength(messages)
    expect(await alert()).toMatchObject({ version: 1 })
    expect((await alert()).engagements).toBeUndefined()
  })

  it('is told of suspected harm whatever became of consent', async () => {
    const { calls, concernId, say, alert } = await sent(
      aConcern({ harm: 'H3', phoneCallMade: { made: true } }),
    )
    await calls.changeConsent(
      { id: concernId, key: 'he-made-her-withdraw' },
      { status: 'WITHDRAWN' },
    )
    await say(droppedOut)
    expect((await alert()).engagements).toMatchObject([droppedOut])
  })

  it('is of no concern that was taken back', async () => {
    const { calls, concernId, say, alert } = await sent()
    const withdrawal = { reason: 'WRONG_PERSON', words: 'Another of the same name.' }
    await calls.withdraw({ id: concernId, key: 'another-of-that-name' }, withdrawal)
    await say(droppedOut)
    expect((await alert()).engagements).toBeUndefined()
  })

  it.each(engagementCodes)(
    '%s is answered with the same bytes whoever is known',
    async (engagement) => {
      const said = { engagement, on: '2026-11-20' }
      const known = await sent()
      const unknown = await sent(aConcern({ harm: 'H1', consent: { status: 'REFUSED' } }), false)
      const replies = [await known.say(said), await unknown.say(said)]
      const text = ({ concernId }: { concernId: string }, at: number) =>
        JSON.stringify(replies[at]?.body).replaceAll(concernId, 'ID')
      expect(replies.map(({ status }) => status)).toEqual([202, 202])
      expect(text(known, 0)).toBe(text(unknown, 1))
      const pages = await Promise.all(
        [known, unknown].map(async ({ calls, concernId }) =>
          JSON.stringify((await calls.follow(concernId)).body)
            .replaceAll(concernId, 'ID')
            // It follows from the level that was sent.
            .replaceAll(/"silenceFrom":"[^"]+"/g, '"silenceFrom":"BY LEVEL"'),
        ),
      )
      expect(pages[0]).toBe(pages[1])
    },
  )

  it('waits for its concern to be assessed, and keeps nobody', async () => {
    const hub = await startInMemoryHub()
    const calls = callsOf(hub)
    await calls.putChild('C1')
    const id = concernIdIn(await calls.submit('one-key-for-each-concern'))
    await calls.reportEngagement({ id, key: 'engagement-number-1' }, droppedOut)
    await hub.sweep()
    await hub.settle()
    hub.advance(2 * 60_000)
    await hub.sweep()
    await hub.settle()
    const [listed] = await calls.listAlerts()
    expect((await calls.readAlert(listed?.alertId ?? '')).body).toMatchObject({
      engagements: [droppedOut],
    })
  })

  it.each<[string, unknown, string]>([
    ['a code that is none', { ...droppedOut, engagement: 'DIED' }, '/engagement'],
    ['no day', { engagement: 'DISCHARGED' }, '/on'],
    ['a day that has not come', { ...droppedOut, on: '2026-11-24' }, '/on'],
    ['a day in words', { ...droppedOut, on: 'yesterday' }, '/on'],
    ['words', { ...droppedOut, words: 'She moved to 3 Elm Court.' }, '/words'],
    ['a list', [droppedOut], ''],
  ])('is refused with %s, and nothing of it is repeated', async (_, body, pointer) => {
    const { calls, concernId, hub } = await sent()
    const reply = await calls.reportEngagement({ id: concernId, key: 'a-hostile-engagement' }, body)
    expect(reply.status).toBe(400)
    expect(JSON.stringify(reply.body)).not.toMatch(/Elm|yesterday|DIED/)
    expect(JSON.stringify(reply.body)).toContain(pointer)
    expect((await actionsAbout(hub, concernId))['ENGAGEMENT_REPORTED']).toBeUndefined()
  })

  it('is nobody else’s to say: another service finds no such concern', async () => {
    const { calls, concernId } = await sent()
    const key = 'somebody-elses-concern'
    const theirs = await calls.reportEngagement({ id: concernId, key }, droppedOut, otherService)
    expect(theirs.status).toBe(404)
  })

  it('is one however often it is sent under its key, and another under it is refused', async () => {
    const { calls, concernId: id } = await sent()
    const key = 'one-engagement-one-key'
    await calls.reportEngagement({ id, key }, droppedOut)
    const again = await calls.reportEngagement({ id, key }, droppedOut)
    expect([again.status, again.headers['Idempotency-Replayed']]).toEqual([202, 'true'])
    expect((await calls.reportEngagement({ id, key }, discharged)).status).toBe(422)
  })

  it('goes with the concern when that expires', async () => {
    const { hub, calls, concernId, say } = await sent(
      aConcern({ harm: 'H1', consent: { status: 'REFUSED' } }),
      false,
    )
    await say(droppedOut)
    for (let at = 0; at < 14; at += 1) {
      hub.advance(30 * day)
      await hub.sweep()
      await hub.settle()
    }
    expect((await calls.follow(concernId)).status).toBe(200)
    expect((await say(discharged)).status).toBe(202)
    const { tables } = hub
    const rows = await hub.store.batch({
      [tables.casework]: [{ pk: `CONCERN#${concernId}`, sk: 'CONCERN' }],
    })
    expect(rows[0]).toMatchObject({ state: 'EXPIRED' })
    expect(JSON.stringify(rows)).not.toMatch(/DROPPED_OUT|DISCHARGED/)
  })
})
