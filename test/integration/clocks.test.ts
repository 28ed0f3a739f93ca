import { describe, expect, it } from 'vitest'
import { westmarch } from '../../infra/stages/local.ts'
import { aChild, anAdult, closedLongAgo } from '../builders/a-child.ts'
import { aConcern } from '../builders/a-concern.ts'
import { drugServiceLead } from '../builders/clients.ts'
import { allRows, auditEntries, callsOf, concernIdIn } from '../builders/hub-calls.ts'
import { told } from '../builders/told.ts'
import type { TestHub } from '../fakes/test-hub.ts'
import { startCaseworkHub } from './in-process-hub.ts'

const key = 'one-key-for-each-concern'
const hours = 60 * 60 * 1000

const aHub = async () => {
  const hub = await startCaseworkHub('clocks')
  return { hub, calls: callsOf(hub) }
}

/** Lets time pass, with a sweep every three hours. The hub starts at ten on Monday 23 November 2026. */
const passDays = async (hub: TestHub, days: number): Promise<void> => {
  for (let at = 0; at < days * 8; at += 1) {
    hub.advance(3 * hours)
    await hub.sweep()
  }
}

const daysOf = async (hub: TestHub, action: string): Promise<string[]> =>
  (await auditEntries(hub))
    .filter((entry) => entry.action === action)
    .map(({ at }) => at.slice(0, 10))

/** What was told, each message once: what nobody has answered is told again under its own id. */
const toldOnce = (hub: TestHub) => {
  const events = hub.published.map(({ queue, message }) => ({
    queue,
    ...(JSON.parse(message) as Event),
  }))
  return [...Map.groupBy(events, ({ id, queue }) => `${id} ${queue}`).values()].flatMap((same) =>
    same.slice(0, 1),
  )
}
type Event = { readonly id: string; readonly type: string }

const typesSent = (hub: TestHub): string[] => toldOnce(hub).map(({ type }) => type)

const alertRows = async (hub: TestHub) =>
  (await allRows(hub, 'casework'))
    .filter(({ sk }) => sk === 'ALERT')
    .map((row) => row['alert'] as Record<string, unknown>)

const stateOf = async (hub: TestHub, concernId: string): Promise<unknown> =>
  (await allRows(hub, 'casework')).find(
    ({ pk, sk }) => pk === `CONCERN#${concernId}` && sk === 'CONCERN',
  )?.['state']

const raised = 'uk.safeguarding-hub.alert.raised.v1'
const asked = 'uk.safeguarding-hub.review.raised.v1'
const overdue = 'uk.safeguarding-hub.alert.overdue.v1'

describe('an alert that nobody acknowledges', () => {
  it('is chased after one, two, three and four working days, and then every day', async () => {
    const { hub, calls } = await aHub()
    await calls.putChild('C1', aChild({ status: closedLongAgo }))
    await calls.submit(key)
    await hub.settle()
    await passDays(hub, 8)
    expect(await daysOf(hub, 'ALERT_CHASED')).toEqual([
      '2026-11-25',
      '2026-11-26',
      '2026-11-27',
      '2026-11-28',
      '2026-11-29',
      '2026-11-30',
      '2026-12-01',
    ])
    const types = typesSent(hub)
    expect(types.slice(0, 3)).toEqual([raised, overdue, overdue])
    expect(types.filter((type) => type.includes('concern.unanswered'))).toHaveLength(1)
  }, 60_000)

  it('tells the inbox, the manager, both leads and the partnership lead, by a version each', async () => {
    const { hub, calls } = await aHub()
    await calls.putChild('C1', aChild({ status: closedLongAgo }))
    await calls.submit(key)
    await hub.settle()
    await passDays(hub, 8)
    const chases = (await auditEntries(hub)).filter(({ action }) => action === 'ALERT_CHASED')
    expect(chases.slice(0, 4).map(({ codes }) => codes?.['tells'])).toEqual([
      'inbox',
      'manager',
      'authority-lead sender-lead',
      'partnership-lead',
    ])
    const queues = toldOnce(hub).map(({ queue }) => queue)
    expect(queues.slice(0, 3)).toEqual([
      `alerts-${westmarch}`,
      `alerts-${westmarch}`,
      `escalations-${westmarch}`,
    ])
    expect(new Set(queues.slice(3, 5))).toEqual(
      new Set(['escalations-turning-tide', `escalations-${westmarch}`]),
    )
    expect(new Set(queues.slice(5))).toEqual(new Set(['escalations-partnership']))
  }, 60_000)

  it('stays in the inbox, and can still be answered', async () => {
    const { hub, calls } = await aHub()
    await calls.putChild('C1', aChild({ status: closedLongAgo }))
    await calls.submit(key)
    await hub.settle()
    await passDays(hub, 8)
    const [listed] = await calls.listAlerts()
    const reply = await calls.answer('acknowledgeAlert', {
      id: listed?.alertId ?? '',
      version: listed?.version ?? 0,
    })
    expect(reply.status).toBe(200)
  }, 60_000)

  it('is not chased on the day it is due', async () => {
    const { hub, calls } = await aHub()
    await calls.putChild('C1', aChild({ status: closedLongAgo }))
    await calls.submit(key)
    await hub.settle()
    hub.advance(Date.parse('2026-11-24T23:59:00Z') - hub.now().getTime())
    await hub.sweep()
    expect(await daysOf(hub, 'ALERT_CHASED')).toEqual([])
    hub.advance(2 * 60_000)
    await hub.sweep()
    expect(await daysOf(hub, 'ALERT_CHASED')).toEqual(['2026-11-25'])
  })

  it('is chased once however many sweeps run at that moment', async () => {
    const { hub, calls } = await aHub()
    await calls.putChild('C1', aChild({ status: closedLongAgo }))
    await calls.submit(key)
    await hub.settle()
    hub.advance(Date.parse('2026-11-25T00:01:00Z') - hub.now().getTime())
    await Promise.all(Array.from({ length: 4 }, () => hub.sweep()))
    expect(await daysOf(hub, 'ALERT_CHASED')).toHaveLength(1)
  })

  it('is not chased once somebody has it and is within time', async () => {
    const { hub, calls } = await aHub()
    await calls.putChild('C1', aChild({ status: closedLongAgo }))
    await calls.submit(key)
    await hub.settle()
    const id = (await calls.listAlerts())[0]?.alertId ?? ''
    await calls.answer('acknowledgeAlert', { id, version: 1 })
    await passDays(hub, 1)
    expect(await daysOf(hub, 'ALERT_CHASED')).toEqual([])
    await passDays(hub, 1)
    expect(await daysOf(hub, 'ALERT_CHASED')).toEqual(['2026-11-25'])
  }, 60_000)
})

