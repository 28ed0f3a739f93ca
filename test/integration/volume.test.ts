import { describe, expect, it } from 'vitest'
import type { Client } from '../../shared/agencies/client.ts'
import type { Volume } from '../../shared/alerts/volume.ts'
import { aChild, closedLongAgo } from '../builders/a-child.ts'
import { aConcern } from '../builders/a-concern.ts'
import { anApiEvent } from '../builders/an-api-event.ts'
import { drugService, northmoor, otherService, westmarch } from '../builders/clients.ts'
import { auditEntries, callsOf } from '../builders/hub-calls.ts'
import { startCaseworkHub } from './in-process-hub.ts'

type Caller = Omit<Client, 'keys' | 'active'>
type Item = Pick<Volume, 'month' | 'agencyName' | 'raised' | 'decided'> & Partial<Volume>

const aHub = async () => {
  const hub = await startCaseworkHub('volume')
  const calls = callsOf(hub)
  await calls.putChild('C1', aChild({ status: closedLongAgo }))
  const measured = async (from: string, to: string, caller: Caller = westmarch) => {
    const token = await hub.tokenFor(caller)
    const reply = await hub.call('read', anApiEvent('countAlerts', { token, query: { from, to } }))
    return reply.body as { items: Item[]; questions: unknown[] }
  }
  const count = async (...asked: Parameters<typeof measured>) => (await measured(...asked)).items
  return { hub, calls, count, measured }
}

describe('an authority', () => {
  it('sees what it was sent, by month and agency, and what it closed without action', async () => {
    const { hub, calls, count } = await aHub()
    await calls.submit('a-key-of-its-own-1')
    await hub.settle()
    const id = (await calls.listAlerts())[0]?.alertId ?? ''
    await calls.submit('a-key-of-its-own-2', aConcern(), otherService)
    await hub.settle()
    hub.advance(Date.parse('2026-12-01T00:30:00Z') - hub.now().getTime())
    await calls.submit('a-key-of-its-own-3', aConcern(), otherService)
    await hub.settle()
    const empty = { decided: 0, noFurtherAction: 0, noFurtherActionRate: null }
    const counted = await count('2026-11', '2026-12')
    expect(counted).toMatchObject([
      { month: '2026-11', agencyName: 'Other', raised: 1, ...empty },
      { month: '2026-11', agencyName: 'Turning Tide', raised: 1, ...empty },
      { month: '2026-12', agencyName: 'Other', raised: 1, ...empty },
    ])
    expect(counted.map(({ repeated }) => repeated)).toEqual([1, 0, 1])
    for (const other of await calls.listAlerts())
      await calls.answer('acknowledgeAlert', { id: other.alertId, version: other.version })
    const reason = 'Seen in October, and nothing of concern was found then.'
    const { version } = (await calls.readAlert(id)).body as { version: number }
    const body = { outcome: 'NO_FURTHER_ACTION', reason, noFurtherActionReason: 'DISPROVED' }
    expect((await calls.answer('recordOutcome', { id, version, body })).status).toBe(200)
    expect((await count('2026-11', '2026-11'))[1]).toMatchObject({
      agencyName: 'Turning Tide',
      raised: 1,
      decided: 1,
      noFurtherAction: 1,
      noFurtherActionRate: 1,
    })
  })

  it('sees nothing of another, and leaves an entry that it asked', async () => {
    const { hub, calls, count } = await aHub()
    await calls.submit('a-key-of-its-own-1')
    await hub.settle()
    expect(await count('2026-11', '2026-11', northmoor)).toEqual([])
    const entry = (await auditEntries(hub)).find(({ action }) => action === 'ALERTS_COUNTED')
    expect(entry).toMatchObject({
      actor: northmoor.clientId,
      codes: { from: '2026-11', to: '2026-11' },
    })
  })
})

/** What a test did to one alert, and when, by its own clock. */
type Done = {
  readonly service: string
  readonly taken?: number
  readonly told?: number
  readonly isRefused?: boolean
  readonly isAgain?: boolean
}

const hours = 60 * 60 * 1000

