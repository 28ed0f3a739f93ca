import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { put } from '../../../shared/aws/dynamodb/actions.ts'
import { agencyRow } from '../../../shared/aws/dynamodb/directory.ts'
import { changeEventSchema } from '../../../shared/outbox/change-event.ts'
import { aChild } from '../../builders/a-child.ts'
import { aConcern } from '../../builders/a-concern.ts'
import { drugService, otherService } from '../../builders/clients.ts'
import { allRows, auditEntries, callsOf, concernIdIn } from '../../builders/hub-calls.ts'
import { told } from '../../builders/told.ts'
import { startInMemoryHub } from '../../fakes/in-memory-hub.ts'
import type { TestHub } from '../../fakes/test-hub.ts'

const minute = 60_000
const key = 'one-key-for-each-concern'
const queue = { mode: 'queue' } as const
const agency = { key: drugService.agency, name: 'Turning Tide', type: 'substance-misuse' } as const

const setUp = (hub: TestHub, how: Partial<Parameters<typeof agencyRow>[0]>) =>
  hub.store.transact([put(hub.tables.directory, agencyRow({ ...agency, ...how }))])

const changesIn = ({ published }: TestHub) =>
  published.filter(({ queue: topic }) => topic.includes('changes-'))

/** A hub whose sender is told, and what it is told, minute by minute. */
const aHub = async (how: Parameters<typeof setUp>[1] = { delivery: queue }) => {
  const hub = await startInMemoryHub()
  await setUp(hub, how)
  const calls = callsOf(hub)
  const seen: { readonly at: string; readonly topic: string; readonly message: string }[] = []
  /** What the clock does for so many minutes. */
  const pass = async (minutes: number): Promise<void> => {
    for (let left = minutes; left > 0; left -= 1) {
      hub.advance(minute)
      const before = changesIn(hub).length
      await hub.sweep()
      const fresh = changesIn(hub).slice(before)
      const at = hub.now().toISOString()
      seen.push(...fresh.map(({ queue: topic, message }) => ({ at, topic, message })))
    }
  }
  return { hub, calls, seen, pass }
}

/** From the concern to the answer, and what its sender says to that, with some minutes between. */
const play = async (
  { hub, calls, pass }: Awaited<ReturnType<typeof aHub>>,
  concern = aConcern(),
): Promise<string> => {
  const id = concernIdIn(await calls.submit(key, concern))
  await pass(5)
  const [alert] = await calls.listAlerts()
  // A person is asked first.
  if (alert === undefined) return id
  const answer = async (...[route, body]: [Parameters<typeof calls.answer>[0], unknown?]) => {
    const at = (await calls.readAlert(alert.alertId)).body as { version: number }
    const said = await calls.answer(route, { id: alert.alertId, version: at.version, body })
    expect(said.status).toBeLessThan(300)
    await pass(3)
  }
  await answer('acknowledgeAlert')
  await answer('recordOutcome', { outcome: 'ASSESSMENT_S17' })
  await answer('giveFeedback', { lines: told('A social worker will visit.') })
  await answer('recordCaseStatus', { status: 'OPEN' })
  const body = { feedbackNumber: 1, reason: 'Nobody has come, and he was seen to hit her again.' }
  const contested = await calls.challenge(id, { key: 'a-key-for-the-challenge', body })
  expect(contested.status).toBe(202)
  await pass(3)
  expect(hub.logged.filter((line) => JSON.stringify(line).includes('RECORD_FAILED'))).toEqual([])
  return id
}

describe('the event', () => {
  it('is as the page for senders shows it', async () => {
    const page = await readFile('docs/connect/changes.md', 'utf8')
    const [, shown = ''] = /^```json\n([\s\S]*?)^```$/m.exec(page) ?? []
    const { concernId } = changeEventSchema.parse(JSON.parse(shown)).data
    expect(shown.split(concernId)).toHaveLength(4)
  })
})

