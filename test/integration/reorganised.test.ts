import { describe, expect, it } from 'vitest'
import { eastvale, northmoor, stage, westmarch } from '../../infra/stages/local.ts'
import type { Alert } from '../../shared/alerts/alert.ts'
import { put } from '../../shared/aws/dynamodb/actions.ts'
import { authorityRow } from '../../shared/aws/dynamodb/directory.ts'
import type { Review } from '../../shared/reviews/review.ts'
import { aConcern } from '../builders/a-concern.ts'
import {
  northmoor as atNorthmoor,
  westmarch as atWestmarch,
  partnershipLead,
} from '../builders/clients.ts'
import { actionsAbout, allRows, auditEntries, callsOf, concernIdIn } from '../builders/hub-calls.ts'
import { told } from '../builders/told.ts'
import { startCaseworkHub } from './in-process-hub.ts'

const childId = `${westmarch}.C1`
const atEastvale = { ...atNorthmoor, clientId: 'eastvale-case-system', authority: eastvale }
const minute = 60_000
/** The first day on which Westmarch is not served. */
const day = '2026-11-25'
let keys = 0

const aHub = async (
  replacedBy: readonly (typeof northmoor | typeof eastvale)[],
  /** Matches that people must confirm before the model acts alone. */
  needed = 0,
) => {
  const hub = await startCaseworkHub('reorganised', { needed, authorities: [westmarch] })
  const calls = callsOf(hub)
  const [own] = stage.directory.authorities.filter(({ code }) => code === westmarch)
  if (own === undefined) throw new Error('the local stage has changed')
  const row = authorityRow({ ...own, until: day, replacedBy: [...replacedBy] })
  await hub.store.transact([put(hub.tables.directory, row)])
  await calls.putChild('C1')
  const alerts = async (): Promise<readonly Alert[]> =>
    (await allRows(hub, 'casework')).flatMap((one) =>
      one['sk'] === 'ALERT' ? [one['alert'] as Alert] : [],
    )
  return {
    hub,
    calls,
    alerts,
    send: async (change: Parameters<typeof aConcern>[0] = {}): Promise<string> => {
      keys += 1
      const reply = await calls.submit(
        `a-key-of-its-own-${keys}`,
        aConcern({ harm: 'H3', ...change }),
      )
      await hub.settle()
      return concernIdIn(reply)
    },
    /** The night passes, and the clock wakes the sweeps twice on the first day of whoever follows. */
    theDay: async (): Promise<void> => {
      hub.advance(Date.parse(`${day}T00:00:30Z`) - hub.now().getTime())
      await hub.sweep()
      hub.advance(2 * minute)
      await hub.sweep()
    },
    alertOf: async (concernId: string, authority: string): Promise<Alert | undefined> =>
      (await alerts()).find(
        (one) =>
          one.concernId === concernId && one.authority === authority && one.moved === undefined,
      ),
    publishedTo: (name: string): number =>
      hub.published.filter(({ queue }) => queue.endsWith(name)).length,
  }
}