describe('what is measured', () => {
  it('is what was done, when, and by when it was due', async () => {
    const { hub, calls, measured } = await aHub()
    const start = hub.now().getTime()
    const done: Done[] = []
    const raise = async (
      service: Caller,
      change: Parameters<typeof aConcern>[0] = {},
    ): Promise<string> => {
      const before = new Set((await calls.listAlerts()).map(({ alertId }) => alertId))
      await calls.submit(`a-key-of-its-own-${done.length}`, aConcern(change), service)
      await hub.settle()
      const found = (await calls.listAlerts()).find(({ alertId }) => !before.has(alertId))
      return found?.alertId ?? ''
    }
    const step = async (
      route: 'acknowledgeAlert' | 'recordOutcome' | 'giveFeedback',
      id: string,
      body?: unknown,
    ) => {
      const { version } = (await calls.readAlert(id)).body as { version: number }
      const reply = await calls.answer(route, { id, version, ...(body !== undefined && { body }) })
      expect([route, reply.status]).toEqual([route, 200])
      return hub.now().getTime() - start
    }
    const assess = { outcome: 'ASSESSMENT_S17' }
    const lines = { lines: [{ kind: 'FACT', text: 'An assessment began.' }] }
    const first = await raise(drugService)
    hub.advance(2 * hours)
    const again = await raise(otherService)
    const taken = await step('acknowledgeAlert', first)
    await step('recordOutcome', first, assess)
    done.push({ service: 'Turning Tide', taken, told: await step('giveFeedback', first, lines) })
    hub.advance(2 * hours)
    const refused = await raise(drugService, {
      harm: 'H3',
      consent: { status: 'REFUSED', parentAware: 'YES' },
      whyOverridden: 'The children were left alone again on Friday night.',
    })
    hub.advance(3 * 24 * hours)
    const late = await step('acknowledgeAlert', again)
    done.push({ service: 'Other', taken: late, isAgain: true })
    done.push({
      service: 'Turning Tide',
      taken: await step('acknowledgeAlert', refused),
      isRefused: true,
      // Of the other service’s alert nobody had done anything when this one came.
      isAgain: true,
    })
    const { items } = await measured('2026-11', '2026-11')
    // All were due to be taken, and answered, by the end of the next working day at the latest.
    const due = 48 * hours - (start % (24 * hours))
    for (const agencyName of ['Other', 'Turning Tide']) {
      const theirs = done.filter(({ service }) => service === agencyName)
      const inTime = (of: 'taken' | 'told') =>
        theirs.filter((one) => (one[of] ?? Number.POSITIVE_INFINITY) < due).length
      expect(items.find((item) => item.agencyName === agencyName)).toMatchObject({
        raised: theirs.length,
        acknowledged: { due: theirs.length, inTime: inTime('taken') },
        told: { due: theirs.length, inTime: inTime('told') },
        repeated: theirs.filter(({ isAgain }) => isAgain).length,
        overridden: {
          all: theirs.filter(({ isRefused }) => isRefused).length,
          withReason: theirs.filter(({ isRefused }) => isRefused).length,
        },
        wrongMatches: 0,
      })
    }
  })

  it('of questions is how many nobody answered by their day', async () => {
    const { hub, calls, measured } = await aHub()
    const subject = {
      ...aConcern().subject,
      names: [{ given: 'Martha', family: 'Quilfeather' }],
      addresses: [],
    }
    const children = [{ name: { given: 'Fern', family: 'Quilfeather' }, ageYears: 4 }]
    await calls.submit('a-key-of-its-own-1', aConcern({ subject, children }))
    await hub.settle()
    const asked = (await calls.listReviews()).filter(({ kind }) => kind === 'identity').length
    expect(asked).toBeGreaterThan(0)
    const questions = async () => (await measured('2026-11', '2026-11')).questions
    expect(await questions()).toEqual([{ month: '2026-11', asked, lapsed: 0 }])
    hub.advance(3 * 24 * hours)
    expect(await questions()).toEqual([{ month: '2026-11', asked, lapsed: asked }])
  })
})