describe('a review that nobody concludes', () => {
  const refused = aConcern({ consent: { status: 'REFUSED', decidedOn: '2026-11-20' } })

  it('R12: shares the least, after one working day', async () => {
    const { hub, calls } = await aHub()
    await calls.putChild('C1', aChild({ status: closedLongAgo }))
    const concernId = concernIdIn(await calls.submit(key, refused))
    await hub.settle()
    expect(await stateOf(hub, concernId)).toBe('IN_REVIEW')
    hub.advance(Date.parse('2026-11-24T23:59:00Z') - hub.now().getTime())
    await hub.sweep()
    expect(typesSent(hub)).toEqual([asked])
    hub.advance(2 * 60_000)
    await hub.settle()
    expect(await stateOf(hub, concernId)).toBe('ALERTED')
    const [alert, ...others] = await alertRows(hub)
    expect(others).toEqual([])
    expect(alert).toMatchObject({ kind: 'matched', rule: 'R12' })
    const { content } = (await calls.readAlert(String(alert?.['alertId']))).body as {
      content: object
    }
    expect(content).not.toHaveProperty('narrative')
    expect(typesSent(hub)).toEqual([asked, raised])
    expect(await daysOf(hub, 'REVIEW_TIMED_OUT')).toEqual(['2026-11-25'])
  })

  it('R12: reaches the authority though it has renamed and moved the adult meanwhile', async () => {
    const { hub, calls } = await aHub()
    await calls.putChild('C1', aChild({ status: closedLongAgo }))
    const concernId = concernIdIn(await calls.submit(key, refused))
    await hub.settle()
    expect(await stateOf(hub, concernId)).toBe('IN_REVIEW')
    const corrected = anAdult({
      names: [{ given: 'Wilhelmina', family: 'Oakapple' }],
      dateOfBirth: '1988-12-30',
      addresses: [{ houseNumber: '2', street: 'Kiln Yard', postcode: 'WM9 9ZZ' }],
    })
    await calls.putChild('C1', aChild({ status: closedLongAgo, adults: [corrected] }))
    hub.advance(48 * hours)
    await hub.settle()
    expect(await stateOf(hub, concernId)).toBe('ALERTED')
    expect(await alertRows(hub)).toHaveLength(1)
  })

  it('R12: reaches the authority though the child no longer depends on the adult', async () => {
    const { hub, calls } = await aHub()
    await calls.putChild('C1', aChild({ status: closedLongAgo }))
    const concernId = concernIdIn(await calls.submit(key, refused))
    await hub.settle()
    await calls.putChild('C1', aChild({ status: closedLongAgo, adults: [] }))
    hub.advance(48 * hours)
    await hub.settle()
    expect(await stateOf(hub, concernId)).toBe('ALERTED')
    expect(await alertRows(hub)).toHaveLength(1)
  })

  it('R1: about the purpose of a grave concern holds nothing up, and is asked once', async () => {
    const { hub, calls } = await aHub()
    await calls.putChild('C1', aChild({ status: closedLongAgo }))
    const wrongTick = aConcern({ purpose: 'other', harm: 'H3', phoneCallMade: { made: true } })
    const concernId = concernIdIn(await calls.submit(key, wrongTick))
    await hub.settle()
    expect(await stateOf(hub, concernId)).toBe('ALERTED')
    expect(await calls.listReviews(drugServiceLead)).toMatchObject([{ kind: 'purpose' }])
    await passDays(hub, 4)
    expect(await daysOf(hub, 'REVIEW_TIMED_OUT')).toHaveLength(1)
    expect(await calls.listReviews(drugServiceLead)).toEqual([])
    expect(await alertRows(hub)).toHaveLength(1)
  }, 60_000)

  it('R1: is not raised at all below H3: the sender sees that the concern is returned', async () => {
    const { hub, calls } = await aHub()
    await calls.putChild('C1', aChild({ status: closedLongAgo }))
    const concernId = concernIdIn(await calls.submit(key, aConcern({ purpose: 'other' })))
    await hub.settle()
    expect(await stateOf(hub, concernId)).toBe('HELD')
    expect((await calls.follow(concernId)).body).toMatchObject({ status: 'returned' })
    expect(hub.published).toEqual([])
  })

  const namesake = aConcern({
    harm: 'H3',
    phoneCallMade: { made: true },
    subject: {
      names: [{ given: 'Marta', family: 'Quillfeather' }],
      dateOfBirth: '1991',
      relationshipToChild: 'UNKNOWN',
      contactLevel: 'UNKNOWN',
    },
    children: [],
    whyChildrenUnknown: 'She did not say.',
  })

  it('about who somebody is runs beside the alert, and stays open when it has lapsed', async () => {
    const { hub, calls } = await aHub()
    await calls.putChild('C1', aChild({ status: closedLongAgo }))
    const concernId = concernIdIn(await calls.submit(key, namesake))
    await hub.settle()
    expect(await stateOf(hub, concernId)).toBe('ALERTED')
    expect(await alertRows(hub)).toMatchObject([{ kind: 'unmatched', rule: 'R9', children: [] }])
    await passDays(hub, 3)
    expect(await daysOf(hub, 'REVIEW_CHASED')).toEqual(['2026-11-24', '2026-11-25', '2026-11-26'])
    expect(await daysOf(hub, 'REVIEW_TIMED_OUT')).toEqual([])
    expect(await calls.listReviews()).toMatchObject([{ kind: 'identity' }])
    expect(typesSent(hub).filter((type) => type === raised)).toHaveLength(1)
  }, 60_000)

  it('about who somebody is is not ended by the feedback on the alert', async () => {
    const { hub, calls } = await aHub()
    await calls.putChild('C1', aChild({ status: closedLongAgo }))
    const concernId = concernIdIn(await calls.submit(key, namesake))
    await hub.settle()
    const id = (await calls.listAlerts())[0]?.alertId ?? ''
    await calls.answer('acknowledgeAlert', { id, version: 1 })
    await calls.answer('recordOutcome', { id, version: 2, body: { outcome: 'EARLY_HELP' } })
    await calls.answer('giveFeedback', { id, version: 3, body: { lines: told('Who is she?') } })
    expect(await stateOf(hub, concernId)).toBe('FED_BACK')
    expect(await calls.listReviews()).toMatchObject([{ kind: 'identity' }])
  })

  it('about who somebody is has one working day at H2', async () => {
    const { hub, calls } = await aHub()
    await calls.putChild('C1', aChild({ status: closedLongAgo }))
    await calls.submit(key, { ...namesake, harm: 'H2' })
    await hub.settle()
    await passDays(hub, 2)
    expect(await daysOf(hub, 'REVIEW_CHASED')).toEqual(['2026-11-25'])
  })

  it('is concluded once when several sweeps run at that moment', async () => {
    const { hub, calls } = await aHub()
    await calls.putChild('C1', aChild({ status: closedLongAgo }))
    await calls.submit(key, refused)
    await hub.settle()
    hub.advance(48 * hours)
    await Promise.all(Array.from({ length: 4 }, () => hub.sweep()))
    expect(await daysOf(hub, 'REVIEW_TIMED_OUT')).toHaveLength(1)
    expect(await alertRows(hub)).toHaveLength(1)
  })
})