describe('an authority that is replaced by two', () => {
  it('keeps what it has open until the day', async () => {
    const { hub, calls, send } = await aHub([northmoor, eastvale])
    await send()
    hub.advance(Date.parse('2026-11-24T23:58:00Z') - hub.now().getTime())
    await hub.sweep()
    expect(await calls.listAlerts(atWestmarch)).toHaveLength(1)
  })

  it('leaves its open alerts to the one where the child is said to be, or to the partnership lead; each once', async () => {
    const { calls, send, theDay, alerts, alertOf, publishedTo } = await aHub([northmoor, eastvale])
    const here = await send({ factors: ['1B'] })
    const there = await send({ authority: northmoor, factors: ['4B'] })
    expect(await calls.listAlerts(atWestmarch)).toHaveLength(2)
    const before = publishedTo(westmarch)
    await theDay()
    expect(await calls.listAlerts(atWestmarch)).toEqual([])
    const open = (await alerts()).filter(({ moved }) => moved === undefined)
    expect(open.map(({ concernId, authority }) => [concernId, authority]).toSorted()).toEqual(
      [
        [here, 'HOLDING'],
        [there, northmoor],
      ].toSorted(),
    )
    expect((await alertOf(there, northmoor))?.children).toEqual([childId])
    expect((await alertOf(here, 'HOLDING'))?.children).toEqual([])
    expect(publishedTo(westmarch)).toBe(before)
    expect(publishedTo('holding')).toBe(1)
  })

  it('leaves to the partnership lead no record of its own, and to whoever is given the alert its history', async () => {
    const { hub, calls, send, theDay, alertOf } = await aHub([northmoor, eastvale])
    const concernId = await send()
    await theDay()
    const held = await alertOf(concernId, 'HOLDING')
    const id = held?.alertId ?? ''
    const read = await calls.readAlert(id, partnershipLead)
    expect(read.status).toBe(200)
    expect(JSON.stringify(read.body)).not.toContain(childId)
    expect((await calls.chronology(childId, {}, atNorthmoor)).status).toBe(404)
    await calls.answer('acknowledgeAlert', { id, version: 1 }, partnershipLead)
    const outcome = {
      outcome: 'OTHER_AUTHORITY',
      otherAuthority: northmoor,
      reason: 'The family lives on the Northmoor side of what was Westmarch.',
    }
    const placed = await calls.answer(
      'recordOutcome',
      { id, version: 2, body: outcome },
      partnershipLead,
    )
    expect([placed.status, placed.body]).toMatchObject([200, {}])
    await hub.settle()
    const theirs = await alertOf(concernId, northmoor)
    expect(theirs?.children).toEqual([childId])
    expect((await calls.readAlert(theirs?.alertId ?? '', atNorthmoor)).status).toBe(200)
    expect((await calls.chronology(childId, {}, atNorthmoor)).status).toBe(200)
    expect((await calls.chronology(childId, {}, atEastvale)).status).toBe(404)
    expect((await calls.readAlert(theirs?.alertId ?? '', atEastvale)).status).toBe(404)
  })

  it('leaves what is told of its register later to the partnership lead, wherever the sender says that the child is', async () => {
    const { hub, calls, send, theDay, alertOf } = await aHub([northmoor, eastvale])
    await theDay()
    const concernId = await send({ authority: northmoor })
    hub.advance(2 * minute)
    await hub.sweep()
    expect((await alertOf(concernId, northmoor))?.children).toEqual([])
    expect((await alertOf(concernId, 'HOLDING'))?.inherited?.children).toEqual([childId])
    expect((await calls.chronology(childId, {}, atNorthmoor)).status).toBe(404)
  })

  it('is chased about nothing any more; whoever follows is, by a clock of its own', async () => {
    const { hub, send, theDay, alertOf } = await aHub([northmoor, eastvale])
    const concernId = await send({ authority: northmoor })
    const old = (await alertOf(concernId, westmarch))?.alertId ?? ''
    await theDay()
    const before = hub.published.length
    for (let hours = 0; hours < 10; hours += 1) {
      hub.advance(60 * minute)
      await hub.sweep()
    }
    const later = hub.published.slice(before)
    expect(later.length).toBeGreaterThan(0)
    expect(later.filter(({ message }) => message.includes(old))).toEqual([])
    expect(later.filter(({ queue }) => queue.endsWith(`-${westmarch}`))).toEqual([])
    expect((await actionsAbout(hub, old))['ALERT_MOVED']).toBe(1)
  })
})