describe('the system of an agency that sends concerns', () => {
  it('is told by the concern’s id alone of each change that its list shows, a minute after it and within two', async () => {
    const hub = await aHub()
    const id = await play(hub)
    const events = hub.seen.map(({ message }) => changeEventSchema.parse(JSON.parse(message)))
    expect(events.map(({ data }) => data)).toEqual(events.map(() => ({ concernId: id })))
    // Acknowledged, answered, what became of the work, contested.
    expect(events).toHaveLength(4)
    expect(new Set(events.map((event) => event.id)).size).toBe(4)
    for (const [at, { time }] of events.entries()) {
      const late = Date.parse(hub.seen[at]?.at ?? '') - Date.parse(time)
      expect(late).toBeGreaterThanOrEqual(minute)
      expect(late).toBeLessThanOrEqual(2 * minute)
    }
    const { items } = (await hub.calls.listConcerns()).body as { items: { changedAt: string }[] }
    expect(events.at(-1)?.time).toBe(items[0]?.changedAt)
    const words = ['ASSESSMENT', 'answered', 'acknowledged', 'Westmarch', 'visit', 'alert']
    for (const { message } of hub.seen)
      for (const word of words) expect(message).not.toContain(word)
  })

  it.each([
    ['shared on what was sent', aConcern()],
    ['at once', aConcern({ harm: 'H3' })],
    [
      'that is asked for a reason',
      aConcern({ harm: 'H2', consent: { status: 'NOT_SOUGHT', whyNotSought: 'NO_REASON' } }),
    ],
    ['returned', aConcern({ purpose: 'other', harm: 'H2' })],
  ])(
    'is told the same, byte for byte and minute for minute, of a family that is known: %s',
    async (_, concern) => {
      const plays = await Promise.all(
        [true, false].map(async (isKnown) => {
          const hub = await aHub()
          if (isKnown) await hub.calls.putChild('C1', aChild())
          const id = await play(hub, concern)
          return hub.seen.map(({ at, topic, message }) => {
            const { id: eventId } = changeEventSchema.parse(JSON.parse(message))
            return [at, topic, message.replaceAll(id, 'ID').replaceAll(eventId, 'EVENT')]
          })
        }),
      )
      expect(plays[0]).not.toEqual([])
      expect(plays[0]).toEqual(plays[1])
    },
  )

  it('hears nothing of a family before somebody answers where what it sent is not shared by itself', async () => {
    const hub = await aHub()
    await hub.calls.putChild('C1', aChild())
    await play(hub, aConcern({ consent: { status: 'REFUSED' } }))
    const events = hub.seen.map(({ message }) => changeEventSchema.parse(JSON.parse(message)))
    // The answer and its challenge: not that it was acknowledged, nor what became of the work.
    expect(events).toHaveLength(2)
    const entries = await auditEntries(hub.hub)
    const given = entries.find(({ action }) => action === 'FEEDBACK_GIVEN')
    expect(events[0]?.time).toBe(given?.at)
  })

  it('is told alike of silence that it contests, and not of consent that it changes, known family or not', async () => {
    const plays = await Promise.all(
      [true, false].map(async (isKnown) => {
        const { hub, calls, seen, pass } = await aHub()
        if (isKnown) await calls.putChild('C1', aChild())
        const id = concernIdIn(await calls.submit(key))
        await pass(3)
        const consent = { id, key: 'a-key-for-the-consent' }
        expect((await calls.changeConsent(consent, { status: 'WITHDRAWN' })).status).toBe(202)
        await pass(3)
        expect(seen).toEqual([])
        hub.advance(10 * 24 * 60 * minute)
        const body = { reason: 'The children were seen alone again at night, twice this week.' }
        const said = await calls.challenge(id, { key: 'a-key-for-the-silence', body })
        expect(said.status).toBe(202)
        await pass(4)
        return seen.map(({ at, message }) => [
          at,
          changeEventSchema.parse(JSON.parse(message)).time,
        ])
      }),
    )
    expect(plays[0]).toHaveLength(1)
    expect(plays[0]).toEqual(plays[1])
  })

  it('is not told of what it knows from the answer to its own request', async () => {
    const hub = await aHub()
    await hub.calls.submit(key)
    await hub.pass(5)
    expect(hub.seen).toEqual([])
  })

  it('is told again what was lost, and of nothing twice that was not', async () => {
    const hub = await aHub()
    const id = concernIdIn(await hub.calls.submit(key))
    await hub.calls.withdraw(
      { id, key: 'a-key-for-withdrawing' },
      { reason: 'WRONG_PERSON', words: 'Another.' },
    )
    await hub.pass(5)
    expect(hub.seen).toHaveLength(1)
    await hub.pass(3)
    expect(hub.seen).toHaveLength(1)
    // As if the run had died between publishing and marking.
    const rows = await allRows(hub.hub, 'casework')
    const mark = rows.find(({ pk }) => pk === `CHANGES#${agency.key}`)
    const { pk, sk } = mark as { pk: string; sk: string }
    await hub.hub.store.transact([
      { kind: 'delete', table: hub.hub.tables.casework, key: { pk, sk } },
    ])
    await hub.pass(1)
    expect(hub.seen).toHaveLength(2)
    // Whoever has seen it drops it.
    expect(hub.seen[1]?.message).toBe(hub.seen[0]?.message)
    const entries = (await auditEntries(hub.hub)).filter(({ action }) => action === 'CHANGE_TOLD')
    expect(entries).toHaveLength(2)
    expect(entries[0]).toMatchObject({
      actor: 'tell-senders',
      subjects: [id],
      codes: { to: `changes-${agency.key}` },
    })
    expect(JSON.stringify(entries)).not.toContain('withdrawn')
  })

  it('is told of all others where a line of its list cannot be read, and the list itself shows them and says so', async () => {
    const hub = await aHub()
    const ids: string[] = []
    for (const at of [1, 2]) {
      const id = concernIdIn(await hub.calls.submit(`${key}-${at}`))
      await hub.calls.withdraw(
        { id, key: `a-key-for-withdrawing-${at}` },
        { reason: 'WRONG_PERSON', words: 'Another.' },
      )
      ids.push(id)
    }
    await hub.pass(2)
    const rows = await allRows(hub.hub, 'casework')
    const row = rows.find(({ pk, sk }) => pk === `CONCERN#${ids[0]}` && sk === 'CONCERN')
    await hub.hub.store.transact([
      put(hub.hub.tables.casework, { ...(row as { pk: string; sk: string }), listed: 'nothing' }),
    ])
    await hub.pass(4)
    const told = hub.seen.map(({ message }) => changeEventSchema.parse(JSON.parse(message)))
    expect(told.map(({ subject }) => subject)).toEqual([ids[1]])
    expect(JSON.stringify(hub.hub.logged)).toContain('RECORD_FAILED')
    expect((await hub.calls.listConcerns()).body).toMatchObject({
      items: [{ concernId: ids[1] }],
      unreadable: 1,
    })
  })

  it.each<[string, Parameters<typeof setUp>[1]]>([
    ['asked for nothing', {}],
    ['polls', { delivery: { mode: 'poll' } }],
    ['has ended', { delivery: queue, until: '2026-11-23' }],
  ])('is told nothing where it %s, and nothing is read or written for it', async (_, how) => {
    const hub = await aHub(how)
    await play(hub)
    expect(hub.seen).toEqual([])
    const rows = await allRows(hub.hub, 'casework')
    expect(rows.filter(({ pk }) => String(pk).startsWith('CHANGES#'))).toEqual([])
  })

  it('does not wait for another whose way is not there', async () => {
    const hub = await aHub()
    await setUp(hub.hub, { key: 'other', name: 'Other', delivery: queue })
    for (const [at, caller] of [drugService, otherService].entries()) {
      const id = concernIdIn(await hub.calls.submit(`${key}-${at}`, aConcern(), caller))
      const taken = { id, key: `a-key-for-withdrawing-${at}` }
      await hub.calls.withdraw(taken, { reason: 'WRONG_PERSON', words: 'Another.' }, caller)
    }
    hub.hub.refuse('changes-other')
    await hub.pass(5)
    expect(hub.seen.map(({ topic }) => topic)).toEqual(['changes-turning-tide'])
    const failed = hub.hub.logged.filter((line) => JSON.stringify(line).includes('RECORD_FAILED'))
    expect(failed.length).toBeGreaterThan(0)
    hub.hub.refuse(undefined)
    await hub.pass(1)
    expect(hub.seen.map(({ topic }) => topic)).toEqual(['changes-turning-tide', 'changes-other'])
  })
})