describe('an authority that is replaced by one', () => {
  it('leaves its alerts as they stand, with what was answered, its children and their history', async () => {
    const { hub, calls, send, theDay, alertOf } = await aHub([northmoor])
    const first = await send({ factors: ['1B'] })
    const second = await send({ factors: ['4B'] })
    const alertIn = async (concernId: string) =>
      (await alertOf(concernId, westmarch))?.alertId ?? ''
    const [known, decided] = [await alertIn(first), await alertIn(second)]
    await calls.answer('acknowledgeAlert', { id: known, version: 1 })
    await calls.answer('acknowledgeAlert', { id: decided, version: 1 })
    const body = { outcome: 'ASSESSMENT_S17' }
    await calls.answer('recordOutcome', { id: decided, version: 2, body })
    await theDay()
    const [moved, settled] = [await alertOf(first, northmoor), await alertOf(second, northmoor)]
    expect(moved).toMatchObject({ state: 'RAISED', version: 1, children: [childId] })
    expect(moved?.acknowledgement).toBeUndefined()
    expect(settled).toMatchObject({ state: 'DECIDED', outcome: { code: 'ASSESSMENT_S17' } })
    expect((await calls.chronology(childId, {}, atNorthmoor)).status).toBe(200)
    const read = await calls.readAlert(moved?.alertId ?? '', atNorthmoor)
    expect(read.status).toBe(200)
    const { priorAlertIds } = read.body as { priorAlertIds: readonly string[] }
    for (const id of priorAlertIds)
      expect((await calls.readAlert(id, atNorthmoor)).status, id).toBe(200)
    const lines = told('They are assessed by Northmoor now.')
    const id = settled?.alertId ?? ''
    const fedBack = await calls.answer(
      'giveFeedback',
      { id, version: 1, body: { lines } },
      atNorthmoor,
    )
    expect(fedBack.status, JSON.stringify(fedBack.body)).toBe(200)
    expect(JSON.stringify((await calls.follow(second)).body)).toContain('ASSESSMENT_S17')
    expect((await auditEntries(hub)).filter(({ action }) => action === 'ALERT_MOVED')).toHaveLength(
      2,
    )
  })

  it('leaves it to its replacement to say how the work ended that followed an alert long closed', async () => {
    const { calls, send, theDay, alertOf } = await aHub([northmoor])
    const concernId = await send()
    const id = (await alertOf(concernId, westmarch))?.alertId ?? ''
    await calls.readAlert(id)
    await calls.answer('acknowledgeAlert', { id, version: 1 })
    const outcome = { outcome: 'ASSESSMENT_S17' }
    await calls.answer('recordOutcome', { id, version: 2, body: outcome })
    const lines = told('A social worker will visit.')
    await calls.answer('giveFeedback', { id, version: 3, body: { lines } })
    await theDay()
    const says = { id, version: 4, body: { status: 'OPEN' } }
    expect((await calls.answer('recordCaseStatus', says, atEastvale)).status).toBe(404)
    expect((await calls.answer('recordCaseStatus', says, atNorthmoor)).status).toBe(200)
    expect(JSON.stringify((await calls.follow(concernId)).body)).toContain('"status":"OPEN"')
  })

  it('leaves what is told later of a child on its register to its replacement, once', async () => {
    const { hub, calls, send, theDay, publishedTo } = await aHub([northmoor])
    await theDay()
    const before = publishedTo(westmarch)
    await send({ authority: northmoor })
    await hub.settle()
    expect(await calls.listAlerts(atNorthmoor)).toHaveLength(1)
    expect(publishedTo(westmarch)).toBe(before)
  })

  it('leaves a concern that can be decided again, where both are told of it by one alert', async () => {
    const { hub, calls, send, theDay, alertOf } = await aHub([northmoor])
    await theDay()
    const concernId = await send({
      authority: northmoor,
      harm: 'H2',
      consent: { status: 'REFUSED' },
    })
    hub.advance(2 * minute)
    await hub.sweep()
    const before = await alertOf(concernId, northmoor)
    expect(before).toMatchObject({ inherited: { from: westmarch }, children: [childId] })
    await calls.changeConsent({ id: concernId, key: 'a-key-of-consent' }, { status: 'GIVEN' })
    await hub.settle()
    const after = await alertOf(concernId, northmoor)
    expect([before?.decision, after?.decision]).toEqual(['SHARE_MINIMAL', 'SHARE'])
    expect(after?.version).toBe((before?.version ?? 0) + 1)
    expect(after?.why).toEqual(['WHERE_THE_CHILD_IS', 'HOLDS_THE_CHILD'])
  })

  it('leaves the questions that it was asked, about the same register', async () => {
    const { hub, calls, send, theDay } = await aHub([northmoor], 100)
    await send()
    const reviews = async (): Promise<readonly Review[]> =>
      (await allRows(hub, 'casework')).flatMap((one) =>
        one['sk'] === 'REVIEW' ? [one['review'] as Review] : [],
      )
    const asked = (await reviews()).filter(({ authority }) => authority === westmarch)
    await theDay()
    const after = (await reviews()).filter(({ authority }) => authority === westmarch)
    expect(asked.length).toBeGreaterThan(0)
    expect(after.map(({ heldBy }) => heldBy)).toEqual(asked.map(() => northmoor))
    const theirs = { ...atNorthmoor, clientId: 'northmoor-reviewers', scopes: ['reviews.read'] }
    expect(await calls.listReviews(theirs as typeof atNorthmoor)).toHaveLength(asked.length)
  })
})
